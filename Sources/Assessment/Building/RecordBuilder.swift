package import Profiling

/// Builds the record of one model, period after period.
package struct RecordBuilder {
  private let schema: ModelSchema
  private let measurer: ProfileMeasurer
  private let judge: Judge
  private let baseline: ReferenceBaseline
  private let source: any ProfileSource
  private let comparer: ArmComparer
  /// The reference's own values, by the version that is held against them.
  private let usual: [String: KeyedValues]
  private let maturity: MaturityRule
  private let today: Day?
  private let estimators: EstimatorShelf
  /// Expectations of each version.
  private let expectations: (String) -> [Expectation]

  /// - Parameters:
  ///   - maturity: When performance figures count as final.
  ///   - today: The day from which the age of a period is counted; `nil` when none is known.
  ///   - known: The values of the reference by version (``ReferenceMeasures/usual``); measured here
  ///   for `nil`.
  ///   - expectations: What is expected of a version; the result must not depend on the period.
  package init(
    schema: ModelSchema, settings: MeasureSettings, evidence: EvidenceRule,
    baseline: ReferenceBaseline, source: any ProfileSource,
    maturity: MaturityRule = .standard, asOf today: Day? = nil,
    usual known: [String: [MetricValue]]? = nil,
    expectations: @escaping (String) -> [Expectation]
  ) {
    self.schema = schema
    let measurer = ProfileMeasurer(schema: schema, settings: settings)
    self.measurer = measurer
    judge = Judge(minimumRows: settings.minimumRows, evidence: evidence)
    self.baseline = baseline
    self.source = source
    self.expectations = expectations
    self.maturity = maturity
    self.today = today
    comparer = ArmComparer(measurer: measurer, source: source)
    usual =
      (known
      ?? ReferenceMeasures.usual(
        of: baseline, versions: Set(source.daysByArm.keys.map(\.version)), by: measurer))
      .mapValues { KeyedValues($0) }
    estimators = EstimatorShelf(schema: schema, settings: settings, baseline: baseline)
  }

  /// Every period from the first day with rows to the last, without gaps.
  ///
  /// - Parameters:
  ///   - kind: Length of a period.
  ///   - malformedRowCounts: Rows left out as unreadable, by the arm and day they are counted for.
  ///   - inputs: Files with rows, with the days that their rows span.
  ///   - memory: What was measured before; only what it does not know is read and measured.
  package func periods(
    _ kind: PeriodKind, malformedRowCounts: [Arm: [Day: Int]],
    inputs: [(file: InputFile, days: ClosedRange<Day>)],
    memory: any MeasureMemory = NoMeasureMemory()
  ) throws -> [PeriodRecord] {
    let plans = PeriodPlan.all(
      kind, daysByArm: source.daysByArm, promotions: PromotionFinder(source.daysByArm).starts)
    var records: [PeriodRecord] = []
    var streaks = Streaks()
    for plan in plans {
      let dependencies = MeasureDependencies(
        plan: plan, malformedRowCounts: malformedRowCounts,
        today: maturity.day(today, for: plan.period),
        streaks: streaks, armBefore: records.last?.leading?.arm)
      let measured: MeasuredPeriod
      if let known = try memory.recall(dependencies) {
        (measured, streaks) = (known.measured, known.streaks)
      } else {
        streaks.beginPeriod()
        measured = try measure(dependencies, streaks: &streaks)
        try memory.keep(measured, streaks: streaks, for: dependencies)
      }
      let files = inputs.filter { $0.days.overlaps(plan.range) }
      records.append(
        PeriodRecord(
          period: plan.period, arms: measured.arms, comparisons: measured.comparisons,
          promotions: measured.promotions, inputs: files.map(\.file),
          inputDays: Dictionary(
            files.map { ($0.file.digest, $0.days) }, uniquingKeysWith: { first, _ in first })))
    }
    return records
  }

  private func measure(
    _ dependencies: MeasureDependencies, streaks: inout Streaks
  ) throws -> MeasuredPeriod {
    let plan = dependencies.plan
    let counted = try leadingFirst(in: plan).map { arm, profile in
      let malformed = dependencies.malformedRowCounts[arm] ?? [:]
      return count(
        arm, profile,
        malformedRowCount: (plan.days[arm] ?? []).reduce(0) { $0 + malformed[$1, default: 0] })
    }
    let served = ServedCounts(counted.map { ($0.arm, $0.keyed) })
    var arms = try counted.map {
      try record(of: $0, served: served, period: plan.period, streaks: &streaks)
    }
    if arms.isEmpty {
      arms = [try empty(plan.period, after: dependencies.armBefore, streaks: &streaks)]
    }
    return MeasuredPeriod(
      arms: arms, comparisons: try comparisons(among: arms.map(\.arm), in: plan.range),
      promotions: try plan.promotions.map { try $0.promotion(by: comparer) })
  }
}

// MARK: - One period

extension RecordBuilder {
  /// Arms with rows in the period: production before other stages, more rows before fewer.
  ///
  /// - Returns: Each with its profile over the range, which is read from the record only here.
  private func leadingFirst(in plan: PeriodPlan) throws -> [(arm: Arm, profile: Profile)] {
    var arms: [(arm: Arm, profile: Profile)] = []
    for (arm, days) in plan.days {
      arms.append((arm, try source.profile(of: arm, on: days)))
    }
    return arms.sorted { left, right in
      if left.arm.stage != right.arm.stage { return left.arm.stage < right.arm.stage }
      let (ours, theirs) = (left.profile.input.rowCount, right.profile.input.rowCount)
      return ours != theirs ? ours > theirs : left.arm.version < right.arm.version
    }
  }

  /// What was counted and measured of one arm, before anything is judged.
  private struct Counted {
    let arm: Arm
    let profile: Profile
    let reference: Profile?
    let values: [MetricValue]
    let keyed: KeyedValues
  }

  private func count(_ arm: Arm, _ profile: Profile, malformedRowCount: Int) -> Counted {
    let reference = baseline.profile(forVersion: arm.version)
    let values = values(
      of: profile, against: reference, version: arm.version, malformedRowCount: malformedRowCount)
    return Counted(
      arm: arm, profile: profile, reference: reference, values: values,
      keyed: KeyedValues(values))
  }

  private func record(
    of counted: Counted, served: ServedCounts, period: Period, streaks: inout Streaks
  ) throws -> ArmRecord {
    let (arm, profile, reference) = (counted.arm, counted.profile, counted.reference)
    return ArmRecord(
      arm: arm, period: period, values: counted.values,
      findings: try findings(
        for: arm, values: counted.keyed, served: served, profile: profile, reference: reference,
        streaks: &streaks),
      distributions: measurer.distributions(
        of: profile, against: reference, version: arm.version),
      rowCount: profile.input.rowCount, labelCount: profile.outcome.labelCount,
      maturities: measurer.maturities(of: profile, in: period, under: maturity, asOf: today),
      groupComparisons: measurer.fairness(of: profile, against: reference).comparisons,
      diagnostics: measurer.diagnostics(of: profile, against: reference))
  }

  /// A period without rows keeps the arm that led before, with every metric unavailable.
  private func empty(
    _ period: Period, after before: Arm?, streaks: inout Streaks
  ) throws -> ArmRecord {
    let arm = before ?? Arm(version: "", stage: .production)
    let reference = baseline.profile(forVersion: arm.version)
    let values = self.values(
      of: Profile(), against: reference, version: arm.version, malformedRowCount: 0)
    return ArmRecord(
      arm: arm, period: period, values: values,
      findings: try findings(
        for: arm, values: KeyedValues(values), served: ServedCounts([]), profile: Profile(),
        reference: reference, streaks: &streaks),
      distributions: [], rowCount: 0, labelCount: 0)
  }

  /// What was measured, and what is to be expected of rows without labels.
  private func values(
    of profile: Profile, against reference: Profile?, version: String, malformedRowCount: Int
  ) -> [MetricValue] {
    let measured = measurer.values(
      of: profile, against: reference, version: version, malformedRowCount: malformedRowCount)
    let estimated = estimators.estimator(forVersion: version).values(of: profile)
    return (measured + estimated).sorted { $0.key < $1.key }
  }

  private func findings(
    for arm: Arm, values: KeyedValues, served: ServedCounts, profile: Profile,
    reference: Profile?, streaks: inout Streaks
  ) throws -> [Finding] {
    let significance = try measurer.significance(
      values: values, of: profile, against: reference, version: arm.version)
    let expected = expectations(arm.version).flatMap { $0.perGroup(of: profile) }
    return expected.compactMap { expectation in
      guard let value = values[expectation.key].map({ served.judged($0, of: arm) }) else {
        return nil
      }
      // Nothing of the period was counted for it: the expectation is younger than the rows.
      if case .notCounted(counted: 0, rows: _)? = value.estimate.reason { return nil }
      let tested = expectation.metric.isDistance ? significance[expectation.key] : nil
      let verdict = judge.verdict(
        on: value, under: expectation, significance: tested,
        referenceCount: measurer.referenceCount(of: expectation.key, in: reference))
      return Finding(
        value: value, expectation: expectation, status: verdict.status, rule: verdict.rule,
        effect: Effect(of: value, reference: usual[arm.version]?[expectation.key]),
        significance: tested,
        periodsInARow: streaks.count(verdict.status, of: expectation.key, for: arm))
    }
  }

  private func comparisons(among arms: [Arm], in range: Range<Day>) throws -> [ArmComparison] {
    let production = arms.filter { $0.stage == .production }
    let others = arms.filter { $0.stage == .candidate || $0.stage == .shadow }
    return try others.compactMap { other in
      // The production arm that it shares most days with; in a week of change that is the old one.
      let partner = production.max { left, right in
        comparer.sharedDays(of: other, with: left, in: range).count
          < comparer.sharedDays(of: other, with: right, in: range).count
      }
      guard let partner else { return nil }
      return try comparer.comparison(of: other, with: partner, in: range)
    }
  }
}
