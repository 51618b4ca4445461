import Statistics
import Testing

@testable import Profiling

@Suite("A slice")
struct SliceTests {
  @Test("reads as in the export")
  func description() {
    #expect(Slice.all.description == "")
    #expect(Slice.where("region", "north").description == "region=north")
    let both = Slice(parts: [
      .init(attribute: "sex", value: "female"), .init(attribute: "race", value: "other"),
    ])
    #expect(both.description == "sex=female & race=other")
    #expect(Slice(parts: [.init(attribute: "race", value: nil)]).description == "race")
  }

  @Test("sorts by number of conditions, then attribute, then value")
  func order() {
    let sorted: [Slice] = [
      .all, .where("a", "y"), .where("a", "z"), .where("b", "a"),
      Slice(parts: [.init(attribute: "a", value: "a"), .init(attribute: "b", value: "a")]),
      Slice(parts: [.init(attribute: "a", value: "a"), .init(attribute: "b", value: "b")]),
    ]
    var source = SplitMix64(seed: 1)
    for _ in 0..<20 { #expect(sorted.shuffled(using: &source).sorted() == sorted) }
    for slice in sorted { #expect(!(slice < slice)) }
  }

  @Test("knows whether it is all rows")
  func isAll() {
    #expect(Slice.all.isAll)
    #expect(!Slice.where("a", "").isAll)
  }
}
