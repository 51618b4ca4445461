import Assessment
import Profiling

/// How a new version came to serve, and what was known of it before.
struct PromotionSentences {
  let promotion: Promotion
  /// The metric that the sentences are about; `nil` when the model has no performance metric.
  let metric: Metric?

  /// Nothing for the first version of a model: it took over from nobody.
  var all: [String] {
    guard let replaced = promotion.replaced else { return [] }
    let took =
      "\(name(promotion.version)) took over from \(name(replaced)) on \(promotion.day.words)."
    return [took, before].compactMap { $0 } + [overall].compactMap { $0 }
  }

  /// One comparison of the metric that counts, month by month.
  var monthly: [(month: ArmComparison, row: ArmComparison.Row)] {
    guard let metric else { return [] }
    return promotion.months.compactMap { month in
      month.rows.first { $0.key == MetricKey(metric) }.map { (month, $0) }
    }
  }

  private var before: String? {
    guard let first = promotion.months.first else {
      return "It had not run beside the version that it replaced, "
        + "so nothing is known of how the two compare on the same days."
    }
    let stage = first.other.stage.inWords
    let count = promotion.months.count
    let span = "for \(Plural.count(count, "month"))"
    let opening = "Before that it ran \(stage) on the same days \(span)"
    guard let metric, !monthly.isEmpty else {
      return "\(opening); no measure of performance was shared, so the two cannot be compared."
    }
    let pairs = monthly.map { month, row in
      "\(month.firstDay.monthName) \(text(row.other)) against \(text(row.production))"
    }
    return "\(opening): its \(metric.inline) was \(record(monthly.map(\.row))): "
      + "\(Plural.list(pairs))."
  }

  private var overall: String? {
    guard let trial = VersionTrial(promotion.overall, by: metric), let whole = promotion.overall
    else {
      return nil
    }
    let verdict =
      switch trial.row.outcome {
      case .better: "the version that took over was the better one; \(trial.chance)"
      case .worse: "the version that took over was the worse one; \(trial.chance)"
      case .even: "neither was better"
      }
    let days = whole.dayCount == 1 ? "On that one day" : "Over all \(whole.dayCount) days together"
    return "\(days) it was \(text(trial.row.other)) against \(text(trial.row.production)): "
      + "by this measure \(verdict)."
  }

  /// The same in two sentences for readers without statistics.
  ///
  /// - Parameter unit: Of the label; `nil` when it is not known.
  func plain(unit: String?) -> [String] {
    guard let took = all.first else { return [] }
    guard let trial = VersionTrial(promotion.overall, by: metric),
      let found = trial.plain(unit: unit)
    else { return [took] + [promotion.months.isEmpty ? before : nil].compactMap { $0 } }
    let verdict =
      switch trial.row.outcome {
      case .better: "it had done better; \(trial.chance)"
      case .worse: "it had done worse; \(trial.chance)"
      case .even: "neither had done better"
      }
    return [
      took,
      "\(trial.days.capitalizedFirst) (\(trial.count("prediction"))), \(found): \(verdict).",
    ]
  }

  /// In how many months the new version stood higher or lower, such as
  /// `higher (worse) in 3 of 3 months`.
  private func record(_ rows: [ArmComparison.Row]) -> String {
    let higher = rows.filter { $0.difference > 0 }
    let lower = rows.filter { $0.difference < 0 }
    let equal = rows.count - higher.count - lower.count
    func part(_ some: [ArmComparison.Row], _ word: String) -> String? {
      guard let first = some.first else { return nil }
      return
        "\(word)\(judgement(some, first)) in \(some.count) of \(Plural.count(rows.count, "month"))"
    }
    let even = equal > 0 ? "equal in \(equal) of \(Plural.count(rows.count, "month"))" : nil
    return Plural.list([part(higher, "higher"), part(lower, "lower"), even].compactMap { $0 })
  }

  /// Only where the months agree is one word true of them all.
  private func judgement(_ rows: [ArmComparison.Row], _ first: ArmComparison.Row) -> String {
    guard rows.allSatisfy({ $0.outcome == first.outcome }) else { return "" }
    return switch first.outcome {
    case .better: " (better)"
    case .worse: " (worse)"
    case .even: ""
    }
  }

  private func text(_ value: MetricValue) -> String { value.text ?? "unknown" }

  private func name(_ version: String) -> String {
    version.isEmpty ? "an unnamed version" : version
  }
}
