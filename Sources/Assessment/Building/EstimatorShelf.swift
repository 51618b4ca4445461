import Profiling

/// The estimators of a model by version, each made when a period of its version is measured first: a
/// run that measures nothing needs none.
final class EstimatorShelf {
  private let schema: ModelSchema
  private let settings: MeasureSettings
  private let baseline: ReferenceBaseline
  private var known: [String: PerformanceEstimator] = [:]

  init(schema: ModelSchema, settings: MeasureSettings, baseline: ReferenceBaseline) {
    self.schema = schema
    self.settings = settings
    self.baseline = baseline
  }

  /// - Parameter version: May be empty, as a period without any row may have no version at all.
  func estimator(forVersion version: String) -> PerformanceEstimator {
    if let estimator = known[version] { return estimator }
    let chunks = baseline.isEmpty ? [] : baseline.chunkProfiles(forVersion: version)
    let estimator = PerformanceEstimator(schema: schema, settings: settings, chunks: chunks)
    known[version] = estimator
    return estimator
  }
}
