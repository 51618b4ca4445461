import Testing

@testable import Broadsheet

@Suite("Advice for a misspelt name")
struct NameAdviceTests {
  @Test("finds the name that was meant")
  func meant() {
    #expect(nearest("binry", in: ["binary", "multiclass", "regression"]) == "binary")
    #expect(nearest("ROC_AUC", in: ["psi", "roc_auc"]) == "roc_auc")
  }

  // "kitten" and "sitting" have distance 3: the textbook example of the Wagner–Fischer algorithm.
  // Three of nine letters may change, but only two of seven.
  @Test("stops at a third of the letters")
  func far() {
    #expect(nearest("kitten", in: ["sitting"]) == nil)
    #expect(nearest("kittenxxx", in: ["sittingxxx"]) == "sittingxxx")
  }

  @Test("prefers the first of two equally near names")
  func tie() {
    #expect(nearest("bat", in: ["cat", "hat"]) == "cat")
  }

  @Test("suggests nothing for a page of text")
  func long() {
    let text = String(repeating: "a", count: 81)
    #expect(nearest(text, in: [text]) == nil)
  }

  @Test("lists the names while they are few")
  func advice() {
    #expect(Broadsheet.advice(forUnknown: "zzz", in: ["one", "two"]) == "use one of one, two")
    #expect(Broadsheet.advice(forUnknown: "zzz", in: []) == nil)
  }
}
