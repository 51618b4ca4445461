package import Profiling

/// A rule of another tool for what is expected of a column when its owner wrote nothing.
///
/// Only the choice of measure and limit is the tool's. The values are ours: our χ² test compares two
/// samples, where Evidently takes the reference for the truth and finds smaller p-values.
package enum DriftPolicy: String, CaseIterable, Sendable {
  /// The test that Evidently 0.7 takes by default.
  case evidently = "evidently-0.7"

  /// Up to this many reference values a p-value decides, beyond it a distance.
  private static let smallReference = 1_000
  /// Up to this many different values a numeric column is treated as categories.
  static let fewValues = 5.0
  private static let significance = 0.05
  private static let distance = 0.1

  /// What is expected of one column.
  ///
  /// | column | reference ≤ 1,000 values | more |
  /// |---|---|---|
  /// | numeric, more than 5 different values | KS test, p ≥ 0.05 | Wasserstein ÷ deviation ≤ 0.1 |
  /// | any other | χ² test, p ≥ 0.05 | Jensen–Shannon distance ≤ 0.1 |
  ///
  /// For two values Evidently takes a two-sided z test of two proportions, which is the χ² test.
  ///
  /// - Parameters:
  ///   - referenceCount: Values of the reference that are not missing.
  ///   - distinctCount: Different values. Evidently counts those of both sides; an expectation must
  ///     not change with the period, so callers give those of the reference.
  ///
  /// Source: Evidently 0.7.23, `_get_default_stattest`.
  package func expectation(
    column: String, isNumeric: Bool, referenceCount: Int, distinctCount: Double
  ) -> Expectation {
    let isOrdered = isNumeric && distinctCount > Self.fewValues
    if referenceCount <= Self.smallReference {
      return Expectation(
        isOrdered ? .ksPValue : .chiSquaredPValue, feature: column, minimum: Self.significance,
        origin: .convention)
    }
    return Expectation(
      isOrdered ? .normalisedWassersteinDistance : .jensenShannonDistance, feature: column,
      maximum: Self.distance, origin: .convention)
  }

  /// The expectations of every column but the label that the reference has values for.
  package func expectations(schema: ModelSchema, reference: Profile?) -> [Expectation] {
    schema.columns.filter { $0.subject != .label }.compactMap { column in
      let summary = reference?.column(named: column.name, subject: column.subject)
      guard let summary, summary.count > 0 else { return nil }
      let (isNumeric, distinct) =
        switch summary {
        case .numeric(let numbers): (true, numbers.distinctCount)
        case .categorical(let categories): (false, categories.distinctCount)
        }
      return expectation(
        column: column.name, isNumeric: isNumeric, referenceCount: summary.count,
        distinctCount: distinct)
    }
  }

  /// The rule in words.
  package var words: String {
    """
    as Evidently 0.7 chooses by default: up to 1,000 reference values a p-value of at least 0.05 \
    by the Kolmogorov–Smirnov test (numbers) or the χ² test (others, and numbers with at most 5 \
    different values), beyond that a distance of at most 0.1, Wasserstein ÷ standard deviation or \
    Jensen–Shannon
    """
  }
}
