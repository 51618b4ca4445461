import Foundation
import Testing

@Suite("Messages")
struct MessageTests {
  private func expectJSON(_ lines: [String]) throws {
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(Set(try #require(object).keys) == ["level", "message"])
    }
  }

  @Test("are one JSON object a line with --log-format json")
  func json() throws {
    try Program.with { program in
      try program.writeSite()
      let outcome = try program.run("ingest", "--log-format", "json")
      #expect(outcome.output.isEmpty)
      try expectJSON(outcome.errorLines)
    }
  }

  @Test("are JSON for errors too", arguments: [[], ["--quiet"]])
  func jsonErrors(_ more: [String]) throws {
    try Program.with { program in
      try program.write("broadsheet.yaml", Program.configuration)
      let outcome = try program.run(["ingest", "--log-format", "json"] + more)
      try expectJSON(outcome.errorLines)
    }
  }

  @Test("are left out with --quiet, except errors")
  func quiet() throws {
    try Program.with { program in
      try program.writeSite()
      let outcome = try program.run("ingest", "--quiet")
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      try program.write("predictions/b.csv", "id,at\n")
      #expect(try program.run("ingest", "--quiet").errors.contains("predictions/b.csv:1: "))
    }
  }

  @Test("say what was known already")
  func secondRun() throws {
    try Program.with { program in
      try program.writeSite()
      _ = try program.run("ingest")
      let outcome = try program.run("ingest")
      #expect(outcome.errorLines.first == "Nothing new to read.")
      #expect(outcome.errorLines.last?.contains("1 file known already") == true)
    }
  }

  @Test("are plain lines where there is no terminal")
  func noTerminal() throws {
    try Program.with { program in
      try program.writeSite()
      let errors = try program.run("ingest").errors
      #expect(!errors.contains("\r"))
      #expect(!errors.contains("\u{1B}"))
    }
  }
}
