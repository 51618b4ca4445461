import Assessment
import Profiling

/// Tables of the measures that say how good the answers were.
struct MeasureTables {
  let context: ReportContext

  private var metrics: [Metric] {
    let expected = context.findings.filter { $0.family.isPerformance && $0.value.key.slice.isAll }
      .map(\.expectation.metric)
    let known = context.history.measured
    let estimated = (context.leading?.values ?? []).filter {
      $0.key.slice.isAll && $0.estimate.value != nil
        && $0.key.metric.definition.family == .estimated
    }.map(\.key.metric)
    return known + Set(expected + estimated).subtracting(known).sorted()
  }

  /// Every performance measure with interval, rows, the period before, reference and standing.
  var full: TableView? {
    let noun = context.noun
    return TableView(
      [
        .text("Measure"), .number("This \(noun)"), .number("95 % interval"), .number("Rows"),
        .number("\(noun.capitalizedFirst) before"), .number("Reference"), .text("Expected"),
        .text("Standing"),
      ],
      metrics.compactMap { metric in
        guard let figure = context.figure else { return nil }
        let value = figure.record[MetricKey(metric)]
        let finding = finding(metric)
        return [
          context.identity.title(of: metric), figure.short(value),
          figure.interval(value) ?? "none", figure.count(value), before(metric), reference(metric),
          agreed(finding),
          finding.flatMap { context.words($0)?.standing } ?? "not judged",
        ]
      })
  }

  /// The few measures for readers without statistics, and the volume.
  func plain(limit: Int) -> TableView? {
    let noun = context.noun
    guard let figure = context.figure else { return nil }
    let chosen = Array(metrics.prefix(limit))
    var rows = chosen.map { metric in
      [
        context.identity.title(of: metric), figure.short(MetricKey(metric)), before(metric),
        agreed(finding(metric)), standing(finding(metric)),
      ]
    }
    rows.append([
      "Predictions", NumberText.grouped(figure.record.rowCount),
      context.figureBefore.map { NumberText.grouped($0.record.rowCount) } ?? "none",
      agreed(finding(.rowCount)), standing(finding(.rowCount)),
    ])
    return TableView(
      [
        .text("Measure"), .number("This \(noun)"), .number("\(noun.capitalizedFirst) before"),
        .text("Expected"), .text("Standing"),
      ], rows)
  }

  /// The plain meaning of the measures that ``plain(limit:)`` shows and of those that broke.
  func meanings(limit: Int) -> [MeaningView] {
    // That the cases have changed is said in words, without the name of a distance.
    let broken = context.findings(.breach, .watch).filter { $0.family != .drift }.prefix(4)
      .map(\.expectation.metric)
    var seen = Set<Metric>()
    return (metrics.prefix(limit) + broken).filter { seen.insert($0).inserted }.map {
      MeaningView(
        title: $0.definition.title, meaning: $0.definition.plainMeaning,
        address: Address.definition($0))
    }
  }

  /// Every metric that is judged or says how good the answers were, with its definition.
  var definitions: [MeaningView] {
    let judged = context.findings.map(\.expectation.metric)
    return Set(metrics + judged).sorted().map {
      MeaningView(
        title: $0.definition.title, meaning: $0.definition.plainMeaning,
        address: Address.definition($0))
    }
  }

  /// Why there is nothing to say about performance, or how many labels it rests on.
  var note: String? {
    guard let leading = context.leading, leading.rowCount > 0 else { return nil }
    if leading.labelCount == 0 {
      return "No labels have arrived yet, so performance cannot be measured."
    }
    return leading.maturity.map { MaturityWords($0, rule: context.identity.maturity).sentence }
  }

  private func finding(_ metric: Metric) -> Finding? {
    context.findings.first { $0.value.key == MetricKey(metric) }
  }

  private func agreed(_ finding: Finding?) -> String {
    finding.flatMap { context.words($0)?.agreed } ?? "no expectation"
  }

  private func standing(_ finding: Finding?) -> String {
    finding?.status.words ?? "not judged"
  }

  private func before(_ metric: Metric) -> String {
    context.figureBefore?.short(MetricKey(metric)) ?? "none"
  }

  private func reference(_ metric: Metric) -> String {
    guard let reference = context.reference else { return "none" }
    return FigureText(reference, of: context.identity).short(MetricKey(metric))
  }
}

extension ModelIdentity {
  /// The name of a measure, with the unit of the label where it is in that unit and the unit is
  /// known, such as `Mean absolute error, minutes`.
  func title(of metric: Metric) -> String {
    let title = metric.definition.title
    guard metric.definition.unit == .sameAsColumn, let labelUnit else { return title }
    return "\(title), \(labelUnit)"
  }
}

extension String {
  /// The first letter large, without regard to any locale.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
