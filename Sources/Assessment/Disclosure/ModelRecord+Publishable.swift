import Profiling

extension ModelRecord {
  /// The record as readers may see it: without any figure from which a group of fewer people than
  /// `suppress_below` could be computed.
  ///
  /// It is made once, before anything is rendered; verdicts stay those that the whole record gave.
  /// Applied again it changes nothing.
  package var publishable: ModelRecord {
    guard identity.suppressBelow > 1 else { return self }
    var copy = self
    copy.references = references.map { $0.publishable(for: identity) }
    copy.periods = periods.map { period in
      var published = period
      published.arms = period.arms.map { $0.publishable(for: identity) }
      return published
    }
    return copy
  }
}

extension ArmRecord {
  /// The same of one arm and period.
  package func publishable(for identity: ModelIdentity) -> ArmRecord {
    identity.suppressBelow > 1 ? Disclosure(self, identity).record : self
  }
}

/// Turns the record of one arm into what may be published of it.
struct Disclosure {
  let arm: ArmRecord
  let task: Task
  let threshold: Int
  let hidden: HiddenGroups
  /// Columns whose values are attributes of hidden groups.
  let attributes: Set<String>
  private let scores: ScoreDisclosure

  init(_ arm: ArmRecord, _ identity: ModelIdentity) {
    self.arm = arm
    task = identity.task
    threshold = identity.suppressBelow
    hidden = HiddenGroups(arm.values, task: identity.task, threshold: identity.suppressBelow)
    attributes = hidden.attributes
    scores = ScoreDisclosure(arm.groupComparisons.flatMap(\.groups), hidden: hidden)
  }

  var record: ArmRecord {
    let values = arm.values.map(published)
    let shown = Dictionary(
      values.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return ArmRecord(
      arm: arm.arm, period: arm.period, values: values,
      findings: arm.findings.map { published($0, as: shown[$0.value.key] ?? published($0.value)) },
      distributions: arm.distributions.compactMap(published), rowCount: arm.rowCount,
      labelCount: arm.labelCount,
      maturities: arm.maturities.filter { !hidden.hides($0.key, .labels) },
      groupComparisons: arm.groupComparisons.map(published),
      firstValues: arm.firstValues.leavingOut(
        Set(values.filter { $0.estimate.isWithheld }.map(\.key))),
      diagnostics: arm.diagnostics)
  }

  // MARK: - Values

  private func published(_ value: MetricValue) -> MetricValue {
    if value.estimate.isWithheld { return value }
    let slice = value.key.slice
    if slice.isAll {
      // The spread of an attribute over all rows counts its groups.
      let counts = value.key.feature.map(attributes.contains) ?? false
      return counts ? value.withheld(.protectsSmallGroup(below: threshold)) : value
    }
    guard slice.parts.allSatisfy({ $0.value != nil }) else { return publishedGap(value) }
    let layer = DisclosureLayer(value.key.metric)
    if hidden.hides(slice, layer) { return value.withheld(hidden.reason(slice, layer)) }
    if value.key.metric == .impactRatio, dependsOnHiddenGroup(slice) {
      return value.withheld(.protectsSmallGroup(below: threshold))
    }
    let size = DisclosureLayer.size(value) ?? threshold
    return size > 0 && size < threshold
      ? value.withheld(.smallGroup(below: threshold)) : value
  }

  /// A metric over an attribute, which would give away a hidden group of its pair.
  private func publishedGap(_ value: MetricValue) -> MetricValue {
    guard let gap = gap(of: value) else { return value }
    let layer = DisclosureLayer(value.key.metric)
    if hidden.hides(gap.highest.slice, layer) || hidden.hides(gap.lowest.slice, layer) {
      return value.withheld(.protectsSmallGroup(below: threshold))
    }
    guard gap.compared.contains(where: { hidden.hides($0, layer) }),
      let number = value.estimate.value
    else { return value }
    // The ends of the interval come from all pairs, those with a hidden group among them.
    return MetricValue(value.key, .value(number, interval: nil), count: value.count)
  }

  private func gap(of value: MetricValue) -> GroupComparison.Gap? {
    arm.groupComparisons.first { $0.slice == value.key.slice }?.gap(value.key.metric)
  }

  private func dependsOnHiddenGroup(_ slice: Slice) -> Bool {
    arm.groupComparisons.contains { comparison in
      comparison.slice.attributes == slice.attributes
        && comparison.privileged.map { hidden.hides($0) } ?? false
    }
  }

  // MARK: - What rests on values

  private func published(_ finding: Finding, as value: MetricValue) -> Finding {
    guard value != finding.value else { return finding }
    return Finding(
      value: value, expectation: finding.expectation, status: finding.status,
      rule: value.estimate.reason.map(VerdictRule.noValue) ?? finding.rule, effect: nil,
      significance: nil, periodsInARow: finding.periodsInARow)
  }

  private func published(_ distribution: Distribution) -> Distribution? {
    if attributes.contains(distribution.column) { return nil }
    return distribution.subject == .feature
      ? distribution.withoutSmallCategories(threshold) : distribution
  }

  private func published(_ comparison: GroupComparison) -> GroupComparison {
    let concealsPrivileged = comparison.privileged.map { hidden.hides($0) } ?? false
    return GroupComparison(
      slice: comparison.slice, privileged: comparison.privileged,
      privilegedOrigin: comparison.privilegedOrigin,
      groups: comparison.groups.map { group in
        let isHidden = hidden.hides(group.slice)
        return GroupComparison.Group(
          slice: group.slice, rows: isHidden ? nil : group.rows, standing: group.standing,
          test: isHidden || concealsPrivileged ? nil : group.test,
          scores: scores.bins(of: group))
      },
      gaps: comparison.gaps.filter { gap in
        let layer = DisclosureLayer(gap.metric)
        return !hidden.hides(gap.highest.slice, layer) && !hidden.hides(gap.lowest.slice, layer)
      })
  }
}

extension MetricValue {
  /// The same figure without its numbers.
  func withheld(_ reason: Withholding) -> MetricValue {
    MetricValue(key, .unavailable(.withheld(reason)), count: 0)
  }
}
