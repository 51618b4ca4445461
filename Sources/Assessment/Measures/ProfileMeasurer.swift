package import Profiling

/// Turns the profile of one arm and period into metric values.
///
/// Every metric that applies to the model gets a value or the reason why it has none, so that two
/// periods list the same metrics.
package struct ProfileMeasurer: Sendable {
  let schema: ModelSchema
  let settings: MeasureSettings

  package init(schema: ModelSchema, settings: MeasureSettings) {
    self.schema = schema
    self.settings = settings
  }

  /// All metric values, sorted by key.
  ///
  /// - Parameters:
  ///   - profile: The rows of the arm in the period.
  ///   - reference: What drift is measured against; `nil` without a reference.
  ///   - malformedRowCount: Rows that were left out as unreadable.
  ///   - version: Whose deciles make the bins.
  package func values(
    of profile: Profile, against reference: Profile?, version: String, malformedRowCount: Int
  ) -> [MetricValue] {
    var values = volume(of: profile, malformedRowCount: malformedRowCount)
    for column in schema.columns {
      let current = profile.column(named: column.name, subject: column.subject)
      let baseline = reference?.column(named: column.name, subject: column.subject)
      values += quality(of: column, within: .all, current: current, reference: baseline)
      values += drift(
        of: column, within: .all, current: current, reference: baseline, version: version)
    }
    values += slicedColumns(of: profile, against: reference)
    values.append(driftedFeatures(among: values, rows: profile.input.rowCount))
    values += performance(of: profile)
    values += operations(of: profile)
    values += groupRates(of: profile)
    values += scoringRates(of: profile)
    values += fairness(of: profile, against: reference).values
    return values.sorted { $0.key < $1.key }
  }

  /// Performance over every slice that has rows.
  package func performance(of profile: Profile) -> [MetricValue] {
    let slices = profile.input.slices.keys.sorted()
    return (slices.isEmpty ? [.all] : slices).flatMap { slice in
      performance(of: profile, slice: slice)
    }
  }

  func performance(of profile: Profile, slice: Slice) -> [MetricValue] {
    let counts = profile.input.slices[slice] ?? InputProfile.SliceCounts()
    let outcomes = profile.outcome.slices[slice]
    let values =
      switch outcomes?.outcomes ?? Outcomes(schema.task) {
      case .binary(let binary): performance(of: binary, counts: counts)
      case .regression(let regression): performance(of: regression, counts: counts)
      case .multiclass(let multiclass): performance(of: multiclass)
      }
    var all = values
    // Coverage belongs to a slice as well: late labels need not be late for everybody.
    if !slice.isAll {
      all[.rowCount] = CountedEstimate(.count(counts.rows), counts.rows)
      all[.labelCount] = CountedEstimate(.count(outcomes?.labels ?? 0), counts.rows)
      all[.labelCoverage] = coverage(labels: outcomes?.labels ?? 0, rows: counts.rows)
    }
    var list = all.map { metric, measured in
      MetricValue(MetricKey(metric, slice: slice), measured.estimate, count: measured.count)
    }
    if slice.isAll, case .multiclass(let multiclass)? = outcomes?.outcomes {
      list += classPerformance(of: multiclass)
    }
    return list
  }

  func coverage(labels: Int, rows: Int) -> CountedEstimate {
    CountedEstimate(
      .proportion(labels, of: rows, confidence: settings.confidence, whenEmpty: .noRows), rows)
  }
}

/// An estimate with the number of rows that it rests on.
struct CountedEstimate {
  let estimate: Estimate
  let count: Int

  init(_ estimate: Estimate, _ count: Int) {
    self.estimate = estimate
    self.count = count
  }
}
