import Broadsheet
import Testing

/// A day that no row has come for in some blocks is written and leaves the memory, while its file is
/// still read. None of that may show.
@Suite("Days that come back within a file")
struct ReturningDayTests {
  /// Thirty days in more than ten blocks of 64 kB, the least that is read at a time.
  private static let rows: SampleRows = {
    var rows = SampleRows(numbers: 0..<9_000)
    rows.rowsPerDay = 300
    return rows
  }()

  private func export(_ lines: [String]) throws -> String {
    var export = ""
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("labels/all.csv", SampleRows(numbers: 0..<9_000, rowsPerDay: 300).labels)
      try space.write("predictions/all.csv", [SampleRows.predictionHeader] + lines)
      try space.ingest()
      export = try space.export()
    }
    return export
  }

  @Test("are counted as in a file in the order of time, repeated rows included")
  func returning() throws {
    let lines = Self.rows.predictionRows
    #expect(lines.reduce(0) { $0 + $1.utf8.count + 1 } > 9 * 65_536)
    let late = { (number: Int) in number < 2_400 && number % 8 == 3 }
    let returned =
      lines.indices.filter { !late($0) }.map { lines[$0] }
      + lines.indices.filter(late).map { lines[$0] }
    #expect(try export(returned) == export(lines))

    // Rows that were counted already make the file be read again, without them.
    let repeated = lines[100..<400]
    let atOnce = lines[..<400] + repeated + lines[400...]
    let expected = try export(Array(atOnce))
    #expect(try export(returned + repeated) == expected)
    #expect(expected.contains("duplicate_id_count"))
  }
}
