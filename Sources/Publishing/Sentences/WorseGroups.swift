import Assessment
import Profiling

/// Groups for which the model does worse than over all rows, by the metric that stands for it.
///
/// A group does so clearly when the figure for all rows lies outside its 95 % interval. What is kept
/// back has no figure here, so no group is named that a table would not show.
struct WorseGroups {
  let context: ReportContext

  struct Group {
    let slice: Slice
    let value: MetricValue
    let number: Double
    let loss: Double
    let isClear: Bool
  }

  /// How many groups are shown and named.
  private static let limit = 3

  /// At most three; those that are clearly worse first, then by how much worse they are.
  var shown: [Group] {
    guard let metric = context.history.primary, let figure = context.figure else { return [] }
    let groups = figure.record.groupValues(of: metric).compactMap { value -> Group? in
      figure.suppression.hides(value) ? nil : group(value, in: figure.record)
    }
    let ranked = groups.sorted { one, other in
      if one.isClear != other.isClear { return one.isClear }
      return (other.loss, one.slice) < (one.loss, other.slice)
    }
    return Array(ranked.prefix(Self.limit))
  }

  /// Those of them that are clearly worse.
  var clear: [Group] { shown.filter(\.isClear) }

  /// What a period says of each group with rows enough: whether it did clearly worse.
  func states(in period: PeriodRecord) -> [MetricKey: OpenQuestions.State] {
    guard let metric = context.history.primary, let record = period.leading else { return [:] }
    var states: [MetricKey: OpenQuestions.State] = [:]
    for value in record.groupValues(of: metric)
    where value.key.feature == nil && value.count >= context.identity.minimumRows
      && value.estimate.value != nil
    {
      states[value.key] = group(value, in: record)?.isClear ?? false ? .raised : .settled
    }
    return states
  }

  /// For how many periods in a row, this one included, a group has been clearly worse.
  func run(of group: Group) -> Int {
    context.model.periods[...context.index].reversed().prefix { period in
      guard let record = period.leading, let value = record[group.value.key] else { return false }
      return self.group(value, in: record)?.isClear ?? false
    }.count
  }

  /// `nil` where the value is that of a feature or of too few rows, or the group does no worse.
  ///
  /// - Parameter value: One of ``ArmRecord/groupValues(of:)``, or of the same key in another period.
  private func group(_ value: MetricValue, in record: ArmRecord) -> Group? {
    guard value.key.feature == nil, value.count >= context.identity.minimumRows,
      let number = value.estimate.value,
      let whole = record[MetricKey(value.key.metric)]?.estimate.value
    else { return nil }
    let loss = loss(value.key.metric, number, whole)
    guard loss > 0 else { return nil }
    let isClear = value.estimate.interval.map { isOutside(whole, $0, value, record) } ?? false
    return Group(
      slice: value.key.slice, value: value, number: number, loss: loss, isClear: isClear)
  }

  /// Not where the figure for all rows reads like the end of the interval that it is beyond.
  private func isOutside(
    _ whole: Double, _ interval: Interval, _ value: MetricValue, _ record: ArmRecord
  ) -> Bool {
    guard whole < interval.lower || whole > interval.upper else { return false }
    let figure = FigureText(record, of: context.identity)
    let end = whole < interval.lower ? interval.lower : interval.upper
    return figure.text(whole, as: value) != figure.text(end, as: value)
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
