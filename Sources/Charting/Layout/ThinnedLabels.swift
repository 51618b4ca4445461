/// A row of labels below an axis, so thinned that none touches another.
struct ThinnedLabels: Sendable, Equatable {
  /// A label that is shown.
  struct Item: Sendable, Equatable {
    let index: Int
    let text: String
    /// Centre of the text, moved inwards where it would leave the picture.
    let centre: Double
    let width: Double
    /// All of the text, where `text` had to be shortened.
    let full: String?
  }

  let items: [Item]

  /// Keeps the first and the last label and as many between as fit, evenly spaced: exactly so if
  /// that costs less than half of them, else to the nearest period.
  ///
  /// - Parameters:
  ///   - texts: All labels; empty ones are never shown.
  ///   - positions: Where each belongs; as many as `texts`, rising.
  ///   - extent: Ends of the picture.
  init(_ texts: [String], at positions: [Double], within extent: ClosedRange<Double>) {
    var room = (extent.upperBound - extent.lowerBound - ThinnedLabels.space) / 2
    var named = ThinnedLabels.placed(texts, at: positions, within: extent, room: room)
    guard named.count > 1 else {
      items = named
      return
    }
    // The first and the last are always shown; where even they would touch, they are shortened.
    while room > 40, !ThinnedLabels.isFree(ThinnedLabels.row(named, intervals: 1)) {
      room *= 0.85
      named = ThinnedLabels.placed(texts, at: positions, within: extent, room: room)
    }
    // From the finest row to the coarsest; two labels are the least, for the two ends.
    let last = named.count - 1
    let finest = (1...last).reversed().first { intervals in
      ThinnedLabels.isFree(ThinnedLabels.row(named, intervals: intervals))
    }
    let even = (1...(finest ?? 1)).reversed().first { last.isMultiple(of: $0) } ?? 1
    let chosen = even * 2 > (finest ?? 1) ? even : finest ?? 1
    items = ThinnedLabels.row(named, intervals: chosen)
  }

  private static let space = 18.0

  /// The labels that have a text, none wider than `room`, all within the picture.
  private static func placed(
    _ texts: [String], at positions: [Double], within extent: ClosedRange<Double>, room: Double
  ) -> [Item] {
    zip(texts, positions).enumerated().compactMap { index, pair in
      guard !pair.0.isEmpty else { return nil }
      let text = TextMetrics.fitted(pair.0, into: room)
      let width = TextMetrics.width(text)
      let low = extent.lowerBound + width / 2
      return Item(
        index: index, text: text, centre: min(max(pair.1, low), extent.upperBound - width / 2),
        width: width, full: text == pair.0 ? nil : pair.0)
    }
  }

  /// The labels nearest to an even division of the row, the first and the last among them.
  private static func row(_ items: [Item], intervals: Int) -> [Item] {
    (0...intervals).map { items[($0 * (items.count - 1) + intervals / 2) / intervals] }
  }

  private static func isFree(_ row: [Item]) -> Bool {
    zip(row, row.dropFirst()).allSatisfy { left, right in
      left.centre + left.width / 2 + space <= right.centre - right.width / 2
    }
  }
}
