package import Profiling

/// What was measured of the reference of a model: what periods are held against, and what is published
/// of the reference itself.
package struct ReferenceMeasures: Sendable {
  /// The values of the reference by the version that is held against them, as
  /// ``ProfileMeasurer/values(of:against:version:malformedRowCount:)`` gives them.
  package let usual: [String: [MetricValue]]
  /// The reference of each version of its own, measured like a period.
  package let records: [ArmRecord]
  /// What is expected of each version where its owner expects nothing; empty where nobody asks.
  package let defaults: [String: [Expectation]]

  package init(
    usual: [String: [MetricValue]], records: [ArmRecord], defaults: [String: [Expectation]]
  ) {
    self.usual = usual
    self.records = records
    self.defaults = defaults
  }

  /// Measures a reference.
  ///
  /// - Parameters:
  ///   - versions: Those that answered.
  ///   - firstDay: First day of the reference; `nil` when its rows carry no time.
  ///   - wantsDefaults: Whether expectations are to be made from it.
  package init(
    of baseline: ReferenceBaseline, schema: ModelSchema, settings: MeasureSettings,
    versions: Set<String>, firstDay: Day?, wantsDefaults: Bool
  ) {
    let measurer = ProfileMeasurer(schema: schema, settings: settings)
    usual = Self.usual(of: baseline, versions: versions, by: measurer)
    let usual = usual
    records = baseline.versions.compactMap { version in
      baseline.profile(forVersion: version).map { profile in
        // Against itself nothing can have moved: what needs a comparison is left out.
        let values =
          usual[version]
          ?? measurer.values(of: profile, against: nil, version: version, malformedRowCount: 0)
        return ArmRecord(
          arm: baseline.arm(ofVersion: version),
          period: Period(.day, containing: firstDay ?? Day(number: 0)),
          values: values.filter { $0.estimate.reason != .noReference }, findings: [],
          distributions: [], rowCount: profile.input.rowCount,
          labelCount: profile.outcome.labelCount,
          groupComparisons: measurer.fairness(of: profile, against: nil).comparisons,
          diagnostics: measurer.diagnostics(of: profile, against: nil))
      }
    }
    guard wantsDefaults else {
      defaults = [:]
      return
    }
    defaults = Dictionary(
      uniqueKeysWithValues: versions.map { version in
        let whole = baseline.profile(forVersion: version)
        return (
          version,
          DefaultExpectations(schema: schema).expectations(
            chunks: baseline.chunkProfiles(forVersion: version).map(measurer.performance),
            reference: whole.map {
              measurer.values(of: $0, against: $0, version: version, malformedRowCount: 0)
            } ?? [])
        )
      })
  }

  /// The values of the reference by version; none without a reference.
  static func usual(
    of baseline: ReferenceBaseline, versions: Set<String>, by measurer: ProfileMeasurer
  ) -> [String: [MetricValue]] {
    var usual: [String: [MetricValue]] = [:]
    for version in versions {
      usual[version] = baseline.profile(forVersion: version).map {
        measurer.values(of: $0, against: nil, version: version, malformedRowCount: 0)
      }
    }
    return usual
  }
}
