import Assessment
import Profiling

/// Tables that hold one version against another.
struct ComparisonTables {
  let metric: Metric

  /// One row for each measure.
  static func table(_ comparison: ArmComparison, rows: [ArmComparison.Row]) -> TableView? {
    TableView(
      [
        .text("Measure"), .number(comparison.other.label), .number(comparison.production.label),
        .number("Difference"), .text("Better"),
      ],
      rows.map { row in
        let figures = ComparisonTables(metric: row.key.metric)
        return [row.key.subject] + figures.cells(row) + [
          winner(row.outcome, comparison) ?? "neither"
        ]
      })
  }

  /// The version that did better; `nil` when neither did.
  static func winner(_ outcome: ArmComparison.Outcome, _ comparison: ArmComparison) -> String? {
    switch outcome {
    case .better: comparison.other.name
    case .worse: comparison.production.name
    case .even: nil
    }
  }

  /// One row for each month, and one for all days together.
  func monthly(
    _ months: [(month: ArmComparison, row: ArmComparison.Row)], new: String, old: String,
    overall: ArmComparison?
  ) -> TableView? {
    var rows = months.map { month, row in
      [
        "\(month.firstDay.monthName) \(month.firstDay.civil.year)",
        NumberText.grouped(month.dayCount),
      ]
        + cells(row) + [Self.winner(row.outcome, month) ?? "neither"]
    }
    if let overall, let row = overall.rows.first(where: { $0.key == MetricKey(metric) }) {
      rows.append(
        ["all days together", NumberText.grouped(overall.dayCount)] + cells(row)
          + [Self.winner(row.outcome, overall) ?? "neither"])
    }
    return TableView(
      [
        .text("Month"), .number("Days"), .number(new), .number(old), .number("Difference"),
        .text("Better"),
      ], rows)
  }

  /// New, old, and their difference, all with the same decimals.
  private func cells(_ row: ArmComparison.Row) -> [String] {
    let style = NumberStyle(metric)
    guard let one = row.other.estimate.value, let other = row.production.estimate.value else {
      return [row.other.text ?? "none", row.production.text ?? "none", "none"]
    }
    let decimals = row.decimals
    return [
      style.text(one, decimals: decimals), style.text(other, decimals: decimals),
      style.difference(row.difference, between: one, and: other, decimals: decimals),
    ]
  }
}
