import Profiling
import Statistics

/// Current and reference counts of one column over common bins.
///
/// Numeric columns are binned at the deciles of the reference, right-closed, with equal deciles
/// taken as one; categorical columns have a bin for every category that occurs on either side.
struct ColumnBins {
  /// Upper edges of the numeric bins but the last; empty for categories.
  let edges: [Double]
  /// Names of the categorical bins; empty for numbers.
  let categories: [String]
  let current: [Int]
  let reference: [Int]

  /// The name of the bin for categories that are not kept apart.
  static let others = "(others)"

  /// Bins of two summaries of one column.
  ///
  /// - Parameter version: Whose deciles, taken from the rows of the reference, make the bins; `nil`
  ///   for those of the counts in `reference`, which suits a slice.
  /// - Returns: `nil` when either side has no values.
  init?(
    column: ColumnSchema, current: ColumnSummary?, reference: ColumnSummary?, version: String?
  ) {
    guard let current, let reference, current.count > 0, reference.count > 0 else { return nil }
    switch (current, reference, column.kind) {
    case (.numeric(let now), .numeric(let before), .numeric(let anchors)):
      self.init(now, before, anchors: anchors, version: version)
    case (.categorical(let now), .categorical(let before), _):
      self.init(now, before)
    default:
      return nil
    }
  }

  private init(
    _ now: NumericSummary, _ before: NumericSummary, anchors: NumericAnchors, version: String?
  ) {
    let before = CellCounts(anchors: anchors, summary: before)
    let known = version.flatMap { anchors.deciles[$0] ?? anchors.deciles[NumericAnchors.pooled] }
    let deciles = known ?? (1...9).compactMap { before.quantile(Double($0) / 10) }
    var unique: [Double] = []
    for edge in deciles where unique.last != edge { unique.append(edge) }
    edges = unique
    categories = []
    current = CellCounts(anchors: anchors, summary: now).binned(unique)
    reference = before.binned(unique)
  }

  private init(_ now: CategoricalSummary, _ before: CategoricalSummary) {
    let nowNamed = now.named
    let beforeNamed = before.named
    var names = Set(nowNamed.keys).union(beforeNamed.keys).sorted()
    var nowCounts = names.map { nowNamed[$0, default: 0] }
    var beforeCounts = names.map { beforeNamed[$0, default: 0] }
    let others = (now.unseen.otherCount, before.unseen.otherCount)
    if others != (0, 0) {
      names.append(Self.others)
      nowCounts.append(others.0)
      beforeCounts.append(others.1)
    }
    edges = []
    categories = names
    current = nowCounts
    reference = beforeCounts
  }

  /// Shares of the current values by bin.
  var currentShares: [Double] { Self.shares(current) }

  var referenceShares: [Double] { Self.shares(reference) }

  private static func shares(_ counts: [Int]) -> [Double] {
    let total = Double(counts.reduce(0, +))
    return counts.map { Double($0) / total }
  }
}
