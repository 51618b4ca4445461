import Assessment
import Foundation
import Profiling
import Publishing
import Testing

@testable import Broadsheet

@Suite struct PackReaderTests {
  @Test("reads every built-in pack, each with a template and sections that exist")
  func builtIn() throws {
    let catalog = try TemplateCatalog()
    let sections = catalog.sections(of: .compliance)
    let templates = Set(catalog.list().map(\.name))
    #expect(
      catalog.packs.keys.sorted() == [
        "packs/eu-ai-act.yaml", "packs/four-fifths.yaml", "packs/model-card.yaml",
        "packs/nyc-local-law-144.yaml", "packs/sr-11-7.yaml", "packs/sr-26-2.yaml",
      ])
    for (path, text) in catalog.packs {
      let pack = try PackReader.read(text, path: path)
      #expect(path == "packs/\(pack.id).yaml")
      #expect(templates.contains("packs/\(pack.template).md.mustache"))
      #expect(!pack.sources.isEmpty)
      for case .index(let items) in pack.sections.flatMap(\.contents) {
        #expect(items.flatMap(\.see).allSatisfy { sections[$0] != nil }, "\(path)")
      }
      if let next = pack.replacedBy { #expect(catalog.packs["packs/\(next).yaml"] != nil) }
    }
  }

  private static let pack = """
    id: mine
    title: Mine
    rule: A rule
    version: "1"
    checked: 2026-11-21
    sources: [{title: Somewhere}]
    sections:
      - title: One
        groups: {rate: favourable_rate, attributes: [sex]}

    """

  @Test("names line and nearest name of every mistake in a pack")
  func mistakes() throws {
    let text = Self.pack.replacing("favourable_rate", with: "favorable_rate")
      .replacing("2026-11-21", with: "last year").replacing("version", with: "verison")
    let error = try #require(throws: ConfigurationError.self) {
      try PackReader.read(text, path: "packs/mine.yaml")
    }
    #expect(
      error.problems.map(\.description) == [
        "packs/mine.yaml:4:1: verison: unknown key; did you mean 'version'?",
        "packs/mine.yaml:5:1: checked: 'last year' is not a date; "
          + "write year-month-day, such as 2026-04-03",
        "packs/mine.yaml:9:14: sections[0].groups.rate: unknown metric 'favorable_rate'; "
          + "did you mean 'favourable_rate'?",
        "packs/mine.yaml:9:36: sections[0].groups.attributes: the pack has no attribute 'sex'",
      ])
  }

  @Test("refuses a pack that ends before it begins, and one that says nothing of its evidence")
  func contradictions() throws {
    let text =
      Self.pack.replacing(
        "checked:", with: "valid_from: 2026-01-01\nvalid_to: 2025-01-01\nchecked:"
      )
      .replacing(
        "groups: {rate: favourable_rate, attributes: [sex]}",
        with: "index: [{reference: A, asks: B}]")
    let error = try #require(throws: ConfigurationError.self) {
      try PackReader.read(text, path: "packs/mine.yaml")
    }
    #expect(error.problems.map(\.line) == [6, 11])
  }

  @Test("names the nearest pack where a configuration asks for one that is not there")
  func unknownPack() throws {
    let configuration = try Sample.read(Sample.binary("packs: [four-fifth]"))
    let error = try #require(throws: ConfigurationError.self) {
      try PackShelf(configuration: configuration, files: try TemplateCatalog().packs).packs()
    }
    #expect(
      error.problems.map(\.description) == [
        "broadsheet.yaml:10:13: models[0].packs[0]: there is no pack 'four-fifth'; "
          + "did you mean 'four-fifths'?"
      ])
  }
}
