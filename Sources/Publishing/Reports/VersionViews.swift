import Assessment
import Profiling

/// What is known about the versions of a model: who serves, since when, and who ran beside.
struct VersionViews {
  let context: ReportContext

  /// Every promotion up to the period, with the one in force last.
  private var promotions: [Promotion] {
    context.model.periods.prefix(context.index + 1).flatMap(\.promotions)
  }

  /// The versions as facts: the leading one with its age, and those that ran beside it.
  var facts: [FactView] {
    guard let leading = context.leading else { return [] }
    var facts = [FactView(name: "In use", fact: inUse(leading.arm))]
    for arm in context.record.arms.dropFirst() {
      facts.append(
        FactView(
          name: "Beside it",
          fact: "\(arm.arm.label), \(Plural.count(arm.rowCount, "prediction"))"))
    }
    return facts
  }

  /// Versions that entered production, for the change log.
  var history: [FactView] {
    promotions.map { promotion in
      let version = promotion.version.isEmpty ? "unnamed version" : promotion.version
      let replaced = promotion.replaced.map {
        ", in place of \($0.isEmpty ? "an unnamed version" : $0)"
      }
      return FactView(name: version, fact: "since \(promotion.day.words)\(replaced ?? "")")
    }
  }

  private func inUse(_ arm: Arm) -> String {
    guard let since = promotions.last(where: { $0.version == arm.version })?.day else {
      return arm.label
    }
    let days = context.period.end.number - since.number + 1
    guard days > 0 else { return arm.label }
    let age =
      days < 60 ? Plural.count(days, "day") : "about \(Plural.count(days / 30, "month"))"
    return "\(arm.label), since \(since.words) (\(age))"
  }

  /// Versions side by side in this period.
  ///
  /// - Parameter limit: How many measures to show; those that weigh most come first.
  func comparisons(limit: Int) -> [ComparisonView] {
    live(limit: limit) + context.record.promotions.flatMap { changed($0, limit: limit) }
  }

  /// Versions that ran beside production in this period.
  func live(limit: Int) -> [ComparisonView] {
    context.record.comparisons.map { comparison in
      ComparisonView(
        title: "\(comparison.other.stage.rawValue.capitalizedFirst) beside production: "
          + "\(comparison.other.name) and \(comparison.production.name)",
        sentences: [sentence(comparison)], table: table(comparison, limit: limit))
    }
  }

  /// The same in one sentence each for readers without statistics.
  var liveInBrief: [ComparisonView] {
    context.record.comparisons.map { comparison in
      ComparisonView(
        title: "\(comparison.other.name) beside \(comparison.production.name)",
        sentences: [brief(comparison)], table: nil)
    }
  }

  private func brief(_ comparison: ArmComparison) -> String {
    let span = Day.words(from: comparison.firstDay, to: comparison.lastDay)
    let ran =
      "\(comparison.other.name) ran \(comparison.other.stage.inWords) on "
      + "\(Plural.count(comparison.dayCount, "day")) (\(span)"
    guard let trial = VersionTrial(comparison, by: context.history.primary),
      let found = trial.plain(unit: context.identity.labelUnit)
    else { return "\(ran)), but no measure of performance is known for both." }
    return "\(ran), \(trial.count("prediction"))): \(found) for \(comparison.production.name); "
      + "\(trial.chance)."
  }

  /// The changes of version in this period, each with its months side by side.
  var changes: [ComparisonView] {
    let metric = context.history.primary
    return context.record.promotions.filter { $0.replaced != nil }.map { promotion in
      let sentences = PromotionSentences(promotion: promotion, metric: metric)
      return ComparisonView(
        title: "\(promotion.version) in place of \(promotion.replaced ?? "")",
        sentences: sentences.all,
        table: metric.flatMap { metric in
          ComparisonTables(metric: metric).monthly(
            sentences.monthly, new: promotion.version, old: promotion.replaced ?? "",
            overall: promotion.overall)
        })
    }
  }

  /// The months before a change of version, one table for each measure.
  private func changed(_ promotion: Promotion, limit: Int) -> [ComparisonView] {
    guard let replaced = promotion.replaced else { return [] }
    let shared = Set(promotion.months.flatMap { $0.rows.map(\.key.metric) })
    let metrics = KeyMetrics.performance(context.identity.task).filter(shared.contains)
    return metrics.prefix(max(1, limit / 3)).compactMap { metric in
      let monthly = PromotionSentences(promotion: promotion, metric: metric).monthly
      guard
        let table = ComparisonTables(metric: metric).monthly(
          monthly, new: promotion.version, old: replaced, overall: promotion.overall)
      else { return nil }
      return ComparisonView(
        title: "\(promotion.version) before it took over: \(metric.inline), month by month",
        sentences: [
          "Both versions over the days on which both answered; "
            + "the difference is \(promotion.version) minus \(replaced)."
        ],
        table: table)
    }
  }

  private func sentence(_ comparison: ArmComparison) -> String {
    let days = Plural.count(comparison.dayCount, "day")
    let span = Day.words(from: comparison.firstDay, to: comparison.lastDay)
    guard
      let row = comparison.rows.first(where: { $0.key.metric == context.history.primary })
        ?? comparison.rows.first
    else {
      return "Both answered on \(days) (\(span)), but no measure of performance is known for both."
    }
    let winner = ComparisonTables.winner(row.outcome, comparison)
    return "Both answered on \(days) (\(span)). "
      + (winner.map { "By \(row.key.metric.inline), \($0) was better." }
        ?? "By \(row.key.metric.inline), neither was better.")
  }

  private func table(_ comparison: ArmComparison, limit: Int) -> TableView? {
    let weights = KeyMetrics.performance(context.identity.task)
    let rows = comparison.rows.sorted { one, other in
      (weights.firstIndex(of: one.key.metric) ?? Int.max, one.key)
        < (weights.firstIndex(of: other.key.metric) ?? Int.max, other.key)
    }
    return ComparisonTables.table(comparison, rows: Array(rows.prefix(limit)))
  }
}
