import Foundation
import Testing

@Suite("status and check")
struct StatusCommandTests {
  @Test("status says the newest period of each model and what is wrong in it")
  func status() throws {
    try Program.with { program in
      try program.writeSite()
      _ = try program.run("ingest")
      let outcome = try program.run("status")
      #expect(
        outcome.output == """
          churn: 2026-W10: breach, 40 rows, 40 labels, final
            breach: accuracy is 0.5 (outside: the whole 95 % interval lies below 90 %; \
          against the reference: no change from 50.0 %)

          """)
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test("status before the first run says that nothing was read, and writes nothing")
  func nothingRead() throws {
    try Program.with { program in
      try program.writeSite()
      let outcome = try program.run("status")
      #expect(outcome.status == 0)
      #expect(outcome.output == "Nothing was read yet.\n")
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/history.sqlite"))
    }
  }

  @Test("check writes nothing")
  func checkWritesNothing() throws {
    try Program.with { program in
      try program.writeSite()
      _ = try program.run("check")
      let names = try FileManager.default.contentsOfDirectory(atPath: program.folder)
      #expect(
        names.filter { !$0.hasPrefix(".") }.sorted()
          == ["broadsheet.yaml", "predictions", "reference.csv"])
    }
  }

  @Test("check names a configured column that the files do not have, and the nearest one")
  func missingColumn() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write(
        "broadsheet.yaml",
        Program.configuration.replacing("timestamp: at", with: "timestamp: att"))
      let outcome = try program.run("check")
      #expect(outcome.status != 0)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errors.contains(
          "broadsheet.yaml:8:23: models[0].columns.timestamp: the predictions have no column "
            + "'att'; did you mean 'at'?"))
    }
  }
}
