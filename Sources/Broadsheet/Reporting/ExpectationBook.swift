import Assessment
import Profiling

/// What is expected of each version of a model: what its owner wrote, or the defaults.
struct ExpectationBook: Sendable {
  private let configured: [Expectation]?
  private let defaults: [String: [Expectation]]
  /// What a drift policy expects of each version; empty without one.
  private let drift: [String: [Expectation]]

  /// - Parameter defaults: What the reference makes us expect of each version.
  init(
    model: Configuration.Model, schema: ModelSchema, baseline: ReferenceBaseline,
    versions: Set<String>, defaults: [String: [Expectation]]
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
      self.defaults = defaults
    } else {
      configured = Self.expanded(model.expectations, schema: schema)
      self.defaults = [:]
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
}

extension Expectation {
  fileprivate var isDrift: Bool { metric.definition.family == .drift }
}
