import Assessment
import Profiling

/// What the values of each column are like, beside those of the reference.
///
/// Quantiles and no extremes: the smallest and the largest value are those of single rows.
struct ColumnNumbersTable {
  let context: ReportContext

  private static let metrics: [Metric] = [
    .mean, .standardDeviation, .quantile05, .quantile50, .quantile95, .distinctCount,
  ]

  /// One row for each column of numbers, by name; nothing where none was counted.
  var table: TableView? {
    guard let figure = context.figure else { return nil }
    let names = columns(with: .mean)
    guard !names.isEmpty else { return nil }
    let shown = Self.metrics.filter { metric in
      names.contains { figure.record[MetricKey(metric, feature: $0)] != nil }
    }
    let reference = context.reference.map { FigureText($0, of: context.identity) }
    return TableView(
      [.text("Column")] + shown.map { .number($0.definition.title) }
        + [.number("Mean of the reference"), .number("Median of the reference")],
      names.map { name in
        [name] + shown.map { cell($0, of: name, figure) }
          + [Metric.mean, .quantile50].map { cell($0, of: name, reference) }
      })
  }

  /// How many different values all other columns have; `nil` where there is none.
  var categories: String? {
    guard let figure = context.figure else { return nil }
    let numbers = Set(columns(with: .mean))
    let counts = columns(with: .distinctCount).filter { !numbers.contains($0) }
      .compactMap { name in
        figure.record[MetricKey(.distinctCount, feature: name)]
          .flatMap { $0.estimate.value == nil ? nil : "\(figure.short($0)) of \(name)" }
      }
    return counts.isEmpty
      ? nil : "Different values of columns without numbers: \(Plural.shortList(counts, limit: 20))."
  }

  private func columns(with metric: Metric) -> [String] {
    Set(
      (context.leading?.values ?? []).filter { $0.key.metric == metric && $0.key.slice.isAll }
        .compactMap(\.key.feature)
    ).sorted()
  }

  private func cell(_ metric: Metric, of name: String, _ figure: FigureText?) -> String {
    guard let figure else { return "none" }
    return figure.record[MetricKey(metric, feature: name)].map { figure.short($0) }
      ?? "does not apply"
  }
}
