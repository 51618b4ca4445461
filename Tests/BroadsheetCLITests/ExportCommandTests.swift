import Foundation
import Testing

@Suite("export metrics")
struct ExportCommandTests {
  private static let header =
    "model,version,stage,period,period_start,period_end,slice,feature,metric,value,lower,upper,"
    + "count,status,reason,labels_arrived,labels_expected,maturity,first_value,first_published"

  private func with(_ body: (Program) throws -> Void) throws {
    try Program.with { program in
      try program.writeSite()
      let ingest = try program.run("ingest", "--quiet")
      #expect(ingest.status == 0)
      try body(program)
    }
  }

  @Test("writes the contract's columns to standard output, and nothing else anywhere")
  func columns() throws {
    try with { program in
      let outcome = try program.run("export", "metrics")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.first.map(String.init) == Self.header)
      #expect(
        lines.contains(
          "churn,,production,2026-W10,2026-03-02,2026-03-08,,,row_count,40,,,40,,,,,,,"))
      #expect(lines.contains { $0.hasPrefix("churn,,production,reference,,,,,row_count,100,") })
    }
  }

  @Test("filters by metric, period and model")
  func filters() throws {
    try with { program in
      let outcome = try program.run(
        "export", "--metric", "row_count", "--period", "2026-W10", "--model", "churn")
      #expect(outcome.output.split(separator: "\n").count == 2)
      let reference = try program.run("export", "--metric", "row_count", "--period", "reference")
      #expect(reference.output.contains(",reference,,,,,row_count,100,"))
      #expect(reference.output.split(separator: "\n").count == 2)
    }
  }

  @Test("refuses a model that the configuration does not have")
  func unknownModel() throws {
    try with { program in
      let outcome = try program.run("export", "--model", "chrun")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("chrun"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("names the nearest metric")
  func nearestMetric() throws {
    try with { program in
      let outcome = try program.run("export", "--metric", "row_cuont")
      #expect(outcome.errors.contains("did you mean 'row_count'?"))
    }
  }

  @Test("says the same in JSON and NDJSON as in CSV")
  func formats() throws {
    try with { program in
      let rowCount = try program.run("export").output.split(separator: "\n").count - 1
      let json = try program.run("export", "--format", "json").output
      let array = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
      let objects = try #require(array)
      #expect(objects.count == rowCount)
      #expect(
        objects.allSatisfy {
          Set($0.keys) == Set(Self.header.split(separator: ",").map(String.init))
        })
      let lines = try program.run("export", "--format", "ndjson").output.split(separator: "\n")
      #expect(lines.count == rowCount)
      for line in lines {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    }
  }

  @Test("gives the same bytes every time")
  func repeats() throws {
    try with { program in
      let outputs = try (0..<2).map { _ in try program.run("export").output }
      #expect(outputs[0] == outputs[1])
    }
  }
}
