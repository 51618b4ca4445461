import Profiling

/// The comparison of the groups of one attribute without those that are not published.
///
/// A measure over groups of which some are hidden would tell of these: by its value, by its interval,
/// by the pair it names, and already by whether it has a value at all. So groups are compared anew,
/// without those whose figures a measure rests on are hidden. What comes out follows from published
/// numbers, and tells of hidden groups nothing that these do not.
struct PublishedComparison {
  private let comparison: GroupComparison
  private let hidden: HiddenGroups
  /// The group that the others are measured against, chosen among those that are published.
  private let privileged: Slice?
  /// Favourable rates of the groups that are published and large enough.
  private let rates: [GroupRate]
  /// The measures that hidden groups had a part in, or would have had with more rows.
  private let outcomes: [Metric: AttributeOutcome]
  private let compared: [ComparedGroups]

  /// - Parameter reference: The same comparison within the reference, as it is published.
  init(
    _ comparison: GroupComparison, hidden: HiddenGroups, minimumRows: Int,
    reference: GroupComparison?
  ) {
    self.comparison = comparison
    self.hidden = hidden
    var outcomes: [Metric: AttributeOutcome] = [:]
    compared = comparison.compared.map { whole in
      let layer = DisclosureLayer(whole.metric)
      guard comparison.groups.contains(where: { hidden.hides($0.slice, layer) }) else {
        return whole
      }
      let shown = whole.leavingOut { hidden.hides($0, layer) }
      let key = MetricKey(whole.metric, slice: comparison.slice)
      outcomes[whole.metric] =
        shown.groups.count > 1
        ? AttributeOutcome(shown, over: comparison.slice, minimumRows: minimumRows)
        : AttributeOutcome(
          key, without: .withheld(.protectsSmallGroup(below: hidden.threshold)))
      return shown
    }
    self.outcomes = outcomes
    rates =
      compared.first { $0.metric == .demographicParityRatio }?.groups.compactMap { group in
        group.numbers.first.flatMap { GroupRate(group.slice, $0) }
      } ?? []
    privileged =
      switch comparison.privilegedOrigin {
      case .configured: comparison.privileged
      case .favouredInReference: reference?.privileged ?? comparison.privileged
      case .favouredNow:
        comparison.privileged.map { hidden.hides($0) } ?? false
          ? ImpactRatio.mostFavoured(of: rates) : comparison.privileged
      }
  }

  /// A metric over the attribute.
  func published(_ value: MetricValue) -> MetricValue {
    outcomes[value.key.metric]?.value ?? value
  }

  /// The impact ratio of a group that is published itself.
  func publishedRatio(_ value: MetricValue) -> MetricValue {
    if isPrivilegedHidden {
      return value.withheld(.protectsSmallGroup(below: hidden.threshold))
    }
    guard privileged != comparison.privileged,
      let own = rates.first(where: { $0.slice == value.key.slice })
    else { return value }
    return MetricValue(
      value.key, ImpactRatio().estimate(of: own, against: base), count: value.count)
  }

  /// The comparison as the record holds it.
  func record(_ scores: ScoreDisclosure) -> GroupComparison {
    GroupComparison(
      slice: comparison.slice, privileged: privileged,
      privilegedOrigin: comparison.privilegedOrigin,
      groups: comparison.groups.map { group in
        let isHidden = hidden.hides(group.slice)
        return GroupComparison.Group(
          slice: group.slice, rows: isHidden ? nil : group.rows,
          standing: isHidden && group.standing != .unknown ? .keptBack : group.standing,
          test: isHidden ? nil : test(group), scores: scores.bins(of: group))
      },
      gaps: compared.compactMap { compared in
        guard let outcome = outcomes[compared.metric] else {
          return comparison.gap(compared.metric)
        }
        return outcome.gap
      }, compared: compared)
  }

  private var isPrivilegedHidden: Bool { privileged.map { hidden.hides($0) } ?? false }

  private var base: GroupRate? { rates.first { $0.slice == privileged } }

  private func test(_ group: GroupComparison.Group) -> GroupTest? {
    if isPrivilegedHidden { return nil }
    guard privileged != comparison.privileged else { return group.test }
    guard group.standing == .compared, group.slice != privileged, let base,
      let own = rates.first(where: { $0.slice == group.slice })
    else { return nil }
    return GroupTest(own.proportion, base.proportion)
  }
}
