/// Labels of vertical rules, stacked in lanes above a plot so that neither texts nor rules cross.
struct AnnotationLanes: Sendable, Equatable {
  struct Item: Sendable, Equatable {
    /// Where the rule stands.
    let x: Double
    let text: String
    /// All of the text, where `text` had to be shortened.
    let full: String?
    /// 0 is the uppermost lane; the rule begins in it.
    let lane: Int
    /// Whether the text stands right of its rule, or left of it near the right edge.
    let side: Side
    let span: ClosedRange<Double>
  }

  enum Side: Sendable { case right, left }

  let items: [Item]

  var laneCount: Int { (items.map(\.lane).max() ?? -1) + 1 }

  /// Places labels from left to right, each in the uppermost lane where it disturbs nobody.
  ///
  /// - Complexity: O(k³) for k labels; a figure has a handful.
  init(_ labels: [(x: Double, text: String)], within extent: ClosedRange<Double>) {
    var placed: [Item] = []
    for label in labels.sorted(by: { $0.x < $1.x }) {
      let room = (extent.upperBound - extent.lowerBound) * 0.45
      let text = TextMetrics.fitted(label.text, into: room)
      let full = text == label.text ? nil : label.text
      let width = TextMetrics.width(text)
      let right = (label.x + AnnotationLanes.gap)...(label.x + AnnotationLanes.gap + width)
      let left = (label.x - AnnotationLanes.gap - width)...(label.x - AnnotationLanes.gap)
      var sides: [(Side, ClosedRange<Double>)] = [(.right, right), (.left, left)].filter {
        $0.1.lowerBound >= extent.lowerBound && $0.1.upperBound <= extent.upperBound
      }
      if sides.isEmpty { sides = [(.right, right)] }
      let candidates = (0...placed.count).flatMap { lane in
        sides.map { side, span in
          Item(x: label.x, text: text, full: full, lane: lane, side: side, span: span)
        }
      }
      let free = candidates.first { candidate in
        !placed.contains { AnnotationLanes.conflict($0, candidate) }
      }
      if let item = free ?? candidates.last { placed.append(item) }
    }
    items = placed
  }

  private static let gap = 6.0

  private static func conflict(_ one: Item, _ other: Item) -> Bool {
    let overlap =
      one.lane == other.lane && one.span.lowerBound < other.span.upperBound + gap
      && other.span.lowerBound < one.span.upperBound + gap
    return overlap || crosses(one, other) || crosses(other, one)
  }

  /// Whether the rule of `one`, which runs down from its lane, cuts the text of `other`.
  private static func crosses(_ one: Item, _ other: Item) -> Bool {
    one.lane <= other.lane && other.span.contains(one.x)
  }
}
