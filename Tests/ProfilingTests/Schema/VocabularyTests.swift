import Testing

@testable import Profiling

@Suite("A vocabulary")
struct VocabularyTests {
  @Test("holds every category of a small reference, in order")
  func small() {
    let vocabulary = Vocabulary(reference: ["b": 1, "a": 5, "c": 2])
    #expect(vocabulary.categories == ["a", "b", "c"])
    #expect(vocabulary.coversReference)
  }

  @Test("holds the most frequent of many, of equally frequent ones the first by text")
  func large() {
    var counts: [String: Int] = ["zz often": 9]
    for number in 0..<Vocabulary.limit { counts["c\(1_000 + number)"] = 1 }
    let vocabulary = Vocabulary(reference: counts)
    #expect(vocabulary.categories.count == Vocabulary.limit)
    #expect(!vocabulary.coversReference)
    #expect(vocabulary.categories.last == "zz often")
    #expect(!vocabulary.categories.contains("c1999"))
    #expect(vocabulary.categories.contains("c1998"))
  }
}
