import Statistics
import Testing

@testable import Profiling

@Suite("A numeric summary")
struct NumericSummaryTests {
  private let anchors = NumericAnchors(reference: [1, 2, 4])

  @Test("counts at and between anchors")
  func counts() {
    let summary = summary(of: [0, 1, 1, 1.5, 2, 3, 4, 9, 8])
    #expect(summary.cells == [1, 2, 1, 1, 1, 1, 2])
    #expect(summary.count == 9)
    #expect(summary.minimum == 0)
    #expect(summary.maximum == 9)
  }

  @Test("counts distinct values, at anchors and off them")
  func distinct() {
    let summary = summary(of: [1, 1, 2, 1.5, 1.5, 7])
    #expect(summary.distinctCount == 4)
    #expect(summary.distinctCountIsExact)
  }

  @Test("is empty without values")
  func empty() {
    let summary = NumericSummary()
    #expect(summary.count == 0)
    #expect(summary.minimum == nil && summary.maximum == nil)
    #expect(summary.distinctCount == 0)
  }

  private func summary(of values: [Double]) -> NumericSummary {
    var summary = NumericSummary()
    for value in values { summary.add(value, anchors: anchors) }
    return summary
  }
}
