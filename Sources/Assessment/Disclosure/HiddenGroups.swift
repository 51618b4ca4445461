import Profiling

/// The groups of one arm and period whose figures are kept back.
struct HiddenGroups {
  /// Groups with fewer people are kept back.
  let threshold: Int
  private var hidden: [DisclosureLayer: Set<Slice>] = [:]
  private var small: [DisclosureLayer: Set<Slice>] = [:]

  /// - Parameter values: Of the arm; values that are kept back already stay so.
  init(_ values: [MetricValue], task: Task, threshold: Int) {
    self.threshold = threshold
    let ofGroups = values.filter {
      $0.key.slice.isGroupOfPeople(task) && $0.key.feature == nil
    }
    let slices = Set(ofGroups.map(\.key.slice)).sorted()
    guard threshold > 1, !slices.isEmpty else { return }
    let lines = Self.lines(among: slices)
    var given = Set<Int>()
    for layer in DisclosureLayer.allCases {
      let sizes = Self.sizes(of: slices, ofGroups, layer)
      let suppression = CellSuppression(
        cells: sizes.map(CellSuppression.Cell.init), lines: lines, threshold: threshold)
      let kept = Set(
        ofGroups.filter { DisclosureLayer($0.key.metric) == layer && $0.estimate.isWithheld }
          .map(\.key.slice))
      given = suppression.hidden(
        beside: given.union(slices.indices.filter { kept.contains(slices[$0]) }))
      hidden[layer] = Set(given.map { slices[$0] })
      small[layer] = Set(given.filter(suppression.isSmall).map { slices[$0] })
    }
  }

  var isEmpty: Bool { hidden.values.allSatisfy(\.isEmpty) }

  func hides(_ slice: Slice, _ layer: DisclosureLayer = .people) -> Bool {
    hidden[layer]?.contains(slice) ?? false
  }

  /// Why the figures of a hidden group are kept back.
  ///
  /// The first layer that hides the group gives the reason for all that follow: otherwise it would
  /// tell whether anybody of a hidden group has a label, or how many.
  func reason(_ slice: Slice, _ layer: DisclosureLayer = .people) -> Withholding {
    let first = DisclosureLayer.allCases.first { hides(slice, $0) } ?? layer
    return small[first]?.contains(slice) ?? false
      ? .smallGroup(below: threshold) : .protectsSmallGroup(below: threshold)
  }

  /// The attributes of hidden groups.
  var attributes: Set<String> {
    Set(hidden.values.joined().flatMap(\.attributes))
  }

  /// People of each slice, one number for each metric of the layer that counts them.
  private static func sizes(
    of slices: [Slice], _ values: [MetricValue], _ layer: DisclosureLayer
  ) -> [[Int]] {
    var counts: [Slice: [Metric: Int]] = [:]
    for value in values where DisclosureLayer(value.key.metric) == layer {
      if let size = DisclosureLayer.size(value) {
        counts[value.key.slice, default: [:]][value.key.metric] = size
      }
    }
    let metrics = Set(counts.values.flatMap(\.keys)).sorted()
    return slices.map { slice in
      let own = counts[slice, default: [:]]
      // Without a count of rows the most that any figure rests on stands for it.
      let first = own[.rowCount] ?? own[.labelCount] ?? own.values.max() ?? 0
      return [first] + metrics.map { own[$0, default: 0] }
    }
  }

  /// Every set of slices that add up to all rows or to another slice, by positions among `slices`.
  static func lines(among slices: [Slice]) -> [CellSuppression.Line] {
    let positions = Dictionary(uniqueKeysWithValues: slices.enumerated().map { ($1, $0) })
    let partitions = Dictionary(grouping: slices, by: \.attributes)
    let names = partitions.keys.sorted {
      $0.joined(separator: "\u{0}") < $1.joined(separator: "\u{0}")
    }
    var lines: [CellSuppression.Line] = []
    for name in names {
      let parts = partitions[name, default: []]
      lines.append(.init(parts: parts.compactMap { positions[$0] }, total: nil))
      for coarser in names where coarser != name && Set(coarser).isSubset(of: name) {
        let totals = Dictionary(grouping: parts) { $0.restricted(to: coarser) }
        for total in totals.keys.sorted() {
          guard let position = positions[total] else { continue }
          let members = totals[total, default: []]
          lines.append(.init(parts: members.compactMap { positions[$0] }, total: position))
        }
      }
    }
    return lines
  }
}

extension Slice {
  /// True when the slice names people, not a comparison of groups, nor a class of answers.
  ///
  /// The classes of a model with several share the form of a group.
  func isGroupOfPeople(_ task: Task) -> Bool {
    !parts.isEmpty && parts.allSatisfy { $0.value != nil }
      && (task != .multiclass || attributes != ["class"])
  }

  /// The same values of some of the attributes, in their order.
  fileprivate func restricted(to attributes: [String]) -> Slice {
    Slice(parts: attributes.compactMap { name in parts.first { $0.attribute == name } })
  }
}
