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

  /// The few measures for readers without statistics, the one that the answer is about, and the
  /// volume. Of what nothing is expected, nothing is said.
  func plain(limit: Int) -> TableView? {
    let noun = context.noun
    guard let figure = context.figure else { return nil }
    let keys = metrics.prefix(limit).map { MetricKey($0) } + told(beyond: limit)
    var rows = keys.map { plainRow($0, figure) }
    let supply = finding(.rowCount)
    rows.append([
      "Predictions", NumberText.grouped(context.rowCount),
      context.figureBefore == nil
        ? "none" : NumberText.grouped(context.previous?.servedRowCount ?? 0),
      supply.flatMap { context.words($0)?.agreed } ?? "", supply.map(plainStanding) ?? "",
    ])
    let columns: [TableView.Column] = [
      .text("Measure"), .number("This \(noun)"), .number("\(noun.capitalizedFirst) before"),
      .text("Expected"), .text("Standing"),
    ]
    let isJudged = rows.contains { !$0[3].isEmpty || !$0[4].isEmpty }
    let shown = isJudged ? columns.count : 3
    return TableView(Array(columns.prefix(shown)), rows.map { Array($0.prefix(shown)) })
  }

  /// The figure that the answer tells, where it is not among the first measures.
  private func told(beyond limit: Int) -> [MetricKey] {
    guard let key = GroundSentences(context: context, role: .productManager).leading?.value.key,
      key != MetricKey(.rowCount), !metrics.prefix(limit).contains(where: { MetricKey($0) == key })
    else { return [] }
    return [key]
  }

  private func plainRow(_ key: MetricKey, _ figure: FigureText) -> [String] {
    let finding = context.findings.first { $0.value.key == key }
    let clause = MeasureClause(key: key, unit: nil)
    func text(_ figure: FigureText) -> String {
      clause.measured(figure.short(key, beside: context.figure))
    }
    let outputs = context.outputs
    let named = MetricKey(
      key.metric, slice: key.slice, feature: key.feature.map { outputs[$0] ?? $0 })
    return [
      key.slice.isAll && key.feature == nil
        ? context.identity.title(of: key.metric) : named.subject,
      text(figure), context.figureBefore.map(text) ?? "none",
      finding.map(plainlyAgreed) ?? "", finding.map(plainStanding) ?? "",
    ]
  }

  /// Why a value was not judged stands in its own cell, where there is more to say than of rows.
  private func plainStanding(_ finding: Finding) -> String {
    finding.status == .insufficient ? "not judged" : finding.status.words
  }

  /// The rule in the form in which the answer tells it.
  private func plainlyAgreed(_ finding: Finding) -> String {
    let clauses = FindingClauses(context: context, isPlain: true)
    guard clauses.words(finding.value.key).isRetold else {
      return context.words(finding)?.agreed ?? ""
    }
    return finding.expectation.agreed {
      clauses.words(finding.value.key).measured(clauses.limit($0, of: finding))
    }
  }

  /// The plain meaning of the measures that ``plain(limit:)`` shows; all others are told in words
  /// that need none.
  func meanings(limit: Int) -> [MeaningView] {
    var seen = Set<Metric>()
    return (metrics.prefix(limit) + told(beyond: limit).map(\.metric))
      .filter { seen.insert($0).inserted }.map {
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

  private func before(_ metric: Metric) -> String {
    context.figureBefore?.short(MetricKey(metric), beside: context.figure) ?? "none"
  }

  private func reference(_ metric: Metric) -> String {
    guard let reference = context.reference else { return "none" }
    return FigureText(reference, of: context.identity)
      .short(MetricKey(metric), beside: context.figure)
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
