package import Profiling

/// The rate of every group of an attribute, held against the highest of them.
///
///     ratio of a group = its rate ÷ the highest rate of the groups that are compared
///
/// The catalogue's `impact_ratio` divides by the privileged group, which an owner may name; rules on
/// selection divide by the most selected group, whichever that is. A group is not compared when its
/// value is unknown, when its share of the rows is below the share that the rule lets leave out, or
/// when its rate has no value or is kept back. The highest rate being 0 leaves every ratio undefined.
///
/// Sources: 29 CFR 1607.4(D); 6 RCNY § 5-301.
package struct GroupRates: Sendable {
  /// Why a group is not compared.
  package enum Exclusion: Hashable, Sendable {
    /// Nobody knows the attribute of these people.
    case unknown
    /// Fewer than the share of rows that the rule lets leave out.
    case smallShare
    /// The rate is kept back, so that no small group is given away.
    case withheld
    /// The rate has no value.
    case noRate
  }

  package struct Row: Hashable, Sendable {
    package let slice: Slice
    /// Rows of the group; `nil` when that is not known or not published.
    package let count: Int?
    /// Of all rows of the arm, in [0, 1]; `nil` without count.
    package let share: Double?
    /// `nil` when the metric was not measured for the group.
    package let rate: MetricValue?
    /// Rate ÷ highest rate, at least 0 and at most 1; `nil` for a group that is not compared.
    package let ratio: Double?
    package let exclusion: Exclusion?
  }

  /// In the order of the slices.
  package let rows: [Row]
  /// The group with the highest rate, of several the first; `nil` when fewer than two are compared.
  package let highest: Slice?

  /// - Parameters:
  ///   - record: The arm whose groups are compared.
  ///   - attributes: The attribute or, for an intersection, the attributes, in any order.
  ///   - metric: The rate, a share in [0, 1].
  ///   - leaveOutBelow: Share of rows below which a group is left out; 0 leaves none out.
  ///   - unknownNames: Values, in lower case, that mean that the attribute is not known, beside the
  ///     usual ones.
  package init(
    of record: ArmRecord, attributes: Set<String>, metric: Metric, leaveOutBelow: Double = 0,
    unknownNames: Set<String> = []
  ) {
    let slices = Set(record.values.map(\.key.slice)).filter {
      $0.isGroup && Set($0.parts.map(\.attribute)) == attributes
    }.sorted()
    let judged = slices.map { slice -> Row in
      let rate = record[MetricKey(metric, slice: slice)]
      let count = Self.count(of: slice, in: record, rate: rate)
      let share =
        record.rowCount > 0 ? count.map { Double($0) / Double(record.rowCount) } : nil
      let isUnknown =
        UnknownGroup.contains(slice)
        || slice.parts.contains { unknownNames.contains($0.value?.lowercased() ?? "") }
      let exclusion = Self.exclusion(
        of: rate, isUnknown: isUnknown, isSmall: (share ?? 1) < leaveOutBelow)
      return Row(
        slice: slice, count: count, share: share, rate: rate, ratio: nil, exclusion: exclusion)
    }
    let compared = judged.filter { $0.exclusion == nil }
    let best = compared.max { ($0.number, $1.slice) < ($1.number, $0.slice) }
    highest = compared.count > 1 ? best?.slice : nil
    rows = judged.map { row in
      guard row.exclusion == nil, compared.count > 1, let best, best.number > 0 else { return row }
      return Row(
        slice: row.slice, count: row.count, share: row.share, rate: row.rate,
        ratio: row.number / best.number, exclusion: nil)
    }
  }

  private static func exclusion(
    of rate: MetricValue?, isUnknown: Bool, isSmall: Bool
  ) -> Exclusion? {
    if isUnknown { return .unknown }
    if rate?.estimate.isWithheld ?? false { return .withheld }
    if isSmall { return .smallShare }
    return rate?.estimate.value == nil ? .noRate : nil
  }

  /// Rows of a group; the rate tells them where they were not measured on their own.
  private static func count(
    of slice: Slice, in record: ArmRecord, rate: MetricValue?
  ) -> Int? {
    guard let rows = record[MetricKey(.rowCount, slice: slice)] else {
      return rate.flatMap { $0.estimate.value == nil ? nil : $0.count }
    }
    return rows.estimate.value.map { Int($0) }
  }
}

extension GroupRates.Row {
  fileprivate var number: Double { rate?.estimate.value ?? 0 }
}
