import Testing

@testable import Charting

@Suite("Text metrics")
struct TextMetricsTests {
  @Test("are not narrower than DejaVu Sans, whose figures are 0.636 em wide")
  func figures() { #expect(TextMetrics.width("0123456789", size: 1) >= 6.36) }

  @Test("shorten to what fits")
  func fitted() {
    let text = TextMetrics.fitted("possession of cannabis with intent", into: 120)
    #expect(text.hasSuffix("…") && TextMetrics.width(text) <= 120)
  }

  @Test("shorten in the middle, so that both ends tell one name from another")
  func middle() {
    let names = ["predicted_arrival_delay_minutes", "predicted_arrival_delay_share"]
    let short = names.map { TextMetrics.fittedInMiddle($0, into: 160) }
    #expect(short.allSatisfy { TextMetrics.width($0) <= 160 && $0.hasPrefix("pred") })
    #expect(short[0].hasSuffix("inutes") && short[1].hasSuffix("share"))
    #expect(TextMetrics.fittedInMiddle("wind", into: 160) == "wind")
  }

  @Test("leave alone what fits")
  func whole() { #expect(TextMetrics.fitted("arson", into: 120) == "arson") }

  @Test("break between words")
  func lines() {
    #expect(TextMetrics.lines("native american", within: 90) == ["native", "american"])
  }
}
