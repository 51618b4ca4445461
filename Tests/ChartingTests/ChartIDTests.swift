import Testing

@testable import Charting

@Suite("Chart id")
struct ChartIDTests {
  @Test("keeps letters, digits and hyphens")
  func plain() { #expect(ChartID("roc-auc-2").text == "roc-auc-2") }

  @Test(
    "different texts give different ids",
    arguments: [("a b", "a-b"), ("a_b", "a b"), ("a_20b", "a b"), ("é", "e"), ("", "_")])
  func injective(pair: (String, String)) { #expect(ChartID(pair.0) != ChartID(pair.1)) }

  @Test("never begins with a digit, as XML names must not")
  func start() { #expect(ChartID("9").text == "_39") }
}
