import Testing

@testable import Ingestion

@Suite("NearestName")
struct NearestNameTests {
  /// Textbook values: Wagner–Fischer for the first two, one swap of neighbours for the third.
  @Test(
    "counts edits",
    arguments: [
      ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("form", "from", 1), ("", "abc", 3),
      ("abc", "abc", 0), ("ca", "abc", 3),
    ])
  func distance(first: String, second: String, edits: Int) {
    #expect(NearestName.editDistance(Array(first), Array(second)) == edits)
    #expect(NearestName.editDistance(Array(second), Array(first)) == edits)
  }

  @Test("suggests the nearest name, the first of equals, whatever the case")
  func suggestion() {
    #expect(NearestName.suggestion(for: "Scroe", among: ["store", "score", "core"]) == "score")
    #expect(NearestName.suggestion(for: "agx", among: ["agy", "age"]) == "agy")
    #expect(NearestName.suggestion(for: "AGE", among: ["ages", "age"]) == "age")
  }

  @Test("suggests nothing when no name is near")
  func nothing() {
    #expect(NearestName.suggestion(for: "prediction", among: ["id", "sex", "age"]) == nil)
    #expect(NearestName.suggestion(for: "x", among: []) == nil)
  }

  @Test("lists several, nearest first")
  func list() {
    let names = ["score_c", "other", "score", "scores"]
    #expect(
      NearestName.suggestions(for: "score", among: names, limit: 2) == ["score", "scores"])
  }
}
