import Testing

@testable import Charting

@Suite("Lanes of annotations")
struct AnnotationLanesTests {
  @Test("use one lane where there is room")
  func apart() {
    #expect(AnnotationLanes([(50, "one"), (400, "two")], within: 8...632).laneCount == 1)
  }

  @Test("never let texts of one lane overlap")
  func overlap() {
    let labels = (0..<8).map { (x: 30 + Double($0) * 80, text: "event number \($0)") }
    let items = AnnotationLanes(labels, within: 8...632).items
    for (index, one) in items.enumerated() {
      for other in items[(index + 1)...] where other.lane == one.lane {
        #expect(!one.span.overlaps(other.span))
      }
    }
  }

  @Test("turn to the left at the right edge")
  func edge() {
    let item = AnnotationLanes([(620, "promoted")], within: 8...632).items.first
    #expect(item?.side == .left)
  }
}
