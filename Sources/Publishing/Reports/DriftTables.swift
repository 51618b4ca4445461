import Assessment
import Profiling

/// Which columns moved away from the reference, the furthest first.
struct DriftTables {
  let context: ReportContext

  struct Column {
    let name: String
    /// The verdict on its drift; of several the worst.
    let finding: Finding?
    /// How many times the limit its distance is.
    let excess: Double?
    /// Population stability index.
    let index: Double?

    var status: Status? { finding?.status }
  }

  /// Every column with drift metrics: those that are judged by how far they are beyond their limit,
  /// then the others by population stability index.
  var ranking: [Column] {
    guard let leading = context.leading else { return [] }
    let names = Set(
      leading.values.filter { $0.key.metric.definition.family == .drift && $0.key.slice.isAll }
        .compactMap(\.key.feature))
    let judged = Dictionary(
      grouping: context.findings.filter { $0.family == .drift && $0.value.key.slice.isAll }
    ) { $0.value.key.feature }
    return names.map { name in
      let finding = judged[name]?.max { $0.status.severity < $1.status.severity }
      return Column(
        name: name, finding: finding, excess: finding.flatMap(Self.excess),
        index: leading[MetricKey(.psi, feature: name)]?.estimate.value)
    }.sorted { one, other in
      (-(one.excess ?? -1), -(one.index ?? -1), one.name)
        < (-(other.excess ?? -1), -(other.index ?? -1), other.name)
    }
  }

  private static func excess(_ finding: Finding) -> Double? {
    guard let value = finding.value.estimate.value,
      let limit = finding.expectation.maximum ?? finding.expectation.watchAbove, limit > 0
    else { return nil }
    return value / limit
  }

  /// The distance that the verdict rests on, with the index that many readers know beside it.
  var table: TableView? {
    guard let figure = context.figure else { return nil }
    let columns = ranking
    let metrics: [Metric] = [
      .normalisedWassersteinDistance, .jensenShannonDistance, .psi, .ksStatistic,
    ].filter { metric in
      columns.contains { figure.record[MetricKey(metric, feature: $0.name)] != nil }
    }
    let isTested = columns.contains { $0.finding?.significance != nil }
    let hasEffect = columns.contains { $0.finding?.effect != nil }
    return TableView(
      [.text("Column")] + metrics.map { .number($0.definition.title) }
        + (hasEffect ? [.number("Effect size")] : [])
        + (isTested ? [.number("Adjusted p")] : [])
        + [.number("\(context.noun.capitalizedFirst) before"), .text("Standing")],
      columns.map { column in
        let cells = metrics.map { metric in
          figure.record[MetricKey(metric, feature: column.name)].map { figure.short($0) }
            ?? "does not apply"
        }
        let p = column.finding?.significance.map {
          NumberStyle(unit: .pValue).text($0.adjusted)
        }
        let effect = column.finding.flatMap { context.words($0)?.effect }
        return [column.name] + cells + (hasEffect ? [effect ?? "none"] : [])
          + (isTested ? [p ?? "no test"] : [])
          + [before(column), standing(column)]
      })
  }

  private func standing(_ column: Column) -> String {
    column.finding.flatMap { context.words($0)?.standingBesideP } ?? "not judged"
  }

  /// The judged distance of the period before, or the index where nothing is judged.
  private func before(_ column: Column) -> String {
    let key = column.finding?.value.key ?? MetricKey(.psi, feature: column.name)
    return context.figureBefore?.short(key) ?? "none"
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
