import Statistics
import Testing

@testable import Profiling

@Suite("A categorical summary")
struct CategoricalSummaryTests {
  @Test("keeps the categories of the vocabulary apart from others")
  func counts() {
    var summary = CategoricalSummary()
    for category in ["a", "a", "b", "x"] { summary.add(category, vocabulary: ["a", "b", "c"]) }
    summary.missing = 2
    #expect(summary.known == ["a": 2, "b": 1])
    #expect(summary.unseen.counts == ["x": 1])
    #expect(summary.named == ["a": 2, "b": 1, "x": 1])
    #expect(summary.distinctCount == 3)
    #expect(summary.count == 4)
    #expect(summary.rowCount == 6)
  }

  @Test("never pushes a category of the vocabulary out")
  func keepsVocabulary() {
    var summary = CategoricalSummary()
    summary.add("known", vocabulary: ["known"])
    for number in 0..<3_000 { summary.add("other \(number)", vocabulary: ["known"]) }
    #expect(summary.named["known"] == 1)
    #expect(summary.unseen.isTruncated)
    #expect(summary.count == 3_001)
  }
}
