import Assessment
import Profiling

/// Limits that changed with the version: those that nobody agreed follow from the reference of each.
struct LimitChanges {
  let context: ReportContext
  let isPlain: Bool

  /// How many are named; plain readers meet the others nowhere else.
  private var limit: Int { isPlain ? 2 : 3 }

  /// Such as `The limits changed with the version: how far predictions are off, at most 17.4 minutes
  /// (at most 17.1 before).`; `nil` where none that is shown differs.
  var sentence: String? {
    guard let figure = context.figure, let before = context.figureBefore,
      figure.record.arm != before.record.arm
    else { return nil }
    let changes = context.findings.filter { $0.family.isPerformance && $0.value.key.slice.isAll }
      .enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .compactMap { change($0.element, figure, before) }
    guard !changes.isEmpty else { return nil }
    let rest = changes.count - limit
    let shown = rest > 1 ? Array(changes.prefix(limit)) : changes
    let more = rest > 1 ? "; and \(rest) more" : ""
    return "The limits changed with the version: \(shown.joined(separator: "; "))\(more)."
  }

  /// The measures that speak for a model first.
  private func rank(_ finding: Finding) -> Int {
    context.history.measured.firstIndex(of: finding.value.key.metric) ?? Int.max
  }

  private func change(
    _ finding: Finding, _ figure: FigureText, _ before: FigureText
  ) -> String? {
    guard finding.expectation.isDerived,
      let old = before.record.finding(of: finding.value.key)?.expectation, old.isDerived
    else { return nil }
    let clauses = FindingClauses(context: context, isPlain: isPlain)
    let measure = MeasureClause(
      key: finding.value.key, unit: isPlain ? context.identity.labelUnit : nil)
    func bare(_ bound: Double) -> String {
      let text = figure.limit(bound, of: finding.expectation)
      return isPlain && measure.isRetold ? measure.measured(text) : text
    }
    let new = finding.expectation.agreed(bare)
    let then = old.agreed(bare)
    guard new != then else { return nil }
    // The unit once, after the limit that holds.
    let unit = isPlain && !measure.isRetold ? measure.measured("") : ""
    return "\(clauses.name(finding)), \(new)\(unit) (\(then) before)"
  }
}
