import Assessment
import Profiling

/// What is expected of each version of a model: what its owner wrote, or the defaults.
struct ExpectationBook: Sendable {
  private let configured: [Expectation]?
  private let defaults: [String: [Expectation]]
  /// What a drift policy expects of each version; empty without one.
  private let drift: [String: [Expectation]]

  init(
    model: Configuration.Model, schema: ModelSchema, settings: MeasureSettings,
    baseline: ReferenceBaseline, versions: Set<String>
  ) {
    drift =
      model.driftPolicy.map { policy in
        Dictionary(
          uniqueKeysWithValues: versions.map { version in
            (
              version,
              policy.expectations(
                schema: schema, reference: baseline.profile(forVersion: version))
            )
          })
      } ?? [:]
    if model.expectations.isEmpty {
      configured = nil
      let measurer = ProfileMeasurer(schema: schema, settings: settings)
      var defaults: [String: [Expectation]] = [:]
      for version in versions {
        defaults[version] = Self.defaults(
          version: version, schema: schema, measurer: measurer, baseline: baseline)
      }
      self.defaults = defaults
    } else {
      configured = Self.expanded(model.expectations, schema: schema)
      defaults = [:]
    }
  }

  /// The expectations of one version.
  func expectations(ofVersion version: String) -> [Expectation] {
    guard let policy = drift[version] else { return configured ?? defaults[version] ?? [] }
    // What the owner wrote for a column stands; the policy takes the place of our defaults only.
    if let configured {
      let judged = Set(configured.compactMap { $0.isDrift && $0.slice.isAll ? $0.feature : nil })
      return configured + policy.filter { !judged.contains($0.feature ?? "") }
    }
    return (defaults[version] ?? []).filter { !$0.isDrift } + policy
  }

  /// Patterns over all features become one expectation for each feature.
  private static func expanded(
    _ patterns: [ExpectationPattern], schema: ModelSchema
  ) -> [Expectation] {
    patterns.flatMap { pattern -> [Expectation] in
      guard pattern.feature == "*" else { return [pattern.expectation(feature: pattern.feature)] }
      return schema.columns(of: .feature).map { pattern.expectation(feature: $0.name) }
    }
  }

  private static func defaults(
    version: String, schema: ModelSchema, measurer: ProfileMeasurer, baseline: ReferenceBaseline
  ) -> [Expectation] {
    let whole = baseline.profile(forVersion: version)
    let reference = whole.map {
      measurer.values(of: $0, against: $0, version: version, malformedRowCount: 0)
    }
    let chunks = baseline.chunkProfiles(forVersion: version).map(measurer.performance)
    return DefaultExpectations(schema: schema).expectations(
      chunks: chunks, reference: reference ?? [])
  }
}

extension Expectation {
  fileprivate var isDrift: Bool { metric.definition.family == .drift }
}
