import Foundation
import Testing

@testable import Publishing

@Suite struct TemplateCatalogTests {
  private func failure(
    _ overrides: [String: String], checking name: String, for type: any View.Type
  ) throws -> PublishingError {
    try #require(throws: PublishingError.self) {
      try TemplateCatalog(overrides: overrides).check(name, for: type)
    }
  }

  @Test("names template, line and known keys of an unknown key")
  func unknownKey() throws {
    let name = "reports/business.md.mustache"
    let error = try failure(
      [name: "# Title\n\n{{#front}}{{titel}}{{/front}}\n"], checking: name, for: BusinessView.self)
    #expect(error.problem == .unknownKey("titel"))
    #expect(error.place == name)
    #expect(error.line == 3)
    #expect(error.advice.contains("title"))
  }

  @Test("finds an unknown key inside a section that no data may ever open")
  func unknownKeyInEmptySection() throws {
    let name = "reports/business.md.mustache"
    let error = try failure(
      [name: "{{#comparisons}}\n{{#table}}\n{{#rows}}{{cels}}{{/rows}}{{/table}}{{/comparisons}}"],
      checking: name, for: BusinessView.self)
    #expect(error.problem == .unknownKey("cels"))
    #expect(error.line == 3)
  }

  @Test("names the partial and the line in it")
  func unknownKeyInPartial() throws {
    let error = try failure(
      ["partials/front.md.mustache": "\n{{wrong}}"], checking: "reports/business.md.mustache",
      for: BusinessView.self)
    #expect(error.place == "partials/front.md.mustache")
    #expect(error.line == 2)
  }

  @Test("refuses a partial that no file holds")
  func missingPartial() throws {
    let name = "reports/empty.md.mustache"
    let error = try failure([name: "\n\n{{> nowhere}}"], checking: name, for: EmptyReportView.self)
    #expect(error.problem == .missingPartial("nowhere"))
    #expect(error.line == 3)
  }

  @Test("refuses partials that include one another")
  func partialCycle() throws {
    let error = try failure(
      [
        "reports/empty.md.mustache": "{{> one}}", "partials/one.md.mustache": "{{> two}}",
        "partials/two.md.mustache": "{{> one}}",
      ], checking: "reports/empty.md.mustache", for: EmptyReportView.self)
    #expect(error.problem == .partialCycle("one"))
  }

  @Test("refuses a section over a text, which would always be open")
  func sectionOverText() throws {
    let name = "reports/business.md.mustache"
    let error = try failure(
      [name: "{{#risk}}{{.}}{{/risk}}"], checking: name, for: BusinessView.self)
    guard case .wrongUse(key: "risk", _) = error.problem else {
      Issue.record("wrong problem: \(error)")
      return
    }
  }

  @Test(
    "refuses what is not plain Mustache, with its line",
    arguments: [
      "a\n{{{risk}}}", "a\n{{&risk}}", "a\n{{=<% %>=}}", "a\n{{%CONTENT_TYPE:TEXT}}",
      "a\n{{$block}}", "a\n{{<parent}}", "a\n{{uppercased(risk)}}", "a\n{{#front}}",
      "a\n{{/front}}",
      "a\n{{risk", "a\n{{>*name}}",
    ])
  func refusedForms(_ text: String) throws {
    let error = try #require(throws: PublishingError.self) {
      try TemplateCatalog(overrides: ["reports/business.md.mustache": text])
    }
    guard case .syntax = error.problem else {
      Issue.record("wrong problem: \(error)")
      return
    }
    #expect(error.line == 2)
    #expect(error.description.hasPrefix("reports/business.md.mustache:2: "))
  }

  @Test("refuses a file whose name no template has")
  func misspeltOverride() throws {
    let error = try #require(throws: PublishingError.self) {
      try TemplateCatalog(overrides: ["reports/bussiness.md.mustache": ""])
    }
    #expect(error.problem == .missingTemplate("reports/bussiness.md.mustache"))
    #expect(error.advice.contains("reports/business.md.mustache"))
  }

  @Test("passes all built-in templates")
  func builtInTemplates() throws {
    try SitePlanner(templates: TemplateCatalog()).checkTemplates()
  }

  @Test("holds exactly the files of the folders")
  func builtInFiles() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    func names(_ folder: String) throws -> Set<String> {
      let path = root.appending(path: folder).path
      return Set(try FileManager.default.contentsOfDirectory(atPath: path))
    }
    for part in ["reports", "partials", "pages"] {
      let known = BuiltInFiles.templates.keys.filter { $0.hasPrefix(part + "/") }
      let expected = try names("templates/\(part)").map { "\(part)/\($0)" }
      #expect(Set(known) == Set(expected))
    }
    #expect(Set(BuiltInFiles.site.keys) == (try names("site")))
  }

  @Test("ejects every template, keeps what is there, and takes changed files instead of its own")
  func ejectAndOverride() throws {
    try withScratchFolder { folder in
      let catalog = try TemplateCatalog()
      #expect(try TemplateCatalog.eject(to: folder) == catalog.list().map(\.name))
      #expect(try TemplateCatalog.eject(to: folder).isEmpty)
      try Data("<svg/>".utf8).write(to: folder.appending(path: "site/logo.svg"))
      let file = folder.appending(path: "pages/not-found.html.mustache")
      try Data("<h1>Gone</h1>{{home}}".utf8).write(to: file)
      let changed = try TemplateCatalog(overriddenBy: folder)
      let text = try changed.render(
        "pages/not-found.html.mustache", NotFoundPageView(home: Markup("x")))
      #expect(text == "<h1>Gone</h1>x")
      #expect(changed.staticFiles["logo.svg"] == Array("<svg/>".utf8))
    }
  }

  @Test("marks in the list what a folder overrides")
  func listsOverrides() throws {
    try withScratchFolder { folder in
      let pages = folder.appending(path: "pages")
      try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
      try Data("gone".utf8).write(to: pages.appending(path: "not-found.html.mustache"))
      let own = try TemplateCatalog(overriddenBy: folder).list().filter(\.isOverridden)
      #expect(own.map(\.name) == ["pages/not-found.html.mustache"])
    }
  }

  @Test("names the folder that is not there")
  func missingFolder() throws {
    try withScratchFolder { folder in
      let missing = folder.appending(path: "templates")
      let error = try #require(throws: PublishingError.self) {
        try TemplateCatalog(overriddenBy: missing)
      }
      #expect(error.place == missing.path)
      #expect(error.advice.contains("Eject"))
    }
  }

  @Test("refuses a template that is not UTF-8")
  func encoding() throws {
    try withScratchFolder { folder in
      let name = "reports/business.md.mustache"
      _ = try TemplateCatalog.eject(to: folder)
      try Data([0xC3, 0x28]).write(to: folder.appending(path: name))
      let error = try #require(throws: PublishingError.self) {
        try TemplateCatalog(overriddenBy: folder)
      }
      #expect(error.place == name)
      #expect(error.advice.contains("encoding"))
    }
  }
}
