import Profiling

extension ProfileMeasurer {
  /// How complete the labels of each slice are that has rows.
  ///
  /// A row without a prediction has nothing that its label could be held against, so it is not
  /// waited for. A model that logs scores alone waits for every row, and one without a label column
  /// for none.
  func maturities(
    of profile: Profile, in period: Period, under rule: MaturityRule, asOf today: Day?
  ) -> [Slice: Maturity] {
    guard !schema.columns(of: .label).isEmpty else { return [:] }
    let hasPredictions = !schema.columns(of: .prediction).isEmpty
    var maturities: [Slice: Maturity] = [:]
    for (slice, counts) in profile.input.slices {
      let outcomes = profile.outcome.slices[slice]
      let arrived = hasPredictions ? outcomes?.outcomes.count : outcomes?.labels
      maturities[slice] = rule.maturity(
        arrived: arrived ?? 0, expected: hasPredictions ? counts.predictions : counts.rows,
        of: period, asOf: today)
    }
    return maturities
  }
}

extension Outcomes {
  /// Labelled rows with a prediction.
  fileprivate var count: Int {
    switch self {
    case .binary(let binary): binary.count
    case .regression(let regression): regression.count
    case .multiclass(let multiclass): multiclass.count
    }
  }
}
