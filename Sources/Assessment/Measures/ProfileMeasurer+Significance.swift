import Profiling
import Statistics

extension ProfileMeasurer {
  /// Whether chance explains the drift of each column.
  ///
  /// Columns of numbers have the Kolmogorov–Smirnov p-value among their metrics; columns of
  /// categories get that of χ² with rare categories put together. Features are adjusted for each
  /// other, and what the model answers (prediction, score, label) likewise.
  ///
  /// - Parameter values: What was measured of the same profiles.
  /// - Returns: By column; columns with fewer rows than the minimum, or for which no test can be
  ///   made, are left out and do not count for the others.
  func significance(
    values: KeyedValues, of profile: Profile, against reference: Profile?, version: String
  ) throws -> [String: Significance] {
    var features: [String: Double] = [:]
    var answers: [String: Double] = [:]
    for column in schema.columns {
      let current = profile.column(named: column.name, subject: column.subject)
      guard let current, current.count >= settings.minimumRows,
        let pValue = try pValue(
          of: column, values: values, current: current,
          reference: reference?.column(named: column.name, subject: column.subject),
          version: version)
      else { continue }
      if column.subject == .feature {
        features[column.name] = pValue
      } else {
        answers[column.name] = pValue
      }
    }
    return try Significance.adjusting(features).merging(
      Significance.adjusting(answers), uniquingKeysWith: { feature, _ in feature })
  }

  private func pValue(
    of column: ColumnSchema, values: KeyedValues, current: ColumnSummary,
    reference: ColumnSummary?, version: String
  ) throws -> Double? {
    if case .numeric = column.kind {
      return values[MetricKey(.ksPValue, feature: column.name)]?.estimate.value
    }
    guard let reference,
      let bins = ColumnBins(
        column: column, current: current, reference: reference, version: version)
    else { return nil }
    return try categoricalPValue(reference: bins.reference, current: bins.current)
  }
}

/// The p-value by which drift of categories is judged; `nil` when every category is rare.
func categoricalPValue(reference: [Int], current: [Int]) throws -> Double? {
  guard let counts = RareCategories(reference: reference, current: current) else { return nil }
  return try chiSquaredTest(reference: counts.reference, current: counts.current).value?.pValue
}
