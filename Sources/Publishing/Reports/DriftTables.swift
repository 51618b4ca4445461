import Assessment
import Profiling

/// Which columns moved away from the reference, the furthest first.
struct DriftTables {
  let context: ReportContext

  struct Column {
    let name: String
    /// What orders the ranking; columns without it come last.
    let index: Double?
    let status: Status?
  }

  /// Every column with drift metrics, by population stability index.
  var ranking: [Column] {
    guard let leading = context.leading else { return [] }
    let names = Set(
      leading.values.filter { $0.key.metric.definition.family == .drift && $0.key.slice.isAll }
        .compactMap(\.key.feature))
    return names.map { name in
      let judged = context.findings.filter { $0.family == .drift && $0.value.key.feature == name }
      return Column(
        name: name, index: leading[MetricKey(.psi, feature: name)]?.estimate.value,
        status: judged.isEmpty ? nil : Status.worst(of: judged.map(\.status)))
    }.sorted { one, other in
      (-(one.index ?? -1), one.name) < (-(other.index ?? -1), other.name)
    }
  }

  var table: TableView? {
    guard let figure = context.figure else { return nil }
    let columns = ranking
    let metrics: [Metric] = [.psi, .jensenShannonDistance, .ksStatistic, .chiSquaredStatistic]
      .filter { metric in
        columns.contains { figure.record[MetricKey(metric, feature: $0.name)] != nil }
      }
    return TableView(
      [.text("Column")] + metrics.map { .number($0.definition.title) }
        + [.number("\(context.noun.capitalizedFirst) before"), .text("Standing")],
      columns.map { column in
        let cells = metrics.map { metric in
          figure.record[MetricKey(metric, feature: column.name)].map { figure.short($0) }
            ?? "does not apply"
        }
        let before =
          context.figureBefore?.short(MetricKey(.psi, feature: column.name)) ?? "none"
        return [column.name] + cells + [before, column.status?.words ?? "not judged"]
      })
  }

  /// How much drifted, and whether inputs and outputs tell the same story.
  var sentence: String {
    let columns = ranking
    guard context.reference != nil else {
      return "There is no reference, so drift is not measured."
    }
    guard !columns.isEmpty else { return "No drift was measured." }
    let outputs = Set(
      (context.leading?.distributions ?? []).filter { $0.subject != .feature }.map(\.column))
    let moved = columns.filter { $0.status == .breach || $0.status == .watch }
    let inputsMoved = moved.filter { !outputs.contains($0.name) }
    let outputsMoved = moved.filter { outputs.contains($0.name) }
    let inputCount = columns.count { !outputs.contains($0.name) }
    let text =
      inputsMoved.isEmpty
      ? inputCount == 1
        ? "The one feature did not move beyond its limits."
        : "None of \(NumberText.grouped(inputCount)) features moved beyond its limits."
      : "\(inputsMoved.count) of \(Plural.count(inputCount, "feature")) moved: "
        + "\(Plural.shortList(inputsMoved.map(\.name)))."
    guard !outputs.isEmpty else { return text }
    let answers =
      switch (inputsMoved.isEmpty, outputsMoved.isEmpty) {
      case (true, true): " The answers did not move either."
      case (false, false): " The answers moved too."
      case (false, true): " The answers did not move."
      case (true, false): " The answers moved all the same: \(names(outputsMoved))."
      }
    return text + answers
  }

  private func names(_ columns: [Column]) -> String { Plural.shortList(columns.map(\.name)) }
}
