import Foundation
import Testing

@Suite("broadsheet init")
struct InitCommandTests {
  @Test("writes a configuration with which check and run go through, and says what is next")
  func wholeWay() throws {
    try Program.with { program in
      try program.writeSite()
      try FileManager.default.removeItem(atPath: program.folder + "/broadsheet.yaml")
      let outcome = try program.run(
        "init", "predictions", "--reference", "reference.csv", "--model", "churn")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("broadsheet check\n"))
      let check = try program.run("check")
      #expect(check.status == 0, "\(check.errors)")
      #expect(check.output.contains("churn: 1 file of predictions, 0 files of labels, a reference"))
      let run = try program.run("run")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("40 labels joined"))
    }
  }

  @Test("never replaces a file unless told to")
  func existing() throws {
    try Program.with { program in
      try program.writeSite()
      let refused = try program.run("init", "predictions/a.csv")
      #expect(refused.status == 78)
      #expect(refused.errors.contains("there is a file already; name another with '--output'"))
      let text = try String(contentsOfFile: program.folder + "/broadsheet.yaml", encoding: .utf8)
      #expect(text == Program.configuration)
      #expect(try program.run("init", "predictions/a.csv", "--output", "new.yaml").status == 0)
      #expect(try program.run("init", "predictions/a.csv", "--force").status == 0)
      #expect(try program.run("check").output.contains("broadsheet.yaml: no problem found."))
    }
  }

  @Test("says what is wrong with the file, and writes nothing then")
  func badFiles() throws {
    try Program.with { program in
      try program.write("notime.csv", "id,x\na,1\nb,2\n")
      try program.write("empty.csv", "id,at\n")
      let missing = try program.run("init", "nothing.csv")
      #expect(missing.status == 66)
      #expect(missing.errors.contains("nothing.csv: no such file"))
      let timeless = try program.run("init", "notime.csv")
      #expect(timeless.status == 65)
      #expect(timeless.errors.contains("no column holds the time of the prediction"))
      let empty = try program.run("init", "empty.csv")
      #expect(empty.status == 65)
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/broadsheet.yaml"))
      let id = try program.run("init", "notime.csv", "--model", "Not An Id")
      #expect(id.status != 0)
    }
  }
}
