import Assessment
import Profiling

/// For whom the model does clearly worse, by the metric that stands for it.
///
/// A difference that chance may explain is no answer to the question, and is left to the tables of
/// those who weigh it.
struct WeakestSegments {
  let context: ReportContext

  private var clear: [WorseGroups.Group] { WorseGroups(context: context).clear }

  private func none(_ rows: String) -> String {
    WorseGroups(context: context).shown.isEmpty
      ? "No group with enough \(rows) did worse than the whole."
      : "No group did clearly worse than the whole: chance may explain what differs."
  }

  /// The group that does worst, for a description that has no table beside it.
  var finding: String {
    guard let metric = context.history.primary, let figure = context.figure else { return unknown }
    guard let worst = clear.first else { return none("rows") }
    let clause = MeasureClause(key: MetricKey(metric), unit: context.identity.labelUnit)
    let found = clause.past(figure.short(worst.value), value: worst.number)
    return "It did clearly worse where \(WorseGroupSentences.places([(worst.slice, nil)])): "
      + "\(found) over \(Plural.count(worst.value.count, "row")) there, more than chance would "
      + "explain."
  }

  /// What stands above the table, and what an interval is for readers who meet it there.
  var introduction: String {
    guard context.history.primary != nil, context.figure != nil else { return unknown }
    let groups = clear
    guard !groups.isEmpty else { return none("predictions") }
    let these = groups.count == 1 ? "this group" : "these groups"
    return "For \(these) it did worse than chance would explain: the figure for all predictions "
      + "lies outside the 95 % interval, the range in which the true one lies with that confidence."
  }

  /// The groups that do clearly worse, the worst first, and all predictions.
  var table: TableView? {
    let groups = clear
    guard let metric = context.history.primary, let figure = context.figure, !groups.isEmpty else {
      return nil
    }
    let whole = figure.record[MetricKey(metric)]
    // One column, one number of decimals: that of the figure which all are held against.
    func cells(_ name: String, _ value: MetricValue?) -> [String] {
      guard let value, let whole, let number = value.estimate.value else {
        return [name, figure.short(value), figure.interval(value) ?? "none", figure.count(value)]
      }
      let interval = value.estimate.interval.map {
        "\(figure.text($0.lower, as: whole)) to \(figure.text($0.upper, as: whole))"
      }
      return [name, figure.text(number, as: whole), interval ?? "none", figure.count(value)]
    }
    return TableView(
      [
        .text("Group"), .number(context.identity.title(of: metric)), .number("95 % interval"),
        .number("With known outcome"),
      ],
      groups.map { cells($0.slice.words, $0.value) }
        + [cells("all predictions", whole)])
  }

  private var unknown: String {
    "There is no measure of performance yet, so no group can be called weak."
  }
}
