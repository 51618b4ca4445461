import Foundation
import Testing

@Suite("Comments and packs")
struct AdditionsTests {
  private static let entry = """
    ---
    author: A. Hall
    role: compliance
    kind: comment
    date: 2026-03-09
    ---
    Seen.

    """

  private func with(_ body: (Program) throws -> Void) throws {
    try Program.with { program in
      try program.writeSite()
      try FileManager.default.createDirectory(
        atPath: program.folder + "/comments/churn", withIntermediateDirectories: true)
      try body(program)
    }
  }

  @Test("on a period without a report are a warning", arguments: ["run", "publish"])
  func withoutReport(_ command: String) throws {
    try with { program in
      try program.write("comments/churn/2026-W10.md", Self.entry)
      try program.write("comments/churn/2026-W20.md", Self.entry)
      if command == "publish" { _ = try program.run("ingest") }
      let outcome = try program.run(command)
      #expect(outcome.status == 0)
      let warnings = outcome.errorLines.filter { $0.contains("comments/churn/") }
      #expect(warnings.count == 1)
      #expect(
        warnings.first?.hasSuffix(
          "comments/churn/2026-W20.md: there is no report of that period, so nobody sees it yet.")
          == true)
      try FileManager.default.removeItem(
        atPath: program.folder + "/comments/churn/2026-W20.md")
      #expect(try !program.run(command).errors.contains("comments/churn/"))
    }
  }

  @Test("are named together when they are wrong", arguments: ["check", "run"])
  func together(_ command: String) throws {
    try with { program in
      try program.write(
        "broadsheet.yaml",
        Program.configuration.replacing(
          "    features:", with: "    packs: [four-fifth]\n    features:"))
      try program.write(
        "comments/churn/2026-W10.md", Self.entry.replacing("role: compliance", with: "role: boss"))
      let outcome = try program.run(command)
      #expect(outcome.status == 78)
      #expect(outcome.errors.contains("comments/churn/2026-W10.md:3:"))
      #expect(outcome.errors.contains("there is no pack 'four-fifth'"))
      #expect(outcome.errors.contains("did you mean 'four-fifths'?"))
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/public"))
    }
  }
}
