import Assessment
import Profiling

/// What may be said of performance before the labels come, and how right it has been so far.
struct EstimateSentences {
  let context: ReportContext

  /// Why no estimate is made in this period, then how far earlier ones were off; `nil` when there is
  /// neither.
  var text: String? {
    let parts = [absence, record].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Why there is no estimate for all rows; `nil` when there is one, or nothing to estimate.
  private var absence: String? {
    let estimates = (context.leading?.values ?? []).filter {
      $0.key.slice.isAll && $0.key.metric.definition.family == .estimated
    }
    guard estimates.allSatisfy({ $0.estimate.value == nil }),
      let reason = estimates.first?.estimate.reason, reason != .noRows
    else { return nil }
    return "No estimate of performance without labels is made: \(reason)."
  }

  /// How far the estimates up to this period were off.
  private var record: String? {
    let records = EstimateRecord.list(
      over: context.model.periods[...context.index], minimumRows: context.identity.minimumRows)
    guard let longest = records.map(\.periodCount).max() else { return nil }
    let gaps = records.compactMap { record -> String? in
      guard let realised = record.metric.realised else { return nil }
      let gap = NumberStyle(record.metric).gap(record.meanAbsoluteError)
      let count =
        record.periodCount == longest
        ? "" : " (\(Plural.count(record.periodCount, context.noun)))"
      return "\(gap) for \(realised.inline)\(count)"
    }
    return "Held against the labels of \(Plural.count(longest, context.noun)), estimates were off "
      + "by \(Plural.list(gaps)) on average."
  }
}

extension NumberStyle {
  /// How far two values lie apart; for shares in percentage points.
  func gap(_ size: Double) -> String {
    unit == .share ? NumberText.points(NumberText.fixed(size * 100, decimals: 1)) : text(size)
  }
}

extension NumberText {
  /// A number, as it is written, of percentage points.
  static func points(_ number: String) -> String {
    number == "1" ? "1 percentage point" : "\(number) percentage points"
  }
}
