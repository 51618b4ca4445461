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
    case .value(let number, let interval):
      // The group that others are compared with stands at 1 without having been measured.
      let isGiven = value.key.metric == .impactRatio && number == 1 && interval == nil
      return isGiven ? "1" : text(number, as: value)
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
    return "\(text(interval.lower, as: value)) to \(text(interval.upper, as: value))"
  }

  /// Another number of the same figure, such as the one that was published first, in its digits.
  func text(_ number: Double, as value: MetricValue) -> String {
    NumberStyle(value.key.metric).text(number, decimals: decimals(value))
  }

  /// The number in the digits that it is written with, so that it can be asked what it reads as;
  /// `nil` where there is none to read.
  ///
  /// In the unit of the metric. A share close to none or all is written with more digits than this,
  /// as it must not read as either.
  func rounded(_ value: MetricValue) -> Double? {
    guard let number = value.estimate.value, !suppression.hides(value) else { return nil }
    let style = NumberStyle(value.key.metric)
    let scale = style.unit == .share ? 100.0 : 1
    let places = decimals(value) ?? style.usualDecimals(number)
    return NumberText.rounded(number * scale, decimals: places) / scale
  }

  /// What the pair behind a gap was compared by, in the digits that the group's own figure has.
  ///
  /// - Parameter metrics: Those that the rate may be; the first with the same number decides.
  func rate(_ side: GroupComparison.Gap.Side, _ metrics: [Metric]) -> String {
    let values = metrics.compactMap { record[MetricKey($0, slice: side.slice)] }
    return values.first { $0.estimate.value == side.rate }.map(short)
      ?? NumberStyle(metrics.first ?? .favourableRate).text(side.rate)
  }

  /// The decimals that the interval carries, and those more that keep the number on its own side of
  /// every limit it is held against, as that is shown; `nil` for the usual ones.
  func decimals(_ value: MetricValue) -> Int? {
    guard case .value(let number, let interval) = value.estimate else { return nil }
    let style = NumberStyle(value.key.metric)
    let usual = style.usualDecimals(number)
    guard let fewest = style.decimals(of: number, within: interval), fewest < usual else {
      return style.decimals(of: number, within: interval)
    }
    let limits = limits(of: value.key)
    return (fewest..<usual).first { places in
      limits.allSatisfy {
        style.staysApart(number, from: $0.bound, isRounded: $0.isDerived, decimals: places)
      }
    } ?? usual
  }

  /// A limit beside the figure that is held against it: in the digits of the figure where it was
  /// derived from the reference, so that both are as sure as they look; in those that somebody chose
  /// otherwise.
  func limit(_ bound: Double, of expectation: Expectation) -> String {
    guard expectation.isDerived, let value = record.finding(of: expectation.key)?.value,
      value.estimate.value != nil, !suppression.hides(value)
    else { return expectation.text(ofLimit: bound) }
    return text(bound, as: value)
  }

  /// A figure of this record as it stands beside that of the period which a report is about: in the
  /// digits of that one, where both are known.
  func short(_ key: MetricKey, beside other: FigureText?) -> String {
    guard let other, let value = record[key], let number = value.estimate.value,
      !suppression.hides(value), let shown = other.record[key], shown.estimate.value != nil,
      !other.suppression.hides(shown)
    else { return short(key) }
    return other.text(number, as: shown)
  }

  /// The limits of everything that is expected of a figure, and those that sentences name anyway.
  private func limits(of key: MetricKey) -> [(bound: Double, isDerived: Bool)] {
    let known = key.metric.knownLimits.map { (bound: $0, isDerived: false) }
    guard record.finding(of: key) != nil else { return known }
    return known
      + record.findings.filter { $0.value.key == key }.map(\.expectation).flatMap { expectation in
        expectation.limits.map { ($0, expectation.isDerived) }
      }
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

  /// Limits that sentences name although nobody agreed on them.
  fileprivate var knownLimits: [Double] {
    self == .demographicParityRatio || self == .impactRatio
      ? [FairnessSentences.fourFifths, 1 / FairnessSentences.fourFifths] : []
  }
}
