package import Profiling

/// The rate of every group of an attribute, held against the highest of them.
///
///     ratio of a group = its rate ÷ the highest rate of the groups that are compared
///
/// The catalogue's `impact_ratio` divides by the privileged group, which an owner may name; rules on
/// selection divide by the most selected group, whichever that is. A group is not compared when its
/// value is unknown, when its share of the rows is below the share that the rule lets leave out, or
/// when its rate has no value. The highest rate being 0 leaves every ratio undefined.
///
/// Sources: 29 CFR 1607.4(D); 6 RCNY § 5-301.
package struct GroupRates: Sendable {
  /// Why a group is not compared.
  package enum Exclusion: Hashable, Sendable {
    /// Nobody knows the attribute of these people.
    case unknown
    /// Fewer than the share of rows that the rule lets leave out.
    case smallShare
    /// The rate has no value, or may not be shown.
    case noRate
  }

  package struct Row: Hashable, Sendable {
    package let slice: Slice
    /// Rows of the group; `nil` when that is not known or not published.
    package let count: Int?
    /// Of the rows of all groups together, in [0, 1]; `nil` without count.
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
  ///   - unknownNames: Values, in lower case, that mean that the attribute is not known.
  ///   - isPublished: Whether a value may be shown; one that may not takes no part.
  package init(
    of record: ArmRecord, attributes: Set<String>, metric: Metric, leaveOutBelow: Double = 0,
    unknownNames: Set<String> = [], isPublished: (MetricValue) -> Bool = { _ in true }
  ) {
    let slices = Set(record.values.map(\.key.slice)).filter {
      $0.isGroup && Set($0.parts.map(\.attribute)) == attributes
    }.sorted()
    let measured = slices.map { slice in
      Self.measured(slice, of: record, metric, isPublished)
    }
    let total = measured.compactMap(\.count).reduce(0, +)
    let judged = zip(slices, measured).map { slice, group -> Row in
      let share = total > 0 ? group.count.map { Double($0) / Double(total) } : nil
      let isUnknown = slice.parts.contains {
        $0.value == SegmentTable.missingValue || unknownNames.contains($0.value?.lowercased() ?? "")
      }
      let exclusion: Exclusion? =
        isUnknown
        ? .unknown
        : (share ?? 1) < leaveOutBelow
          ? .smallShare : group.rate?.estimate.value == nil ? .noRate : nil
      return Row(
        slice: slice, count: group.count, share: share, rate: group.rate, ratio: nil,
        exclusion: exclusion)
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

  private static func measured(
    _ slice: Slice, of record: ArmRecord, _ metric: Metric, _ isPublished: (MetricValue) -> Bool
  ) -> (count: Int?, rate: MetricValue?) {
    let rate = record[MetricKey(metric, slice: slice)].flatMap { isPublished($0) ? $0 : nil }
    if let rows = record[MetricKey(.rowCount, slice: slice)] {
      return (isPublished(rows) ? rows.estimate.value.map { Int($0) } : nil, rate)
    }
    return (rate.flatMap { $0.estimate.value == nil ? nil : $0.count }, rate)
  }
}

extension GroupRates.Row {
  fileprivate var number: Double { rate?.estimate.value ?? 0 }
}
