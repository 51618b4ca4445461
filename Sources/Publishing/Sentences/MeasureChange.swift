import Assessment
import Profiling

/// How the measure that stands for a model moved since the period before.
struct MeasureChange {
  let context: ReportContext
  let isPlain: Bool

  private struct Pair {
    let now: MetricValue
    let before: MetricValue
    let change: PeriodChange
    /// As every table has them.
    let text: String
    let textBefore: String
  }

  /// Both values; `nil` where one of them is missing or kept back.
  private var pair: Pair? {
    guard let metric = context.history.primary, let figure = context.figure,
      let other = context.figureBefore, let now = figure.record[MetricKey(metric)],
      let before = other.record[MetricKey(metric)],
      let change = PeriodChange(from: before, to: now)
    else { return nil }
    return Pair(
      now: now, before: before, change: change, text: figure.short(now),
      textBefore: other.short(before.key, beside: figure))
  }

  /// False where the two read the same, or chance alone explains the difference.
  var isWorthReporting: Bool {
    guard let pair, pair.text != pair.textBefore else { return false }
    return pair.change.isBeyondChance ?? true
  }

  /// Whether either of the two figures may still move, as labels are still to come.
  private var isProvisional: Bool {
    guard let metric = context.history.primary else { return false }
    let key = MetricKey(metric)
    return [context.leading, context.previous?.leading].contains {
      $0?.maturity(of: key)?.state == .provisional
    }
  }

  /// One sentence, or nothing without two values.
  var sentences: [String] {
    guard let pair else { return [] }
    let metric = pair.now.key.metric
    let sure =
      switch pair.change.isBeyondChance {
      case true?: "that is more than chance would explain"
      case false?: "chance alone may explain it"
      case nil: "nothing tells how sure that is"
      }
    let open =
      isProvisional ? ", but \(isPlain ? "outcomes" : "labels") are still to come" : ""
    let judgement = outcome(pair).map { "\($0) than \(before)" }
    if isPlain {
      let clause = MeasureClause(key: pair.now.key, unit: context.identity.labelUnit)
      let words = clause.past(pair.text, value: pair.change.now).capitalizedFirst
      let other = clause.compared(pair.textBefore, value: pair.change.before)
      return [
        "\(words), \(judgement.map { "\($0) (\(other))" } ?? "after \(other) \(before)"); "
          + "\(sure)\(open)."
      ]
    }
    // Digits that the intervals spare could seem to go the other way where nothing tells how sure
    // the change is.
    let verb =
      pair.change.isBeyondChance == nil
      ? "went" : pair.change.difference > 0 ? "rose" : "fell"
    return [
      "\(metric.definition.title) \(verb) from \(pair.textBefore) to \(pair.text), "
        + "\(judgement.map { "\($0); " } ?? "")\(sure)\(open)."
    ]
  }

  /// Said when nothing is worth reporting, without capital or full stop.
  var quietClause: String? {
    guard let pair else { return nil }
    let metric = pair.now.key.metric
    let clause = MeasureClause(key: pair.now.key, unit: context.identity.labelUnit)
    let words = clause.past(pair.text, value: pair.change.now)
    if pair.text == pair.textBefore {
      return isPlain ? "\(words), as before" : "\(metric.inline) stayed at \(pair.text)"
    }
    return isPlain
      ? "\(words), after \(clause.compared(pair.textBefore, value: pair.change.before)), a difference that chance alone explains"
      : "\(metric.inline) moved from \(pair.textBefore) to \(pair.text), "
        + "a difference that chance alone explains"
  }

  private func outcome(_ pair: Pair) -> String? {
    switch pair.change.outcome {
    case .better: "better"
    case .worse: "worse"
    case .same, .changed: nil
    }
  }

  private var before: String { context.previous?.period.inWords(beside: context.period) ?? "" }
}
