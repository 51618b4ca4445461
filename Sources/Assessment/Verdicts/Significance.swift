import Statistics

/// Whether chance alone explains that a column differs from the reference.
package struct Significance: Hashable, Sendable {
  /// Probability of a difference at least as large if nothing has changed, in [0, 1].
  package let pValue: Double
  /// The same with the other columns of the model, arm and period taken into account
  /// (Benjamini–Hochberg), in [pValue, 1].
  package let adjusted: Double

  /// A breach needs an adjusted p-value below this: among forty columns without any drift one false
  /// breach in a hundred periods at most.
  package static let breachLevel = 0.01
  /// At or above this chance alone explains the difference: the field's usual level.
  package static let chanceLevel = 0.05

  package init(pValue: Double, adjusted: Double) {
    self.pValue = pValue
    self.adjusted = adjusted
  }

  /// Adjusts the p-values of one family of columns for each other.
  ///
  /// - Parameter pValues: By column; values in [0, 1].
  /// - Complexity: O(m log m) for m columns.
  static func adjusting<Column: Hashable & Comparable>(
    _ pValues: [Column: Double]
  ) throws(StatisticsError) -> [Column: Significance] {
    let names = pValues.keys.sorted()
    let raw = names.map { pValues[$0, default: 1] }
    let adjusted = try benjaminiHochberg(raw)
    return Dictionary(
      uniqueKeysWithValues: zip(names, zip(raw, adjusted)).map {
        ($0, Significance(pValue: $1.0, adjusted: $1.1))
      })
  }
}
