import Testing

@testable import Assessment

@Suite("Words that an edition leaves out")
struct WordMaskTests {
  private let mask = WordMask(words: ["age", "priors_count", "race", "race and sex"])

  @Test("go in whichever case and spelling")
  func spellings() {
    #expect(mask.masked("Age, PRIORS_COUNT") == "(left out), (left out)")
    #expect(mask.masked("priors count; priors-count") == "(left out); (left out)")
    #expect(mask.masked("by race and sex.") == "by (left out).")
    #expect(mask.masked("**race**_age_") == "**(left out)**_(left out)_")
    #expect(mask.finds(in: "data/2013-race.csv"))
  }

  @Test("stay where they are part of a longer word")
  func parts() {
    #expect(mask.masked("the average of embraced ages") == "the average of embraced ages")
    #expect(!mask.finds(in: "terrace"))
  }

  @Test("take nothing from a text without them, or when there are none")
  func neutral() {
    #expect(mask.masked("Übergröße İ ﬁ") == "Übergröße İ ﬁ")
    #expect(WordMask(words: []).masked("age") == "age")
    #expect(WordMask(words: [""]).masked("age") == "age")
    #expect(mask.masked("") == "")
  }

  @Test("are gone after one pass")
  func idempotent() {
    let once = mask.masked("race, age and age_race; race and sex")
    #expect(mask.masked(once) == once)
    #expect(!mask.finds(in: once))
  }
}
