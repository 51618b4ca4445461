import Assessment
import Profiling

/// The numbers of one arm as finished text: the only place where a metric value becomes words.
struct FigureText: Sendable {
  let record: ArmRecord
  let suppression: Suppression

  init(_ record: ArmRecord, of model: ModelIdentity) {
    self.record = record
    suppression = Suppression(record, threshold: model.suppressBelow)
  }

  /// The point estimate alone, such as `0.690`, or why there is none.
  func short(_ value: MetricValue?) -> String {
    guard let value else { return "not measured" }
    if suppression.hides(value) {
      return value.key.metric.isCountOfPeople ? suppression.countText(value) : "not published"
    }
    switch value.estimate {
    case .value(let number, _): return NumberStyle(value.key.metric).text(number)
    case .unavailable(let reason): return words(reason)
    }
  }

  func short(_ key: MetricKey) -> String { short(record[key]) }

  /// With interval and rows, such as `0.690 (95 % interval 0.661 to 0.718, 1,274 rows)`.
  func full(_ value: MetricValue) -> String {
    let point = short(value)
    guard value.estimate.value != nil, !suppression.hides(value) else { return point }
    let isCount = value.key.metric.definition.unit == .count
    var notes: [String] = []
    if let interval = interval(value) { notes.append("95 % interval \(interval)") }
    if !isCount { notes.append(Plural.count(value.count, "row")) }
    return notes.isEmpty ? point : "\(point) (\(notes.joined(separator: ", ")))"
  }

  /// Such as `0.661 to 0.718`; `nil` without interval.
  func interval(_ value: MetricValue?) -> String? {
    guard let value, !suppression.hides(value), let interval = value.estimate.interval else {
      return nil
    }
    let style = NumberStyle(value.key.metric)
    return "\(style.text(interval.lower)) to \(style.text(interval.upper))"
  }

  /// The rows that the number rests on.
  func count(_ value: MetricValue?) -> String {
    guard let value else { return "none" }
    return suppression.hides(value) ? suppression.countText(value) : NumberText.grouped(value.count)
  }

  /// Why there is no number.
  private func words(_ reason: Unavailability) -> String {
    if case .tooFewRows(let count, let minimum) = reason {
      return "too few rows (\(NumberText.grouped(count)), \(NumberText.grouped(minimum)) needed)"
    }
    return reason.description
  }
}

extension Metric {
  /// True for the counts of the people of a group.
  fileprivate var isCountOfPeople: Bool { self == .rowCount || self == .labelCount }
}
