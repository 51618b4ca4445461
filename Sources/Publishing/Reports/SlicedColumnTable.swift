import Assessment
import Profiling

/// The expectations on a column within a slice, drift and quality alike, the gravest first.
struct SlicedColumnTable {
  let context: ReportContext

  /// `nil` when no expectation is about a column within a slice.
  var table: TableView? {
    guard let figure = context.figure else { return nil }
    let findings = context.findings.filter {
      $0.value.key.feature != nil && $0.value.key.slice.isGroup
    }
    return TableView(
      [
        .text("Rows with"), .text("Column"), .text("Measure"), .number("This \(context.noun)"),
        .number("95 % interval"), .number("\(context.noun.capitalizedFirst) before"),
        .number("Effect size"), .text("Limit"), .text("Standing"),
      ],
      findings.map { finding in
        let key = finding.value.key
        let words = context.words(finding)
        return [
          key.slice.words, key.feature ?? "", key.metric.definition.title,
          figure.short(finding.value), figure.interval(finding.value) ?? "none",
          context.figureBefore?.short(key) ?? "none", words?.effect ?? "none",
          words?.agreed ?? "no limit",
          figure.suppression.hides(finding.value)
            ? "not published" : words?.standing ?? finding.status.words,
        ]
      })
  }
}
