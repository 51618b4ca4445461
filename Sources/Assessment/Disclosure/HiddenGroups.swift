import Profiling

/// The groups of one arm and period whose figures are kept back.
struct HiddenGroups {
  /// Groups with fewer people are kept back.
  let threshold: Int
  private var hidden: [DisclosureLayer: Set<Slice>] = [:]
  private var small: [DisclosureLayer: Set<Slice>] = [:]
  /// The attributes of hidden groups.
  private(set) var attributes: Set<String> = []

  /// - Parameter values: Of the arm; values that are kept back already stay so.
  init(_ values: [MetricValue], task: Task, threshold: Int) {
    self.threshold = threshold
    guard threshold > 1 else { return }
    let (slices, counts) = Self.counts(values, task)
    guard !slices.isEmpty else { return }
    let lines = Self.lines(among: slices)
    var given = Set<Int>()
    for layer in DisclosureLayer.allCases {
      let own = counts.filter { $0.layer == layer }
      let suppression = CellSuppression(
        cells: Self.sizes(of: slices.count, own).map(CellSuppression.Cell.init), lines: lines,
        threshold: threshold)
      given = suppression.hidden(
        beside: given.union(own.filter(\.isWithheld).map(\.place)))
      hidden[layer] = Set(given.map { slices[$0] })
      small[layer] = Set(given.filter(suppression.isSmall).map { slices[$0] })
    }
    attributes = Set(hidden.values.joined().flatMap(\.attributes))
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

  /// What one value of a group counts.
  private struct Count {
    /// Position of the group among the slices.
    var place: Int
    let metric: Metric
    let layer: DisclosureLayer
    /// `nil` for a value that says nothing of the number of people.
    let size: Int?
    let isWithheld: Bool
  }

  /// The groups of people among the slices of the values, in ascending order, and what is counted of
  /// each.
  private static func counts(
    _ values: [MetricValue], _ task: Task
  ) -> (slices: [Slice], counts: [Count]) {
    var slices: [Slice] = []
    var positions: [Slice: Int] = [:]
    var counts: [Count] = []
    for value in values where value.key.feature == nil && !value.key.slice.isAll {
      let key = value.key
      // The values of a group follow each other.
      let last = counts.last.flatMap { slices[$0.place] == key.slice ? $0.place : nil }
      guard let place = last ?? positions[key.slice] ?? newPlace(key.slice) else { continue }
      counts.append(
        Count(
          place: place, metric: key.metric, layer: DisclosureLayer(key.metric),
          size: DisclosureLayer.size(value), isWithheld: value.estimate.isWithheld))
    }
    func newPlace(_ slice: Slice) -> Int? {
      guard slice.isGroupOfPeople(task) else { return nil }
      positions[slice] = slices.count
      slices.append(slice)
      return slices.count - 1
    }
    let order = slices.indices.sorted { slices[$0] < slices[$1] }
    var ranks = order
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    for index in counts.indices { counts[index].place = ranks[counts[index].place] }
    return (order.map { slices[$0] }, counts)
  }

  /// People of each slice, one number for each metric that counts them.
  ///
  /// - Parameter counts: Those of one layer.
  private static func sizes(of sliceCount: Int, _ counts: [Count]) -> [[Int]] {
    var sizes = [[Metric: Int]](repeating: [:], count: sliceCount)
    for count in counts {
      if let size = count.size { sizes[count.place][count.metric] = size }
    }
    let metrics = Set(sizes.flatMap(\.keys)).sorted()
    return sizes.map { own in
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
