import Assessment
import Broadsheet
import Testing

@Suite("Errors and latency")
struct OperationsTests {
  private static let week = "2026-W10"

  private func table() throws -> ExportTable {
    var settings = PipelineSettings()
    settings.columns += [("latency_ms", "latency"), ("error", "failure")]
    var table: ExportTable?
    try Workspace.with(settings) { space in
      let rows = SampleRows(numbers: 0..<40)
      try space.write("reference.csv", SampleRows.reference)
      try space.write(
        "predictions/all.csv",
        [SampleRows.predictionHeader + ",latency,failure"]
          + rows.numbers.map { number in
            // Latencies 1 to 39; the tenth rows failed and have none.
            let isFailed = number % 10 == 0
            return rows.predictionRow(number) + (isFailed ? ",,timeout" : ",\(number),")
          })
      try space.ingest()
      table = try space.table()
    }
    return try #require(table)
  }

  @Test("a row with a text in the error column is a failed request")
  func errorShare() throws {
    let table = try table()
    #expect(table["request_count", Self.week] == "40")
    #expect(table["error_share", Self.week] == "0.1")
  }

  @Test("latency quantiles are within one part in a hundred of NumPy's")
  func latency() throws {
    let table = try table()
    // numpy.quantile([n for n in range(40) if n % 10], q); buckets are narrower than one per cent.
    for (metric, expected) in [
      ("latency_ms_p50", 20.0), ("latency_ms_p95", 37.25), ("latency_ms_p99", 38.65),
    ] {
      let value = try #require(table[metric, Self.week].flatMap { Double($0) })
      #expect(abs(value - expected) <= 0.02 * expected)
    }
  }
}
