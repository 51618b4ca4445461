import Testing

@testable import Profiling

@Suite("A segment table")
struct SegmentTableTests {
  private let schema = ModelSchema(
    task: .binary, positive: "1", scoreIsProbability: true, columns: [],
    sliceAttributes: [["race"], ["sex"], ["race", "sex"]])

  @Test("numbers combinations in the order in which they come, once each")
  func numbersCombinations() {
    var table = SegmentTable(schema: schema, stored: [])
    #expect(table.columns == ["race", "sex"])
    #expect(table.key(of: ["a", "f"]) == 0)
    #expect(table.key(of: ["a", "m"]) == 1)
    #expect(table.key(of: ["a", "f"]) == 0)
    #expect(table.added.map(\.key) == [0, 1])
    #expect(table.added.map(\.values) == [["a", "f"], ["a", "m"]])
  }

  @Test("gives all rows and every slice of a combination")
  func slices() {
    var table = SegmentTable(schema: schema, stored: [])
    let key = table.key(of: ["a", "f"])
    #expect(
      table.slices(ofKey: key) == [
        .all, .where("race", "a"), .where("sex", "f"),
        Slice(parts: [.init(attribute: "race", value: "a"), .init(attribute: "sex", value: "f")]),
      ])
    #expect(table.slices(ofKey: 99) == [.all])
  }

  @Test("continues a stored table without telling the stored combinations again")
  func continuesStored() {
    var table = SegmentTable(schema: schema, stored: [(4, ["a", "f"]), (2, ["b", "m"])])
    #expect(table.key(of: ["a", "f"]) == 4)
    #expect(table.added.isEmpty)
    #expect(table.key(of: ["b", "f"]) == 5)
    #expect(table.added.map(\.key) == [5])
  }

  @Test("has only the slice of all rows without segments")
  func withoutSegments() {
    let plain = ModelSchema(
      task: .binary, positive: "1", scoreIsProbability: true, columns: [], sliceAttributes: [])
    var table = SegmentTable(schema: plain, stored: [])
    #expect(table.slices(ofKey: table.key(of: [])) == [.all])
  }
}
