import Assessment
import Profiling
import Publishing
import Testing

@testable import Broadsheet

@Suite("The top level of a configuration")
struct ConfigurationReaderTests {
  private let model = """
    models:
      - {id: m, title: M, task: regression, predictions: p.csv, columns: {timestamp: t}}

    """

  @Test("asks for a site and at least one model")
  func requiredKeys() throws {
    #expect(
      try Sample.problems("history: h.sqlite\n") == [
        "broadsheet.yaml:1:1: site: this key is required; write 'site: {title: …}'",
        "broadsheet.yaml:1:1: models: this key is required; list at least one model",
      ])
  }

  @Test("says what an empty file lacks", arguments: ["", "# nothing\n", "---\n...\n"])
  func empty(text: String) throws {
    let problem = try #require(try Sample.problems(text).first)
    #expect(problem.hasPrefix("broadsheet.yaml:1:1: "))
    #expect(problem.contains(text.hasPrefix("---") ? "expected a map" : "the file is empty"))
  }

  @Test(
    "refuses an output folder that holds the configuration", arguments: [".", "..", "/", "x/.."])
  func outputAroundConfiguration(output: String) throws {
    let text = "site: {title: T, output: \(output)}\n" + model
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:1:18: site.output: publishing would replace the folder of the "
          + "configuration; name a folder of its own, such as public"
      ])
  }

  @Test("refuses to keep the history or templates inside the site")
  func insideOutput() throws {
    let text = "site: {title: T, templates: public/t}\nhistory: public/h.sqlite\n" + model
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:1:18: site.templates: the folder would be replaced with the site; "
          + "keep it outside of 'site.output'",
        "broadsheet.yaml:2:1: history: the history would be published and replaced with the "
          + "site; keep it outside of 'site.output'",
      ])
  }

  @Test("reads the address of the site, and refuses what is none")
  func address() throws {
    let text = "site: {title: T, address: 'https://example.org/r'}\n" + model
    #expect(try Sample.read(text).editions[0].address?.base == "https://example.org/r/")
    #expect(
      try Sample.problems("site: {title: T, address: example.org}\n" + model) == [
        "broadsheet.yaml:1:18: site.address: 'example.org' is not the address of a site; "
          + "write it in full, such as https://example.org/reports/"
      ])
    let editions = "editions: [{id: a, output: a, address: 'https://a.example/'}]"
    #expect(
      try Sample.read("site: {title: T, \(editions)}\n" + model).editions[0].address?.host
        == "a.example")
    #expect(
      try Sample.problems("site: {title: T, address: 'https://b.example/', \(editions)}\n" + model)
        == [
          "broadsheet.yaml:1:18: site.address: the site has editions, and each has an address of "
            + "its own; give it to the editions"
        ])
  }

  @Test("resolves override folders")
  func overrides() throws {
    let site = try Sample.read("site: {title: T, templates: t, assets: ../a}\n" + model).site
    #expect(site.templates == "/reports/t")
    #expect(site.assets == "/a")
  }

  @Test("names the line of the first model with the same id")
  func duplicateModel() throws {
    let text =
      "site: {title: T}\n" + model
      + "  - {id: m, title: N, task: regression, predictions: p.csv, columns: {timestamp: t}}\n"
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:4:6: models[1].id: the model 'm' exists already, on line 3; "
          + "give each model an id of its own"
      ])
  }

  @Test("reports a role listed twice")
  func duplicateRole() throws {
    let text = "site: {title: T}\nroles: [business, business]\n" + model
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:2:19: roles[1]: the role 'business' is listed twice, first on line 2; "
          + "keep one of them"
      ])
  }

  @Test("lets a model override the calendar key by key")
  func calendar() throws {
    let text =
      "site: {title: T}\ncalendar: {period: month, timezone: Europe/London}\n"
      + model.replacing("task:", with: "calendar: {period: day}, task:")
    let configuration = try Sample.read(text)
    #expect(configuration.calendar == .init(period: .month, timezone: "Europe/London"))
    #expect(configuration.models[0].calendar == .init(period: .day, timezone: "Europe/London"))
  }

  @Test(
    "accepts names of the IANA database", arguments: ["UTC", "Asia/Kolkata", "America/New_York"])
  func zones(name: String) throws {
    let text = "site: {title: T}\ncalendar: {timezone: \(name)}\n" + model
    #expect(try Sample.read(text).calendar.timezone == name)
  }

  @Test("refuses zones without rules", arguments: ["EST", "GMT+2", "Europe/Nowhere", "Mars/Base"])
  func unknownZones(name: String) throws {
    let text = "site: {title: T}\ncalendar: {timezone: \(name)}\n" + model
    let problem = try #require(try Sample.problems(text).first)
    #expect(
      problem.hasPrefix(
        "broadsheet.yaml:2:12: calendar.timezone: unknown time zone '\(name)'; "))
  }

  @Test("refuses a folder of comments that is named and not there")
  func missingComments() throws {
    let text = "site: {title: T}\ncomments: remarks\n" + model
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:2:1: comments: there is no such folder; create it, or leave the key out"
      ])
    #expect(try Sample.read("site: {title: T}\n" + model).commentFolder == nil)
  }

  @Test("takes the evidence that a breach needs from the model, then the site, then the default")
  func evidence() throws {
    let site = "site: {title: T}\n"
    #expect(try Sample.read(site + model).models[0].evidence == .interval)
    let text = site + "evidence: point\n" + model
    #expect(try Sample.read(text).models[0].evidence == .point)
    #expect(try Sample.read(text).notYetInUse.isEmpty)
    let own = text.replacing("task:", with: "evidence: interval, task:")
    #expect(try Sample.read(own).models[0].evidence == .interval)
  }

  @Test(
    "refuses evidence that is no rule",
    arguments: [
      ("intervall", "unknown evidence rule 'intervall'; did you mean 'interval'?"),
      ("xyz", "unknown evidence rule 'xyz'; use one of interval, point"),
    ])
  func unknownEvidence(_ name: String, _ message: String) throws {
    let text = "site: {title: T}\nevidence: \(name)\n" + model
    #expect(try Sample.problems(text) == ["broadsheet.yaml:2:1: evidence: \(message)"])
  }

  @Test("checks the keys of editions")
  func editions() throws {
    let text = "site: {title: T, editions: [{roles: [bussiness], outputs: x}]}\n" + model
    #expect(
      try Sample.problems(text) == [
        "broadsheet.yaml:1:29: site.editions[0].id: this key is required; name the edition",
        "broadsheet.yaml:1:38: site.editions[0].roles[0]: unknown role 'bussiness'; "
          + "did you mean 'business'?",
        "broadsheet.yaml:1:50: site.editions[0].outputs: unknown key; did you mean 'output'?",
      ])
  }
}
