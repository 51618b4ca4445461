import Profiling

/// Which ranges of scores of which groups may be published.
///
/// The ranges of a group add up to its labelled rows, the groups in a range to all rows in it, and
/// the groups of an intersection to those of its attributes.
struct ScoreDisclosure {
  private let shown: [Slice: [GroupScoreBin]]

  /// - Parameter groups: Of all protected attributes; all have the same ranges.
  init(_ groups: [GroupComparison.Group], hidden: HiddenGroups) {
    let scored = groups.filter { !$0.scores.isEmpty }.sorted { $0.slice < $1.slice }
    let width = scored.map(\.scores.count).max() ?? 0
    let isWhole = scored.allSatisfy { $0.scores.count == width }
    guard hidden.threshold > 1, isWhole, width > 0 else {
      shown = [:]
      return
    }
    func position(_ group: Int, _ bin: Int) -> Int { group * width + bin }
    let byGroup = scored.indices.map { group in
      CellSuppression.Line(parts: (0..<width).map { position(group, $0) }, total: nil)
    }
    let byBin = HiddenGroups.lines(among: scored.map(\.slice)).flatMap { line in
      (0..<width).map { bin in
        CellSuppression.Line(
          parts: line.parts.map { position($0, bin) }, total: line.total.map { position($0, bin) })
      }
    }
    let bins = scored.flatMap(\.scores)
    var given = Set<Int>()
    for (index, group) in scored.enumerated() {
      let isHidden = hidden.hides(group.slice, .outcomes)
      for bin in 0..<width where isHidden || group.scores[bin].count == nil {
        given.insert(position(index, bin))
      }
    }
    let suppressed = CellSuppression(
      cells: bins.map { CellSuppression.Cell(sizes: [$0.count ?? 0]) }, lines: byGroup + byBin,
      threshold: hidden.threshold
    ).hidden(beside: given)
    var shown: [Slice: [GroupScoreBin]] = [:]
    for (index, group) in scored.enumerated() {
      shown[group.slice] = group.scores.enumerated().map { bin, range in
        suppressed.contains(position(index, bin)) ? range.keptBack : range
      }
    }
    self.shown = shown
  }

  func bins(of group: GroupComparison.Group) -> [GroupScoreBin] { shown[group.slice] ?? [] }
}
