import Foundation
import Profiling
import Statistics

/// Counts of one column on both sides, over the bins of another tool.
struct ForeignBins {
  let reference: [Double]
  let current: [Double]

  /// - Returns: `nil` when either side has no values.
  init?(
    _ tool: Compatibility.Tool, column: ColumnSchema, current: ColumnSummary?,
    reference: ColumnSummary?
  ) {
    guard let current, let reference, current.count > 0, reference.count > 0 else { return nil }
    switch (current, reference, column.kind) {
    case (.numeric(let now), .numeric(let before), .numeric(let anchors)):
      let now = CellCounts(anchors: anchors, summary: now)
      let before = CellCounts(anchors: anchors, summary: before)
      switch tool {
      case .evidently: self.init(evidently: now, before)
      case .nannyml: self.init(nannyml: now, before)
      }
    default:
      // Both tools take categories as they are. NannyML puts new ones into one bin, which leaves
      // its distance as it is: an absent share adds in proportion to the other.
      guard
        let bins = ColumnBins(
          column: column, current: current, reference: reference, version: NumericAnchors.pooled)
      else { return nil }
      self.init(bins)
    }
  }

  private init(_ bins: ColumnBins) {
    reference = bins.reference.map(Double.init)
    current = bins.current.map(Double.init)
  }

  /// Evidently counts a column value by value up to this number of different ones.
  private static let fewValues = 20.0

  private init(evidently now: CellCounts, _ before: CellCounts) {
    guard before.summary.distinctCount > Self.fewValues else {
      // A gap between anchors holds unseen values; those of one gap share a bin.
      let cells = before.summary.cells.indices.filter {
        before.summary.cells[$0] > 0 || now.summary.cells[$0] > 0
      }
      reference = cells.map { Double(before.summary.cells[$0]) }
      current = cells.map { Double(now.summary.cells[$0]) }
      return
    }
    let low = min(before.summary.minimum ?? .infinity, now.summary.minimum ?? .infinity)
    let high = max(before.summary.maximum ?? -.infinity, now.summary.maximum ?? -.infinity)
    let edges = EqualWidthEdges.sturges(
      count: before.summary.count + now.summary.count, range: low...high)
    reference = before.counts(over: edges).inside
    current = now.counts(over: edges).inside
  }

  private init(nannyml now: CellCounts, _ before: CellCounts) {
    let low = before.summary.minimum ?? 0
    let edges = EqualWidthEdges.doane(
      points: before.points, range: low...(before.summary.maximum ?? low))
    let counts = now.counts(over: edges)
    reference = before.counts(over: edges).inside + [0]
    current = counts.inside + [counts.outside]
  }

  /// The population stability index with empty bins filled as Evidently fills them.
  ///
  ///     Σ (r − c) · ln(r / c)
  ///
  /// A share of 0 becomes 10⁻⁴ or, when the smallest other share of its side is at most 10⁻⁴, that
  /// divided by 10⁶. Shares are not rescaled afterwards.
  ///
  /// Source: Evidently 0.7.23, `get_binned_data` and `psi`.
  var filledStabilityIndex: Double {
    zip(Self.filled(reference), Self.filled(current)).reduce(0) { sum, shares in
      sum + (shares.0 - shares.1) * log(shares.0 / shares.1)
    }
  }

  private static func filled(_ counts: [Double]) -> [Double] {
    let total = counts.reduce(0, +)
    let shares = counts.map { $0 / total }
    let smallest = shares.filter { $0 > 0 }.min() ?? 1
    let filler = smallest <= 1e-4 ? smallest / 1e6 : 1e-4
    return shares.map { $0 > 0 ? $0 : filler }
  }

}

extension Compatibility.Tool {
  /// What a Jensen–Shannon distance in natural logarithms is divided by: the root of ln b for the
  /// base b of the tool.
  var distanceUnit: Double {
    switch self {
    case .evidently: 1
    case .nannyml: log(2).squareRoot()
    }
  }
}
