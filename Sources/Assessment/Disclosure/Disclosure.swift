import Profiling

/// Turns the record of one arm into what may be published of it.
struct Disclosure {
  let arm: ArmRecord
  let identity: ModelIdentity
  let hidden: HiddenGroups
  /// What the arm is held against, as it is published; `nil` for the reference itself.
  let reference: Reference?
  /// The comparisons of groups as they are published, by the slice that names their attributes.
  let comparisons: [Slice: PublishedComparison]
  /// Columns whose values are attributes of hidden groups.
  private let attributes: Set<String>
  private let scores: ScoreDisclosure

  /// The reference as it is published, and what of it is not.
  struct Reference {
    let record: ArmRecord
    let hidden: HiddenGroups

    init(_ disclosure: Disclosure) {
      record = disclosure.record
      hidden = disclosure.hidden
    }
  }

  var threshold: Int { identity.suppressBelow }

  init(_ arm: ArmRecord, _ identity: ModelIdentity, against reference: Reference? = nil) {
    self.arm = arm
    self.identity = identity
    self.reference = reference
    let hidden = HiddenGroups(arm.values, task: identity.task, threshold: identity.suppressBelow)
    self.hidden = hidden
    attributes = hidden.attributes
    scores = ScoreDisclosure(arm.groupComparisons.flatMap(\.groups), hidden: hidden)
    comparisons = Dictionary(
      arm.groupComparisons.map { comparison in
        let before = reference?.record.groupComparisons.first { $0.slice == comparison.slice }
        return (
          comparison.slice,
          PublishedComparison(
            comparison, hidden: hidden, minimumRows: identity.minimumRows, reference: before)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  var record: ArmRecord {
    let values = arm.values.map(published)
    return ArmRecord(
      arm: arm.arm, period: arm.period, values: values,
      findings: arm.findings.map { published($0, as: published($0.value)) },
      distributions: arm.distributions.compactMap(published), rowCount: arm.rowCount,
      labelCount: arm.labelCount,
      maturities: arm.maturities.filter { !hidden.hides($0.key, .labels) },
      groupComparisons: arm.groupComparisons.map { comparison in
        comparisons[comparison.slice]?.record(scores) ?? comparison
      },
      firstValues: arm.firstValues.leavingOut(
        Set(values.filter { $0.estimate.isWithheld }.map(\.key))),
      diagnostics: arm.diagnostics)
  }

  // MARK: - Values

  private func published(_ value: MetricValue) -> MetricValue {
    if value.estimate.isWithheld { return value }
    let slice = value.key.slice
    if tellsOfReference(value.key) {
      return value.withheld(.protectsSmallGroup(below: threshold))
    }
    if slice.isAll {
      // The spread of an attribute over all rows counts its groups.
      let counts = value.key.feature.map(attributes.contains) ?? false
      return counts ? value.withheld(.protectsSmallGroup(below: threshold)) : value
    }
    guard slice.parts.allSatisfy({ $0.value != nil }) else {
      return comparisons[slice]?.published(value) ?? value
    }
    let layer = DisclosureLayer(value.key.metric)
    if hidden.hides(slice, layer) { return value.withheld(hidden.reason(slice, layer)) }
    let size = DisclosureLayer.size(value) ?? threshold
    if size > 0, size < threshold { return value.withheld(.smallGroup(below: threshold)) }
    guard value.key.metric == .impactRatio else { return value }
    return comparisons[slice.naming]?.publishedRatio(value) ?? value
  }

  /// Whether a distance is measured from people of the reference who are not published.
  private func tellsOfReference(_ key: MetricKey) -> Bool {
    guard let hidden = reference?.hidden, key.metric.definition.family == .drift else {
      return false
    }
    return key.slice.isAll
      ? key.feature.map(hidden.attributes.contains) ?? false : hidden.hides(key.slice)
  }

  // MARK: - What rests on values

  /// A verdict on what is published: nobody could see more from it than from the number.
  private func published(_ finding: Finding, as value: MetricValue) -> Finding {
    let isSame = value == finding.value
    let effect =
      reference == nil || value.key.slice.isAll
      ? finding.effect : Effect(of: value, reference: reference?.record[value.key])
    if isSame, effect == finding.effect { return finding }
    let verdict = Judge(minimumRows: identity.minimumRows, evidence: identity.evidence)
      .verdict(on: value, under: finding.expectation)
    return Finding(
      value: value, expectation: finding.expectation,
      status: isSame ? finding.status : verdict.status,
      rule: isSame ? finding.rule : verdict.rule,
      effect: value.estimate.isWithheld ? nil : effect,
      significance: isSame ? finding.significance : nil,
      periodsInARow: isSame || verdict.status.isWorthALook ? finding.periodsInARow : 0)
  }

  private func published(_ distribution: Distribution) -> Distribution? {
    let column = distribution.column
    if attributes.contains(column) || reference?.hidden.attributes.contains(column) ?? false {
      return nil
    }
    return distribution.subject == .feature
      ? distribution.withoutSmallCategories(threshold) : distribution
  }
}

extension MetricValue {
  /// The same figure without its numbers.
  func withheld(_ reason: Withholding) -> MetricValue {
    MetricValue(key, .unavailable(.withheld(reason)), count: 0)
  }
}

extension Slice {
  /// The attributes of a group without their values.
  fileprivate var naming: Slice {
    Slice(parts: parts.map { Part(attribute: $0.attribute, value: nil) })
  }
}

extension Status {
  fileprivate var isWorthALook: Bool { self == .watch || self == .breach }
}
