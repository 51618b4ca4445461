import Profiling

/// Makes the record that an edition may know of one model.
///
/// Records are made anew, part by part: what this type does not know of is not carried over.
struct RecordRedactor {
  let redaction: Redaction
  let names: RedactedNames
  let mask: WordMask

  func redacted(_ record: ModelRecord) -> ModelRecord {
    let files = InputNames(redaction: redaction, mask: mask, inputs: record.inputs)
    return ModelRecord(
      identity: redacted(record.identity), references: record.references.map(redacted),
      referenceInput: record.referenceInput.map(files.renamed),
      referenceDays: record.referenceDays, periods: record.periods.map { redacted($0, files) },
      unmatchedLabelCount: record.unmatchedLabelCount, inputs: record.inputs.map(files.renamed))
  }

  private func redacted(_ identity: ModelIdentity) -> ModelIdentity {
    ModelIdentity(
      id: identity.id, title: mask.masked(identity.title), task: identity.task,
      owner: identity.owner.map(mask.masked), about: identity.about.map(mask.masked),
      periodKind: identity.periodKind, timezone: identity.timezone, positive: identity.positive,
      minimumRows: identity.minimumRows, suppressBelow: identity.suppressBelow,
      protectedAttributes: identity.protectedAttributes.filter { !names.hides(attribute: $0) },
      features: identity.features.filter { !names.attributes.contains($0) }
        .map { names.features[$0] ?? $0 },
      compatibility: identity.compatibility, driftPolicy: identity.driftPolicy,
      evidence: identity.evidence, maturity: identity.maturity,
      labelUnit: identity.labelUnit.map(mask.masked),
      favourable: identity.favourable)
  }

  private func redacted(_ record: PeriodRecord, _ files: InputNames) -> PeriodRecord {
    PeriodRecord(
      period: record.period, arms: record.arms.map(redacted),
      comparisons: record.comparisons.map(redacted),
      promotions: record.promotions.map { promotion in
        Promotion(
          version: mask.masked(promotion.version),
          replaced: promotion.replaced.map(mask.masked), day: promotion.day,
          months: promotion.months.map(redacted), overall: promotion.overall.map(redacted))
      }, inputs: record.inputs.map(files.renamed))
  }

  private func redacted(_ arm: ArmRecord) -> ArmRecord {
    var first: [MetricKey: FirstPublished] = [:]
    for (key, published) in arm.firstPublished {
      if let key = shown(key) { first[key] = published }
    }
    return ArmRecord(
      arm: redacted(arm.arm), period: arm.period,
      values: arm.values.compactMap(redacted).sorted { $0.key < $1.key },
      findings: arm.findings.compactMap(redacted),
      distributions: redaction.metrics == nil
        ? arm.distributions.filter { !names.hides(attribute: $0.column) } : [],
      rowCount: arm.rowCount, labelCount: arm.labelCount,
      maturities: arm.maturities.filter { shown($0.key) },
      groupComparisons: redaction.metrics == nil
        ? arm.groupComparisons.filter { shown($0.slice) } : [],
      firstPublished: first, diagnostics: redaction.metrics == nil ? arm.diagnostics : .none)
  }

  private func redacted(_ comparison: ArmComparison) -> ArmComparison {
    ArmComparison(
      production: redacted(comparison.production), other: redacted(comparison.other),
      firstDay: comparison.firstDay, lastDay: comparison.lastDay, dayCount: comparison.dayCount,
      rows: comparison.rows.compactMap { row in
        guard let key = shown(row.key), let production = redacted(row.production),
          let other = redacted(row.other)
        else { return nil }
        return ArmComparison.Row(
          key: key, production: production, other: other, difference: row.difference,
          outcome: row.outcome)
      })
  }

  private func redacted(_ arm: Arm) -> Arm {
    Arm(version: mask.masked(arm.version), stage: arm.stage)
  }

  private func redacted(_ finding: Finding) -> Finding? {
    let rule = finding.expectation
    guard let value = redacted(finding.value), let key = shown(rule.key) else { return nil }
    return Finding(
      value: value,
      expectation: Expectation(
        key.metric, slice: key.slice, feature: key.feature, minimum: rule.minimum,
        maximum: rule.maximum, watchBelow: rule.watchBelow, watchAbove: rule.watchAbove,
        origin: rule.origin),
      status: finding.status, rule: finding.rule, effect: finding.effect,
      significance: finding.significance, periodsInARow: finding.periodsInARow)
  }

  private func redacted(_ value: MetricValue) -> MetricValue? {
    guard let key = shown(value.key) else { return nil }
    return MetricValue(key, redacted(value.estimate), count: value.count)
  }

  /// A reason may name a group.
  private func redacted(_ estimate: Estimate) -> Estimate {
    switch estimate {
    case .unavailable(.undefined(let reason)):
      .unavailable(.undefined(because: mask.masked(reason)))
    case .unavailable(.notApplicable(let reason)):
      .unavailable(.notApplicable(because: mask.masked(reason)))
    case .value, .unavailable: estimate
    }
  }

  /// The key under which a number is shown; `nil` when it is not.
  private func shown(_ key: MetricKey) -> MetricKey? {
    guard shows(key.metric), shown(key.slice) else { return nil }
    guard let feature = key.feature else { return key }
    guard !names.attributes.contains(feature) else { return nil }
    return MetricKey(key.metric, slice: key.slice, feature: names.features[feature] ?? feature)
  }

  /// How many rows and labels there are stands in every sentence, whichever metrics are chosen.
  private func shows(_ metric: Metric) -> Bool {
    guard let metrics = redaction.metrics else { return true }
    return metrics.contains(metric) || [.rowCount, .labelCount, .labelCoverage].contains(metric)
  }

  private func shown(_ slice: Slice) -> Bool {
    !slice.parts.contains { names.hides(attribute: $0.attribute) }
  }
}

/// What the input files of one model are called.
private struct InputNames {
  private var names: [InputFile: String] = [:]

  /// - Parameter inputs: All files of the model, in the order of the record.
  init(redaction: Redaction, mask: WordMask, inputs: [InputFile]) {
    var counts: [InputFile.Role: Int] = [:]
    for file in inputs {
      counts[file.role, default: 0] += 1
      // A path with a name in it is hidden whole: what is left of it would still tell.
      guard redaction.subjects.contains(.inputNames) || mask.finds(in: file.path) else { continue }
      names[file] = "\(file.role.rawValue) \(counts[file.role, default: 0])"
    }
    self.mask = mask
  }

  private let mask: WordMask

  func renamed(_ file: InputFile) -> InputFile {
    if let name = names[file] { return file.named(name) }
    return mask.finds(in: file.path) ? file.named(file.role.rawValue) : file
  }
}
