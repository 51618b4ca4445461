import Testing

@testable import Charting

@Suite("Every chart")
struct ChartTests {
  static let everything = Samples.named.map(\.chart) + Samples.hostile

  @Test("is well-formed XML in both renderings", arguments: everything.indices)
  func wellFormed(index: Int) {
    let chart = Self.everything[index]
    #expect(StrictXML.read(chart.svg(.inline)) != nil)
    #expect(StrictXML.read(chart.svg(.standalone)) != nil)
  }

  @Test("has nothing that a strict Content-Security-Policy forbids", arguments: everything.indices)
  func policy(index: Int) throws {
    let svg = try #require(StrictXML.read(Self.everything[index].svg(.inline)))
    let names = Set(svg.elements.map(\.name))
    let attributes = Set(svg.elements.flatMap(\.attributes.keys))
    #expect(names.isDisjoint(with: ["style", "script", "foreignObject", "a", "image", "use"]))
    #expect(!attributes.contains { $0 == "style" || $0.hasPrefix("on") || $0.hasSuffix("href") })
  }

  @Test(
    "has its name and its description as first children in a page", arguments: everything.indices)
  func inlineNaming(index: Int) throws {
    let svg = try #require(StrictXML.read(Self.everything[index].svg(.inline)))
    #expect(svg.elements.first?.attributes["role"] == "img")
    #expect(svg.elements.dropFirst().prefix(2).map(\.name) == ["title", "desc"])
    let title = Self.everything[index].title
    // Control characters cannot be written in XML at all.
    let isWritable = title.unicodeScalars.allSatisfy { $0.value >= 32 }
    #expect(!isWritable || svg.texts.contains(title))
    // Pages with many charts need not tell their ids apart.
    #expect(svg.values("id").isEmpty)
  }

  @Test(
    "names itself by the ids of its title and description in a file", arguments: everything.indices)
  func naming(index: Int) throws {
    let svg = try #require(StrictXML.read(Self.everything[index].svg(.standalone)))
    let root = try #require(svg.elements.first).attributes
    let ids = svg.values("id")
    #expect(root["role"] == "img")
    #expect(root["aria-labelledby"]?.split(separator: " ").map(String.init) == ids)
    #expect(Set(ids).count == 2)
  }

  @Test("has a view box and no fixed size", arguments: everything.indices)
  func size(index: Int) throws {
    let svg = try #require(StrictXML.read(Self.everything[index].svg(.standalone)))
    let root = try #require(svg.elements.first).attributes
    #expect(root["viewBox"] != nil && root["width"] == nil && root["height"] == nil)
  }

  @Test("has only classes of its own prefix", arguments: everything.indices)
  func classes(index: Int) throws {
    let svg = try #require(StrictXML.read(Self.everything[index].svg(.inline)))
    let classes = svg.values("class").flatMap { $0.split(separator: " ") }
    #expect(classes.allSatisfy { $0 == "chart" || $0.hasPrefix("chart-") })
  }

  @Test("keeps hostile text as text", arguments: Samples.hostile.indices)
  func hostile(index: Int) throws {
    let svg = try #require(StrictXML.read(Samples.hostile[index].svg(.inline)))
    // The two control characters of the sample cannot be written in XML at all.
    let expected = "\"'</svg><script>alert(1)</script>&amp;\u{FFFD}\u{FFFD} ]]> <!--"
    #expect(svg.texts.contains(expected))
  }

  @Test("gives a table whose rows are as long as its header", arguments: everything.indices)
  func table(index: Int) {
    let table = Self.everything[index].table
    #expect(!table.rows.isEmpty)
    #expect(table.rows.allSatisfy { $0.count == table.header.count })
  }

  @Test("carries the very CSS of the site when it stands alone")
  func css() throws {
    let svg = try #require(StrictXML.read(Samples.auc.svg(.standalone)))
    #expect(svg.texts.contains("\n" + ChartStyle.css))
  }
}
