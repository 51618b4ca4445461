import Assessment
import Profiling

/// Limits that changed with the version: those that nobody agreed follow from the reference of each.
struct LimitChanges {
  let context: ReportContext
  let isPlain: Bool

  /// How many are named.
  private static let limit = 3

  /// Such as `The limits changed with the version: how far predictions are off, at most 17.4 minutes
  /// (17.1 minutes before).`; `nil` where none that is shown differs.
  var sentence: String? {
    guard let figure = context.figure, let before = context.figureBefore,
      figure.record.arm != before.record.arm
    else { return nil }
    let changes = context.findings.filter { $0.family.isPerformance && $0.value.key.slice.isAll }
      .sorted { rank($0) < rank($1) }
      .compactMap { change($0, figure, before) }
    guard !changes.isEmpty else { return nil }
    let rest = changes.count - Self.limit
    let shown = rest > 1 ? Array(changes.prefix(Self.limit)) : changes
    let more = rest > 1 ? ["\(rest) more"] : []
    return "The limits changed with the version: \((shown + more).joined(separator: "; "))."
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
    func text(_ bound: Double) -> String {
      let text = figure.limit(bound, of: finding.expectation)
      return isPlain ? measure.measured(text) : text
    }
    let new = finding.expectation.agreed(text)
    let then = old.agreed(text)
    guard new != then else { return nil }
    return "\(clauses.name(finding)), \(new) (\(then) before)"
  }
}
