import Profiling
import Statistics

/// Whether chance explains the drift of each column that was tested.
struct TestedColumns {
  private let columns: [SlicedColumn: Significance]

  fileprivate init(_ columns: [SlicedColumn: Significance]) {
    self.columns = columns
  }

  /// Of the column and the rows that a metric is about; `nil` where no test was made.
  subscript(key: MetricKey) -> Significance? {
    key.feature.flatMap { columns[SlicedColumn(slice: key.slice, column: $0)] }
  }
}

extension ProfileMeasurer {
  /// Whether chance explains the drift of each column.
  ///
  /// Columns of numbers have the Kolmogorov–Smirnov p-value among their metrics; columns of
  /// categories get that of χ² with rare categories put together. Features are adjusted for each
  /// other, and what the model answers (prediction, score, label) likewise. Columns within slices
  /// are families apart, so that asking for a slice changes no verdict on all rows.
  ///
  /// - Parameter values: What was measured of the same profiles.
  /// - Returns: Columns with fewer rows than the minimum, or for which no test can be made, are left
  ///   out and do not count for the others.
  func significance(
    values: KeyedValues, of profile: Profile, against reference: Profile?, version: String
  ) throws -> TestedColumns {
    var families: [Family: [SlicedColumn: Double]] = [:]
    for column in schema.columns {
      let pValue = try pValue(
        of: column, within: .all, values: values,
        current: profile.column(named: column.name, subject: column.subject),
        reference: reference?.column(named: column.name, subject: column.subject),
        version: version)
      families[Family(column, within: .all), default: [:]][
        SlicedColumn(slice: .all, column: column.name)] = pValue
    }
    for asked in schema.slicedColumns {
      guard let column = schema.column(named: asked.column),
        gap(in: column, within: asked.slice, of: profile) == nil
      else { continue }
      families[Family(column, within: asked.slice), default: [:]][asked] = try pValue(
        of: column, within: asked.slice, values: values,
        current: profile.column(column, within: asked.slice),
        reference: reference?.column(column, within: asked.slice), version: nil)
    }
    return TestedColumns(
      try families.values.reduce(into: [:]) { tested, family in
        tested.merge(try Significance.adjusting(family)) { one, _ in one }
      })
  }

  /// Columns whose p-values are adjusted for each other.
  private struct Family: Hashable {
    let isFeature: Bool
    let isSlice: Bool

    init(_ column: ColumnSchema, within slice: Slice) {
      isFeature = column.subject == .feature
      isSlice = !slice.isAll
    }
  }

  /// Values of the reference that a figure about a column is held against; `nil` for a figure that
  /// is held against none.
  func referenceCount(of key: MetricKey, in reference: Profile?) -> Int? {
    let definition = key.metric.definition
    guard definition.family == .drift, definition.scope == .feature, let reference,
      let column = key.feature.flatMap(schema.column(named:))
    else { return nil }
    let summary =
      key.slice.isAll
      ? reference.column(named: column.name, subject: column.subject)
      : reference.column(column, within: key.slice)
    return summary?.count ?? 0
  }

  private func pValue(
    of column: ColumnSchema, within slice: Slice, values: KeyedValues, current: ColumnSummary?,
    reference: ColumnSummary?, version: String?
  ) throws -> Double? {
    guard let current, current.count >= settings.minimumRows,
      let reference, reference.count >= settings.minimumRows
    else { return nil }
    if case .numeric = column.kind {
      return values[MetricKey(.ksPValue, slice: slice, feature: column.name)]?.estimate.value
    }
    guard
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
