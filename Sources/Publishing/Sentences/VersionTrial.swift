import Assessment
import Profiling

/// How a version did beside the one in production, over the days on which both ran: by one measure,
/// with days, predictions and what chance says of the difference.
struct VersionTrial {
  let row: ArmComparison.Row
  private let whole: ArmComparison

  /// - Returns: `nil` where the two never ran side by side, or lack the measure.
  init?(_ comparison: ArmComparison?, by metric: Metric?) {
    guard let metric, let whole = comparison,
      let row = whole.rows.first(where: { $0.key == MetricKey(metric) })
    else { return nil }
    self.row = row
    self.whole = whole
  }

  /// Whether the difference is more than chance explains; `nil` where nothing tells.
  ///
  /// Both answered the same rows, which makes their difference surer than that of two samples. The
  /// record does not keep pairs, so this errs on the side of chance.
  var isBeyondChance: Bool? {
    PeriodChange(from: row.production, to: row.other)?.isBeyondChance
  }

  /// Such as `chance may explain the difference`.
  var chance: String {
    switch isBeyondChance {
    case true?: "the difference is more than chance would explain"
    case false?: "chance may explain the difference"
    case nil: "nothing tells how sure that is"
    }
  }

  /// Such as `On the 92 days on which both ran`, without capital.
  var days: String {
    whole.dayCount == 1
      ? "on the one day on which both ran"
      : "on the \(NumberText.grouped(whole.dayCount)) days on which both ran"
  }

  /// Such as `24,000 predictions each`.
  ///
  /// - Parameter noun: What the reader calls a row.
  func count(_ noun: String) -> String {
    let (one, other) = (row.other.count, row.production.count)
    return one == other
      ? "\(Plural.count(one, noun)) each"
      : "\(NumberText.grouped(one)) and \(Plural.count(other, noun))"
  }

  /// Such as `predictions were off by 15.1 minutes on average, against 14.7 minutes`.
  ///
  /// - Parameter unit: Of the label; `nil` when it is not known.
  func plain(unit: String?) -> String? {
    guard let value = row.other.estimate.value, let other = row.production.estimate.value,
      let texts = row.texts
    else { return nil }
    let clause = MeasureClause(key: row.key, unit: unit)
    return "\(clause.past(texts.other, value: value)), against "
      + clause.compared(texts.production, value: other)
  }

  /// Such as `15.1 against 14.7 minutes`.
  ///
  /// - Parameter unit: Of the label; `nil` to leave it out.
  func against(unit: String?) -> String? {
    guard let value = row.other.estimate.value, let other = row.production.estimate.value,
      let texts = row.texts
    else { return nil }
    let clause = MeasureClause(key: row.key, unit: unit)
    let isSigned = row.key.metric == .meanError || clause.isRetold
    return "\(isSigned ? clause.compared(texts.other, value: value) : texts.other) against "
      + clause.compared(texts.production, value: other)
  }

  /// Such as `its mean absolute error was 15.1, against 14.7`.
  var expert: String? {
    row.texts.map { "its \(row.key.metric.inline) was \($0.other), against \($0.production)" }
  }
}
