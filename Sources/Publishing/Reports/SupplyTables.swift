import Assessment
import Profiling

/// Tables for those who keep the data flowing.
struct SupplyTables {
  let context: ReportContext

  /// Rows, labels and faults of the last six periods, the latest first.
  var supply: TableView? {
    let start = max(0, context.index - 5)
    let rows = context.model.periods[start...context.index].reversed().map { record -> [String] in
      guard let leading = record.leading, leading.rowCount > 0 else {
        return [record.period.title, "0", "none", "none", "none", "none"]
      }
      let figure = FigureText(leading, of: context.identity)
      return [
        record.period.title, NumberText.grouped(record.servedRowCount),
        NumberText.grouped(record.serving.reduce(0) { $0 + $1.labelCount }),
        figure.short(MetricKey(.labelDelayDaysP50)),
        figure.short(record.served(MetricKey(.duplicateIdCount))),
        figure.short(record.served(MetricKey(.malformedRowCount))),
      ]
    }
    return TableView(
      [
        .text(context.noun.capitalizedFirst), .number("Rows"), .number("Labels arrived"),
        .number("Usual delay of a label"), .number("Repeated ids"), .number("Malformed rows"),
      ], rows)
  }

  /// Errors and response times.
  var service: TableView? {
    guard let figure = context.figure else { return nil }
    let metrics: [Metric] = [
      .requestCount, .errorShare, .latencyMsP50, .latencyMsP95, .latencyMsP99,
    ]
    return TableView(
      [
        .text("Measure"), .number("This \(context.noun)"),
        .number("\(context.noun.capitalizedFirst) before"), .text("Standing"),
      ],
      metrics.compactMap { metric in
        guard let value = figure.record[MetricKey(metric)], value.estimate.value != nil else {
          return nil
        }
        return [
          metric.definition.title, figure.short(value),
          context.figureBefore?.short(MetricKey(metric), beside: figure) ?? "none",
          context.findings.first { $0.value.key == MetricKey(metric) }?.status.words
            ?? "not judged",
        ]
      })
  }

  private static let columnMetrics: [Metric] = [
    .missingShare, .typeMismatchShare, .outOfRangeShare, .newCategoryShare,
  ]

  /// The columns of the table of columns.
  var columnNames: Set<String> {
    Set(
      (context.leading?.values ?? []).filter {
        Self.columnMetrics.contains($0.key.metric) && $0.key.slice.isAll
      }.compactMap(\.key.feature))
  }

  /// Faults of every column, the worst first.
  var columns: TableView? {
    guard let figure = context.figure else { return nil }
    let metrics = Self.columnMetrics
    let names = columnNames
    let ranked = names.map { name in (name: name, status: status(name)) }.sorted { one, other in
      (-(one.status?.severity ?? -1), one.name) < (-(other.status?.severity ?? -1), other.name)
    }
    let shown = metrics.filter { metric in
      names.contains { figure.record[MetricKey(metric, feature: $0)] != nil }
    }
    return TableView(
      [.text("Column")] + shown.map { .number($0.definition.title) }
        + [.number("Missing before"), .text("Standing")],
      ranked.map { column in
        let cells = shown.map { metric in
          figure.record[MetricKey(metric, feature: column.name)].map { figure.short($0) }
            ?? "does not apply"
        }
        let before = context.figureBefore?.short(MetricKey(.missingShare, feature: column.name))
        return [column.name] + cells + [before ?? "none", column.status?.words ?? "not judged"]
      })
  }

  /// Columns whose quality is not as expected, for those who read drift next.
  var faults: TableView? {
    let bad = context.findings(.breach, .watch).filter { $0.family == .quality }
    return TableView(
      [.text("Fault"), .number("This \(context.noun)"), .text("Limit"), .text("Standing")],
      bad.compactMap { finding in
        guard let words = context.words(finding), let figure = context.figure else { return nil }
        return [
          finding.value.key.subject, figure.short(finding.value), words.agreed,
          finding.status.words,
        ]
      })
  }

  var faultSentence: String {
    let all = context.findings.filter { $0.family == .quality }
    let bad = all.filter { $0.status == .breach || $0.status == .watch }
    if all.isEmpty { return "No expectation is set for the quality of the data." }
    if bad.isEmpty {
      let checks =
        all.count == 1
        ? "the one check of data quality did not fail"
        : "none of \(NumberText.grouped(all.count)) checks of data quality failed"
      return "Yes: \(checks), so drift may be read as it stands."
    }
    if all.count == 1 {
      return "Not wholly: the one check of data quality failed or came close. "
        + "Read the drift of that column with care."
    }
    return "Not wholly: \(bad.count) of \(Plural.count(all.count, "check")) of data quality "
      + "failed or came close. Read the drift of those columns with care."
  }

  /// The labels in words.
  var labels: [FactView] {
    guard let leading = context.leading, let figure = context.figure else { return [] }
    var facts = [
      FactView(
        name: "Labels arrived",
        fact: "\(NumberText.grouped(leading.labelCount)) of "
          + Plural.count(leading.rowCount, "row"))
    ]
    let delay = figure.record[MetricKey(.labelDelayDaysP50)]
    if delay?.estimate.value != nil {
      facts.append(FactView(name: "Half of them came within", fact: figure.short(delay)))
    }
    if let waiting = context.waitingLabelCount {
      facts.append(
        FactView(
          name: "Labels on record without a prediction", fact: NumberText.grouped(waiting)))
    }
    return facts
  }

  private func status(_ column: String) -> Status? {
    let judged = context.findings.filter {
      $0.family == .quality && $0.value.key.slice.isAll && $0.value.key.feature == column
    }
    return judged.isEmpty ? nil : Status.worst(of: judged.map(\.status))
  }
}
