import Profiling

extension ProfileMeasurer {
  /// A population stability index above this is usually called a large change.
  private static let largeChange = 0.25

  /// The share of the features that have clearly moved, among those that can be compared.
  ///
  /// It rests on the rows of the period, which is what too few of would make it worthless.
  ///
  /// - Parameter values: What was measured of each column.
  func driftedFeatures(among values: [MetricValue], rows: Int) -> MetricValue {
    let features = Set(schema.columns(of: .feature).map(\.name))
    let indices = values.filter { value in
      value.key.metric == .psi && value.key.slice.isAll
        && value.key.feature.map(features.contains) ?? false
    }
    let known = indices.compactMap(\.estimate.value)
    let key = MetricKey(.driftedFeatureShare)
    guard !known.isEmpty else {
      let reason =
        indices.compactMap(\.estimate.reason).first
        ?? .notApplicable(because: "the model has no features")
      return MetricValue(key, .unavailable(rows == 0 ? .noRows : reason), count: rows)
    }
    func share(_ bound: (Estimate) -> Double?) -> Double {
      let drifted = indices.count { bound($0.estimate).map { $0 > Self.largeChange } ?? false }
      return Double(drifted) / Double(known.count)
    }
    // From the features that have moved for certain to those that may have.
    let interval = Interval(
      lower: share { $0.interval?.lower ?? $0.value },
      upper: share { $0.interval?.upper ?? $0.value })
    return MetricValue(key, .value(share(\.value), interval: interval), count: rows)
  }
}
