import Assessment
import Charting
import Profiling

/// How the values of one column are spread, against the reference.
struct DistributionFigure {
  let distribution: Distribution
  let period: Period
  /// Categories with fewer rows than this are counted with the others, lest a person be recognised.
  let suppressBelow: Int

  private static let longest = 12

  func chart(id: String, heading: ChartHeading) -> DistributionChart? {
    guard distribution.currentCount > 0, !distribution.bins.isEmpty else { return nil }
    return DistributionChart(
      id: ChartID(id), title: "Values of \(distribution.column)", description: description,
      shape: distribution.isNumeric ? .numeric(bins) : categories,
      currentName: period.description, referenceName: "reference", heading: heading)
  }

  var description: String {
    let now = Plural.count(distribution.currentCount, "value")
    guard distribution.referenceCount > 0 else { return "\(now); no reference." }
    let largest = distribution.bins.max { one, other in gap(one) < gap(other) }
    let reference = Plural.count(distribution.referenceCount, "value")
    guard let largest, gap(largest) > 0, let before = largest.reference else {
      return "\(now) against \(reference) of the reference; no bar differs."
    }
    let style = NumberStyle(unit: .share)
    return "\(now) against \(reference) of the reference. The largest difference is "
      + "\(place(largest)): \(style.text(largest.current)) against \(style.text(before))."
  }

  private var bins: [DistributionBin] {
    distribution.bins.map { bin in
      DistributionBin(
        lowerEdge: bin.lower.map(text), upperEdge: bin.upper.map(text),
        current: bin.current, reference: bin.reference)
    }
  }

  private var categories: DistributionShape {
    let total = Double(distribution.currentCount)
    let ordered = distribution.bins.sorted { one, other in
      (-max(one.current, one.reference ?? 0), one.category ?? "")
        < (-max(other.current, other.reference ?? 0), other.category ?? "")
    }
    let isShown = { (bin: Distribution.Bin) -> Bool in
      bin.current == 0 || bin.current * total >= Double(suppressBelow)
    }
    let shown = Array(ordered.filter(isShown).prefix(Self.longest))
    let names = Set(shown.map { $0.category ?? "" })
    let rest = ordered.filter { !names.contains($0.category ?? "") }
    let others =
      rest.isEmpty
      ? nil
      : DistributionCategory(
        label: Plural.count(rest.count, "other category", "other categories"),
        current: rest.reduce(0) { $0 + $1.current },
        reference: rest.contains { $0.reference != nil }
          ? rest.reduce(0) { $0 + ($1.reference ?? 0) } : nil)
    return .categorical(
      shown.map {
        DistributionCategory(label: $0.category ?? "", current: $0.current, reference: $0.reference)
      }, others: others)
  }

  private func gap(_ bin: Distribution.Bin) -> Double {
    bin.reference.map { (bin.current - $0).magnitude } ?? 0
  }

  /// Such as `among values from 7 to 10`, `among values above 52.9` or `at JFK`.
  private func place(_ bin: Distribution.Bin) -> String {
    if let category = bin.category { return "at \(category)" }
    switch (bin.lower, bin.upper) {
    case (let lower?, let upper?): return "among values from \(text(lower)) to \(text(upper))"
    case (nil, let upper?): return "among values up to \(text(upper))"
    case (let lower?, nil): return "among values above \(text(lower))"
    case (nil, nil): return "at all values"
    }
  }

  private func text(_ edge: Double) -> String { NumberStyle(unit: .plain).limit(edge) }
}
