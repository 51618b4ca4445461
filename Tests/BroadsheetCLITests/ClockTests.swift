import Testing

@Suite("The clock")
struct ClockTests {
  private static let configuration =
    Program.configuration.replacing("site:", with: "maturity: {after_days: 90}\nsite:")

  /// Labels of half of the rows.
  private func start(_ program: Program) throws {
    try program.writeSite()
    try program.write("broadsheet.yaml", Self.configuration)
    let rows = Program.rows(0..<40).split(separator: "\n").enumerated().map { number, row in
      number % 2 == 0 ? String(row) : String(row).replacing(",1,1,", with: ",1,,")
    }
    try program.write("predictions/a.csv", Program.header + rows.joined(separator: "\n") + "\n")
  }

  private func accuracy(_ program: Program) throws -> String {
    let export = try program.run("export", "--metric", "accuracy", "--period", "2026-W10").output
    return export.split(separator: "\n").last.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).suffix(5).joined(separator: ",")
    } ?? ""
  }

  @Test("is SOURCE_DATE_EPOCH where that is set")
  func given() throws {
    try Program.with { program in
      try start(program)
      var program = program
      // 2026-06-05 and 2026-06-06: the week ended on 8 March.
      program.environment = ["SOURCE_DATE_EPOCH": "1780617600"]
      #expect(try program.run("run", "--quiet").status == 0)
      #expect(try accuracy(program) == "20,40,provisional,0,2026-06-05")
      program.environment = ["SOURCE_DATE_EPOCH": "1780704000"]
      #expect(try accuracy(program) == "20,40,final,0,2026-06-05")
    }
  }

  @Test("is the latest day of the record where it is not set, on whichever day that is")
  func fromRecord() throws {
    try Program.with { program in
      try start(program)
      #expect(try program.run("run", "--quiet").status == 0)
      #expect(try accuracy(program).hasPrefix("20,40,provisional,0,20"))
      let again = try program.run("publish")
      #expect(again.errors.contains("(0 new or changed)"))
      #expect(try program.run("export").output == program.run("export").output)
    }
  }

  @Test("is not guessed from a bad SOURCE_DATE_EPOCH", arguments: ["yesterday", "-1", "1.5"])
  func bad(_ text: String) throws {
    try Program.with { program in
      try start(program)
      var program = program
      program.environment = ["SOURCE_DATE_EPOCH": text]
      let outcome = try program.run("run")
      #expect(outcome.status == 64)
      #expect(
        outcome.errors.contains(
          "SOURCE_DATE_EPOCH is '\(text)'; write whole seconds since 1970-01-01"))
    }
  }
}
