import Profiling
import Statistics

/// Impact ratios and the record of the comparison.
extension AttributeComparer {
  /// The group that impact ratios are measured against, and how it was found.
  var privilegedSlice: (slice: Slice?, origin: GroupComparison.PrivilegedOrigin) {
    if let values = attribute.privileged {
      let parts = zip(attribute.attributes, values).map { Slice.Part(attribute: $0, value: $1) }
      return (Slice(parts: parts), .configured)
    }
    if let favoured = mostFavoured(of: referenceGroups) { return (favoured, .favouredInReference) }
    return (mostFavoured(of: groups), .favouredNow)
  }

  /// The group with the highest favourable rate; of equal ones the first.
  private func mostFavoured(of groups: [GroupCounts]) -> Slice? {
    let rates = groups.compactMap { group -> GroupRate? in
      guard !UnknownGroup.contains(group.slice), group.predictions >= settings.minimumRows else {
        return nil
      }
      return group.favourableRate
    }
    return ImpactRatio.mostFavoured(of: rates)
  }

  /// Favourable rate of each group over that of the privileged one.
  func impactRatios(_ privileged: GroupCounts?) -> [MetricValue] {
    guard groups.contains(where: { $0.favourablePredictions != nil }) else { return [] }
    return groups.map { group in
      MetricValue(
        MetricKey(.impactRatio, slice: group.slice), impactRatio(of: group, privileged),
        count: group.predictions)
    }
  }

  private func impactRatio(of group: GroupCounts, _ privileged: GroupCounts?) -> Estimate {
    if UnknownGroup.contains(group.slice) {
      return .unavailable(.notApplicable(because: "people of unknown attribute are not compared"))
    }
    if group.predictions < settings.minimumRows {
      return .unavailable(
        .tooFewRows(count: group.predictions, minimum: settings.minimumRows))
    }
    guard let own = group.favourableRate else {
      return .unavailable(.undefined(because: ImpactRatio.tooFewRows))
    }
    let base = privileged.flatMap {
      $0.predictions >= settings.minimumRows ? $0.favourableRate : nil
    }
    return ImpactRatio(confidence: settings.confidence).estimate(of: own, against: base)
  }

  /// Which groups were compared, and which pairs stand behind the values.
  ///
  /// - Parameter scores: The edges between which scores are counted; `nil` without scores.
  func comparison(
    _ outcomes: Outcomes, privileged: GroupCounts?, scores edges: [Double]?
  ) -> GroupComparison {
    let (slice, origin) = privilegedSlice
    return GroupComparison(
      slice: self.slice, privileged: slice, privilegedOrigin: origin,
      groups: groups.map { group in
        let standing = standing(of: group)
        return GroupComparison.Group(
          slice: group.slice, rows: group.rows, standing: standing,
          test: standing == .compared ? test(group, privileged) : nil,
          scores: edges.flatMap { edges in
            group.table.map { GroupScoreBin.bins(of: $0, edges: edges) }
          } ?? [])
      }, gaps: outcomes.gaps, compared: outcomes.compared)
  }

  private func standing(of group: GroupCounts) -> GroupComparison.Standing {
    if UnknownGroup.contains(group.slice) { return .unknown }
    return group.predictions < settings.minimumRows ? .tooFewRows : .compared
  }

  private func test(_ group: GroupCounts, _ privileged: GroupCounts?) -> GroupTest? {
    guard let privileged, privileged.slice != group.slice,
      privileged.predictions >= settings.minimumRows, let base = privileged.favourableRate,
      let own = group.favourableRate
    else { return nil }
    return GroupTest(own.proportion, base.proportion)
  }
}

extension GroupCounts {
  /// The favourable rate; `nil` without predictions, or where no class is favourable.
  var favourableRate: GroupRate? {
    favourablePredictions.flatMap { GroupRate(slice, $0, of: predictions) }
  }
}
