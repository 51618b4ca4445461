import Assessment
import Profiling

/// What the comparison of groups comes to, in plain words.
struct FairnessSentences {
  let context: ReportContext
  let comparison: GroupComparison

  /// The four-fifths rule of 29 CFR 1607.4(D).
  static let fourFifths = 0.8

  /// Rates that a measure of those whose outcome was favourable may be made of.
  private static let favourableOutcomes: [Metric] = [
    .truePositiveRate, .trueNegativeRate, .favourableRate,
  ]

  /// The headline: who fares best and worst, how sure that is, and how it was before.
  var headline: [String] {
    context.identity.task == .regression
      ? [difference(.meanErrorDifference), before(.meanErrorDifference)].compactMap { $0 }
      : [
        parity, fourFifthsRule, before(.demographicParityRatio), opportunity, mistakes,
      ].compactMap { $0 }
  }

  /// A sentence for readers without statistics, and whether it tells of a gap.
  var brief: (sentence: String, isGap: Bool)? {
    guard context.identity.task != .regression else { return nil }
    guard let gap = comparison.gap(.demographicParityRatio), let figure = context.figure,
      let value = figure.record[MetricKey(.demographicParityRatio, slice: comparison.slice)],
      let number = value.estimate.value
    else { return nil }
    guard gap.lowest.rate < gap.highest.rate else {
      let sentence =
        "By \(comparison.slice.attributeWords), all compared groups got the good answer equally "
        + "often."
      return (sentence, false)
    }
    // A ratio that reads as 1 is no gap worth a sentence.
    guard figure.rounded(value) != 1 else {
      let sentence =
        "By \(comparison.slice.attributeWords), \(gap.lowest.slice.groupName) and "
        + "\(gap.highest.slice.groupName), which lie furthest apart, got the good answer almost "
        + "equally often (a ratio of \(figure.short(value)))."
      return (sentence, false)
    }
    let rule =
      number < Self.fourFifths
      ? "below four fifths, from where on it deserves an explanation" : "above four fifths"
    let sentence =
      "By \(comparison.slice.attributeWords), \(gap.lowest.slice.groupName) got the good "
      + "answer \(figure.short(value)) times as often as \(gap.highest.slice.groupName), \(rule)."
    return (sentence, true)
  }

  // MARK: - Sentences

  private var parity: String {
    let key = MetricKey(.demographicParityRatio, slice: comparison.slice)
    guard let figure = context.figure, let value = figure.record[key] else {
      return "The groups were not compared."
    }
    guard let gap = comparison.gap(.demographicParityRatio), value.estimate.value != nil else {
      return figure.suppression.hides(value)
        ? "No ratio of favourable rates is published."
        : "There is no ratio of favourable rates: \(figure.short(value))."
    }
    let interval = figure.interval(value).map { " (95 % interval \($0))" } ?? ""
    guard gap.lowest.rate < gap.highest.rate else {
      return "The favourable answer was given equally often to all compared groups, "
        + "\(figure.rate(gap.lowest, [.favourableRate])) of the time: a ratio of "
        + "\(figure.short(value))\(interval)."
    }
    return "The favourable answer was given least often to \(gap.lowest.slice.groupName), "
      + "\(figure.rate(gap.lowest, [.favourableRate])) of the time, and most often to "
      + "\(gap.highest.slice.groupName), \(figure.rate(gap.highest, [.favourableRate])): "
      + "a ratio of \(figure.short(value))\(interval)."
  }

  private var fourFifthsRule: String? {
    let key = MetricKey(.demographicParityRatio, slice: comparison.slice)
    guard let gap = comparison.gap(.demographicParityRatio),
      let value = context.figure?.record[key], let number = value.estimate.value
    else { return nil }
    let chance = gap.test.map { test in
      test.isSignificant
        ? "chance does not explain the difference (\(test.words))"
        : "chance may explain the difference (\(test.words))"
    }
    if number < Self.fourFifths {
      return "That is below four fifths" + (chance.map { "; \($0)." } ?? ".")
    }
    let isOpen = value.estimate.interval.map { $0.lower < Self.fourFifths } ?? false
    return "That is above four fifths"
      + (isOpen ? ", but the interval reaches below" : "") + (chance.map { "; \($0)." } ?? ".")
  }

  /// Of those whose outcome was good for them, who got the good answer; after labels have come.
  var opportunity: String? {
    guard context.identity.task != .regression,
      let gap = comparison.gap(.equalOpportunityDifference)
    else { return nil }
    let key = MetricKey(.equalOpportunityDifference, slice: comparison.slice)
    guard let figure = context.figure, let value = figure.record[key],
      value.estimate.value != nil
    else { return nil }
    let interval = figure.interval(value).map { " (95 % interval \($0))" } ?? ""
    let low = figure.rate(gap.lowest, Self.favourableOutcomes)
    let high = figure.rate(gap.highest, Self.favourableOutcomes)
    return "Of those whose outcome was favourable, \(low) of "
      + "\(gap.lowest.slice.groupName) and \(high) of "
      + "\(gap.highest.slice.groupName) had got the favourable answer: a gap of "
      + "\(points(value, figure))\(interval)."
  }

  /// Who is flagged wrongly, and who is missed, among the groups whose rates are shown.
  private var mistakes: String? {
    guard let wrongly = extremes(.falsePositiveRate), let missed = extremes(.falseNegativeRate)
    else { return nil }
    return "Flagged by mistake were \(wrongly), missed were \(missed)."
  }

  /// The lowest and the highest rate of the compared groups, such as `23 % of A and 45 % of B`.
  private func extremes(_ metric: Metric) -> String? {
    guard let figure = context.figure else { return nil }
    let rates = comparison.groups.filter { $0.standing == .compared }.compactMap {
      group -> (name: String, rate: Double, text: String)? in
      let key = MetricKey(metric, slice: group.slice)
      guard let value = figure.record[key], let rate = value.estimate.value else { return nil }
      return (group.slice.groupName, rate, figure.short(value))
    }
    guard rates.count > 1, let low = rates.min(by: { $0.rate < $1.rate }),
      let high = rates.max(by: { $0.rate < $1.rate })
    else { return nil }
    return "\(low.text) of \(low.name) to \(high.text) of \(high.name)"
  }

  /// A difference of shares, which is no percentage of anything.
  private func points(_ gap: MetricValue, _ figure: FigureText) -> String {
    NumberText.points(figure.short(gap).replacing(" %", with: ""))
  }

  private func difference(_ metric: Metric) -> String? {
    let key = MetricKey(metric, slice: comparison.slice)
    guard let figure = context.figure, let value = figure.record[key] else { return nil }
    guard let gap = comparison.gap(metric), value.estimate.value != nil else {
      return figure.suppression.hides(value)
        ? "No comparison of the groups is published."
        : "The groups could not be compared: \(figure.short(value))."
    }
    let interval = figure.interval(value).map { " (95 % interval \($0))" } ?? ""
    return "Predictions were on average \(figure.rate(gap.highest, [.meanError])) too high for "
      + "\(gap.highest.slice.groupName) and \(figure.rate(gap.lowest, [.meanError])) for "
      + "\(gap.lowest.slice.groupName): a difference of \(figure.short(value))\(interval)."
  }

  /// The same figure in the period before and in the reference.
  private func before(_ metric: Metric) -> String? {
    let key = MetricKey(metric, slice: comparison.slice)
    func text(_ record: ArmRecord?) -> String? {
      guard let record, let value = record[key], value.estimate.value != nil else { return nil }
      let figure = FigureText(record, of: context.identity)
      return figure.short(value) + (figure.interval(value).map { " (\($0))" } ?? "")
    }
    let parts = [
      text(context.figureBefore?.record).map { "\($0) in the \(context.noun) before" },
      text(context.reference).map { "\($0) in the reference" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "It was \(parts.joined(separator: " and "))."
  }
}
