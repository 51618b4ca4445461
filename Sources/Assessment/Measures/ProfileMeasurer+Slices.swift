import Profiling

extension ProfileMeasurer {
  /// Quality and drift of the columns that expectations ask for within a slice.
  ///
  /// Each is held against the same slice of the reference, as if there were no other rows. Where rows were read before anybody asked,
  /// every value is the reason for that: a figure over part of the rows would pass for one over all.
  ///
  /// - Returns: The values of each asked column that the model has.
  func slicedColumns(
    of profile: Profile, against reference: Profile?
  ) -> [MetricValue] {
    schema.slicedColumns.flatMap { asked -> [MetricValue] in
      guard let column = schema.column(named: asked.column) else { return [] }
      let current = profile.column(column, within: asked.slice)
      let baseline = reference?.column(column, within: asked.slice)
      let values =
        quality(of: column, within: asked.slice, current: current, reference: baseline)
        + drift(
          of: column, within: asked.slice, current: current, reference: baseline, version: nil)
      guard let reason = gap(in: column, within: asked.slice, of: profile) else { return values }
      let rows = profile.rowCount(of: column, within: asked.slice)
      return values.map { MetricValue($0.key, .unavailable(reason), count: rows) }
    }
  }

  /// Why a column has no figures within a slice although there are rows; `nil` when all were counted.
  func gap(
    in column: ColumnSchema, within slice: Slice, of profile: Profile
  ) -> Unavailability? {
    let rows = profile.rowCount(of: column, within: slice)
    let counted = profile.column(column, within: slice)?.rowCount ?? 0
    return counted == rows ? nil : .notCounted(counted: counted, rows: rows)
  }
}
