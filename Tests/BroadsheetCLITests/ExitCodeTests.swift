import Foundation
import History
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  @Test("0 when everything is done, and nothing but results on standard output")
  func done() throws {
    try Program.with { program in
      try program.writeSite()
      let check = try program.run("check")
      #expect(check.status == 0)
      #expect(check.errors.isEmpty)
      #expect(check.output.contains("churn: 1 file of predictions, 0 files of labels, a reference"))
      let ingest = try program.run("ingest")
      #expect(ingest.status == 0)
      #expect(ingest.output.isEmpty)
      #expect(ingest.errors.contains("Read 40 rows from 1 file, 40 labels joined."))
    }
  }

  @Test("2 when a status is as bad as --fail-on says")
  func thresholdMet() throws {
    try Program.with { program in
      try program.writeSite()
      _ = try program.run("ingest")
      #expect(try program.run("status").status == 0)
      for threshold in ["watch", "breach"] {
        let outcome = try program.run("status", "--fail-on", threshold)
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("breach: accuracy is 0.5"))
      }
    }
  }

  @Test("0 with --fail-on while every expectation is met")
  func thresholdNotMet() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write(
        "broadsheet.yaml",
        Program.configuration.replacing("accuracy, min: 0.9", with: "accuracy, min: 0.1"))
      _ = try program.run("ingest")
      #expect(try program.run("status", "--fail-on", "watch").status == 0)
    }
  }

  @Test(
    "64 for wrong usage",
    arguments: [
      ["ingest", "--qiet"], ["nonsense"], ["export", "metrics", "--format", "xml"],
      ["export", "metrics", "--metric", "acuracy"], ["status", "--fail-on", "ok"],
    ])
  func usage(_ arguments: [String]) throws {
    try Program.with { program in
      try program.writeSite()
      let outcome = try program.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test("65 for a file that is not what it should be, with its place")
  func badData() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write("predictions/b.csv", "id,at,churned,truth,tenur\n")
      let outcome = try program.run("ingest")
      #expect(outcome.errors.contains("predictions/b.csv:1: no column 'tenure'"))
      #expect(outcome.output.isEmpty)
      Self.expect(outcome, 65)
    }
  }

  @Test("65 when a file is refused further down")
  func refusedFile() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write("predictions/b.csv", Program.header + Program.rows(100..<4_300) + "1,\"2")
      let outcome = try program.run("ingest")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("error: churn: a file of predictions was refused"))
      #expect(outcome.errors.contains("predictions/b.csv:4202:3: "))
    }
  }

  @Test("66 for files that are not there", arguments: ["ingest", "check"])
  func missingInput(_ command: String) throws {
    try Program.with { program in
      try program.write("broadsheet.yaml", Program.configuration)
      let outcome = try program.run(command)
      #expect(outcome.errors.contains("models[0].predictions: no file matches"))
      #expect(outcome.errors.contains("models[0].reference: no file matches"))
      Self.expect(outcome, 66)
    }
  }

  @Test("66 for a configuration that is not there")
  func missingConfiguration() throws {
    try Program.with { program in
      let outcome = try program.run("ingest", "--config", "elsewhere.yaml")
      #expect(outcome.errors.contains("elsewhere.yaml: no such file"))
      Self.expect(outcome, 66)
    }
  }

  @Test("74 when the history cannot be written")
  func inputOutput() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write(
        "broadsheet.yaml", "history: reference.csv/history.sqlite\n" + Program.configuration)
      Self.expect(try program.run("ingest"), 74)
    }
  }

  @Test("75 while another run holds the lock")
  func locked() throws {
    try Program.with { program in
      try program.writeSite()
      let lock = try RunLock(history: program.folder + "/history.sqlite")
      let outcome = try program.run("ingest")
      try lock.release()
      #expect(outcome.errors.contains("another run is using the history"))
      Self.expect(outcome, 75)
      #expect(try program.run("ingest").status == 0)
    }
  }

  @Test("78 for a wrong configuration, with a line for every mistake")
  func badConfiguration() throws {
    try Program.with { program in
      try program.write(
        "broadsheet.yaml",
        """
        site: {titel: Reports}
        history: []
        calendar: {period: fortnight, timezone: Mars}
        roles: [chef]
        models:
          - id: Churn!
            title: ""
            task: binry
            predictions: []
            minimum_rows: -1
            colums: {}
        """)
      let outcome = try program.run("check")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errorLines.count >= 10)
      for line in outcome.errorLines { #expect(line.contains("broadsheet.yaml:")) }
      for place in [
        "1:8", "2:1", "3:12", "3:31", "4:9", "6:5", "7:5", "8:5", "9:5", "10:5", "11:5",
      ] {
        #expect(outcome.errors.contains("broadsheet.yaml:\(place): "))
      }
      Self.expect(outcome, 78)
    }
  }

  @Test("78 when the model changed since its history was begun")
  func changedModel() throws {
    try Program.with { program in
      try program.writeSite()
      _ = try program.run("ingest")
      try program.write("reference.csv", Program.header + Program.rows(1_000..<1_090))
      let outcome = try program.run("ingest")
      #expect(outcome.errors.contains("the reference has changed"))
      Self.expect(outcome, 78)
      #expect(try program.run("ingest", "--rebuild").status == 0)
    }
  }

  private static func expect(_ outcome: Program.Outcome, _ status: Int32) {
    #expect(outcome.status == status)
  }
}
