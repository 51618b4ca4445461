import Assessment
import Profiling

/// For whom the model does worst, by the metric that stands for it.
struct WeakestSegments {
  let context: ReportContext

  private struct Group {
    let slice: Slice
    let value: MetricValue
    let number: Double
    let loss: Double
    let isClear: Bool
  }

  /// Groups that do worse than the whole, the worst first; at most three.
  private var groups: [Group] {
    guard let metric = context.history.primary, let figure = context.figure,
      let whole = figure.record[MetricKey(metric)]?.estimate.value
    else { return [] }
    let candidates = figure.record.groupValues(of: metric).compactMap { value -> Group? in
      guard value.count >= context.identity.minimumRows, !figure.suppression.hides(value),
        let number = value.estimate.value
      else { return nil }
      let loss = loss(metric, number, whole)
      guard loss > 0 else { return nil }
      let isClear = value.estimate.interval.map { whole < $0.lower || whole > $0.upper } ?? false
      return Group(
        slice: value.key.slice, value: value, number: number, loss: loss, isClear: isClear)
    }
    return Array(
      candidates.sorted { ($1.loss, $0.slice) < ($0.loss, $1.slice) }.prefix(3))
  }

  var sentences: [String] {
    guard let metric = context.history.primary, let figure = context.figure else {
      return ["There is no measure of performance yet, so no group can be called weak."]
    }
    guard let worst = groups.first else {
      return ["No group with enough rows did worse than the whole."]
    }
    let clause = MeasureClause(key: MetricKey(metric), unit: context.identity.labelUnit)
    let found = clause.past(figure.short(worst.value), value: worst.number)
    let chance =
      worst.isClear
      ? "The difference is larger than chance would explain."
      : "The difference may be chance."
    return [
      "It did worst where \(place(worst.slice)): there, \(found), "
        + "over \(Plural.count(worst.value.count, "case")). \(chance)"
    ]
  }

  /// A group as a place, such as `weekday is Sat`.
  private func place(_ slice: Slice) -> String {
    slice.parts.map { "\($0.attribute) is \($0.value ?? "known")" }.joined(separator: " and ")
  }

  var table: TableView? {
    guard let metric = context.history.primary, let figure = context.figure else {
      return nil
    }
    let whole = figure.record[MetricKey(metric)]
    let rows = groups.map { group in
      [
        group.slice.words, figure.short(group.value), figure.interval(group.value) ?? "none",
        figure.count(group.value), group.isClear ? "clearly worse" : "may be chance",
      ]
    }
    guard !rows.isEmpty else { return nil }
    let all = [
      "all rows", figure.short(whole), figure.interval(whole) ?? "none", figure.count(whole),
      "the whole",
    ]
    return TableView(
      [
        .text("Group"), .number(context.identity.title(of: metric)), .number("95 % interval"),
        .number("Rows"), .text("Against all rows"),
      ], rows + [all])
  }

  private func loss(_ metric: Metric, _ number: Double, _ whole: Double) -> Double {
    switch metric.definition.direction {
    case .higherIsBetter: whole - number
    case .lowerIsBetter: number - whole
    case .zeroIsBest: number.magnitude - whole.magnitude
    case .oneIsBest: (number - 1).magnitude - (whole - 1).magnitude
    case .neutral: 0
    }
  }
}
