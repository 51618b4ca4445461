extension Distribution {
  /// The name under which small categories are counted together.
  package static let otherCategories = "(other categories)"

  /// The same spread with categories of few values counted together, so that none of fewer than
  /// `threshold` values can be computed, in the period or in the reference; bins of numbers stay.
  func withoutSmallCategories(_ threshold: Int) -> Distribution {
    guard !isNumeric, !bins.contains(where: { $0.category == Self.otherCategories }) else {
      return self
    }
    let cells = bins.map { bin in
      CellSuppression.Cell(sizes: [
        Int((bin.current * Double(currentCount)).rounded()),
        Int(((bin.reference ?? 0) * Double(referenceCount)).rounded()),
      ])
    }
    let hidden = CellSuppression(
      cells: cells, lines: [.init(parts: Array(bins.indices), total: nil)], threshold: threshold
    ).hidden()
    guard !hidden.isEmpty else { return self }
    let together = hidden.sorted().map { bins[$0] }
    let rest = Bin(
      lower: nil, upper: nil, category: Self.otherCategories,
      current: together.reduce(0) { $0 + $1.current },
      reference: together.contains { $0.reference != nil }
        ? together.reduce(0) { $0 + ($1.reference ?? 0) } : nil)
    return Distribution(
      column: column, subject: subject,
      bins: bins.indices.filter { !hidden.contains($0) }.map { bins[$0] } + [rest],
      currentCount: currentCount, referenceCount: referenceCount)
  }
}
