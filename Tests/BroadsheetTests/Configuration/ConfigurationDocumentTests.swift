import Testing

@testable import Broadsheet

@Suite("YAML of a configuration")
struct ConfigurationDocumentTests {
  @Test("reports a key that stands twice, beside the other problems")
  func repeatedKey() throws {
    let text = Sample.binary("owner: a\nminimum_rows: x\nowner: b\nowner: c")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:11:5: models[0].minimum_rows: expected a whole number, found 'x'; "
          + "write digits, such as 30",
        "broadsheet.yaml:13:5: models[0].owner: this key stands twice in one map, "
          + "first on line 10; keep one of them",
      ])
  }

  @Test("reports repeated keys of several maps, also after letters outside of ASCII")
  func repeatedKeys() throws {
    let text = "site: {title: Ä, title: Ö}\r\n" + Sample.binary("owner: é\nowner: ü")
    let problems = try Sample.problems(text).map { $0.prefix { $0 != "," } }
    #expect(
      problems == [
        "broadsheet.yaml:1:18: site.title: this key stands twice in one map",
        "broadsheet.yaml:2:1: site: this key stands twice in one map",
        "broadsheet.yaml:12:5: models[0].owner: this key stands twice in one map",
      ])
  }

  @Test("reports a repeated key in quotes by the first of them")
  func repeatedQuotedKey() throws {
    #expect(
      try Sample.problems("site: {\"title\": A, \"title\": B}\n") == [
        "broadsheet.yaml:1:8: the key 'title' occurs more than once in one map; keep one of them"
      ])
  }

  @Test("follows aliases of values")
  func aliases() throws {
    let text = """
      site: {title: T}
      models:
        - {id: a, title: A, task: binary, predictions: p, columns: &c {timestamp: at}}
        - {id: b, title: B, task: binary, predictions: p, columns: *c}
      """
    let configuration = try Sample.read(text)
    #expect(configuration.models.map(\.columns.timestamp) == ["at", "at"])
    let later = configuration.problem(forKey: "models[1].columns", message: "no")
    #expect((later.line, later.column) == (4, 53))
  }

  @Test(
    "passes on what is not YAML, with its place",
    arguments: [
      ("site: {title: T\nmodels: [\n", 2), ("site:\n\ttitle: T\n", 2), ("a: 'open\n", 2),
      ("site: T\nmodels: *none\n", 2), ("site: T\n---\nsite: U\n", 2), ("a: b: c\n", 1),
      ("a: 1\nb: \u{1}\n", 2),
    ])
  func syntax(text: String, line: Int) throws {
    let error = try #require(throws: ConfigurationError.self) { try Sample.read(text) }
    #expect(error.problems.count == 1)
    #expect(error.problems.first?.line == line)
    #expect(error.problems.first?.message.hasPrefix("this is not ") == true)
    #expect(error.problems.first?.advice != nil)
  }

  @Test("advises quotes for a pattern that looks like an alias")
  func unquotedPattern() throws {
    let problem = try #require(try Sample.problems("predictions: *.csv\n").first)
    #expect(problem.hasPrefix("broadsheet.yaml:1:15: this is not YAML: "))
    #expect(problem.hasSuffix("; a value that begins with '*' or '&' needs quotes"))
  }

  @Test("reads keys of letters that nobody has named")
  func privateUse() throws {
    let problems = try Sample.problems(Sample.binary("\u{E000}: a"))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("models[0].\u{E000}: unknown key; ") == true)
  }

  @Test("scans a large text with anchors and aliases in good time", .timeLimit(.minutes(1)))
  func largeText() throws {
    let line = "# see &a, *b and ] ] ] }          , *ccccccccccccccccccccccccccccc\n"
    let text = String(repeating: line, count: 15_000) + Sample.binary()
    #expect(try Sample.read(text).models.count == 1)
  }

  @Test("refuses tags and keys that are not text")
  func tags() throws {
    let text = Sample.binary("owner: !secret me\n? [a, b]\n: c")
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:10:12: models[0].owner: the tag '!secret' has no meaning here; remove it",
        "broadsheet.yaml:11:7: models[0]: a key must be text, found a list; put it in quotes",
      ])
  }

  @Test("refuses an alias bomb before it grows", .timeLimit(.minutes(1)))
  func aliasBomb() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let problems = try Sample.problems(text)
    #expect(problems.count == 1)
    #expect(problems.first?.contains("the file is more than 100000 values") == true)
  }

  @Test(
    "refuses an alias bomb in a key", .timeLimit(.minutes(1)),
    arguments: ["? *a", "[*a]", "{*a: 1}", "*a "])
  func keyBomb(key: String) throws {
    let text = "b: &a [x]\nc:\n  \(key): 1\n"
    let problem = try #require(try Sample.problems(text).first)
    #expect(problem.contains("a key that is not plain text"))
  }

  @Test(
    "refuses deep nesting", .timeLimit(.minutes(1)),
    arguments: ["[", "- ", "{a: "], [30, 2_000, 100_000])
  func nesting(opening: String, count: Int) throws {
    let problems = try Sample.problems(String(repeating: opening, count: count) + "\n")
    #expect(problems.count == 1)
    #expect(problems.first?.contains(/nested (too deeply|more than 24 levels)|not YAML/) == true)
  }

  @Test("refuses a text of more than 1 MiB")
  func tooLarge() throws {
    let text = String(repeating: "#", count: TextFile.largestSize + 1)
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml: the file is larger than 1 MiB; shorten it"
      ])
  }

  @Test("refuses a map of very many keys in good time", .timeLimit(.minutes(1)))
  func manyKeys() throws {
    let text = (0..<20_000).map { "k\($0): 1\n" }.joined()
    #expect(try Sample.problems(text).count == 20_002)
  }
}
