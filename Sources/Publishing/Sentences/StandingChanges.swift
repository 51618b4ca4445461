import Assessment
import Profiling

/// Which expectations changed their standing since the period before.
struct StandingChanges {
  let context: ReportContext
  let role: Role?

  private var clauses: FindingClauses {
    FindingClauses(context: context, isPlain: role.speaksPlainly)
  }

  /// Standings before: of the mix of columns those of a period whose version had all of its days.
  private var old: [MetricKey: Status] {
    func findings(_ period: PeriodRecord?, _ isDrift: Bool) -> [Finding] {
      (period?.leading?.findings ?? []).filter { ($0.family == .drift) == isDrift }
    }
    return Dictionary(
      (findings(context.previous, false) + findings(context.mixBefore, true))
        .map { ($0.value.key, $0.status) }, uniquingKeysWith: { first, _ in first })
  }

  /// The most pressing first; none when nothing changed.
  ///
  /// There are two grades, as in every table: outside the limit, and worth a look. Drift beyond its
  /// limit is worth a look; to readers without statistics that is all there is to say of it.
  var sentences: [String] {
    let isPlain = role.speaksPlainly
    let broke = subjects(context.faults) { $0 != .breach && $1 == .breach }
    let moved = subjects(context.looks) { $0 != .breach && $1 == .breach }
    let watched = subjects(context.findings) { $0 == .ok && $1 == .watch }
      .filter { !$0.isImprovement }
    let eased = subjects(context.findings.filter { !isPlain || $0.family != .drift }) {
      $0 == .breach && $1 == .watch
    }
    let healed = subjects(context.findings) { ($0 == .breach || $0 == .watch) && $1 == .ok }
    let new = subjects(context.looks) { $0 != .watch && $0 != .breach && $1 == .breach }
    // Two measures of one thing have one name for plain readers; the graver of two is told.
    let grave = isPlain ? Set(broke.map(clauses.name)) : []
    let looks = (isPlain ? inOrder(new + watched) : watched)
      .filter { !grave.contains(clauses.name($0)) }
    return [
      sentence("New outside the limit", broke),
      isPlain ? nil : sentence("Newly different from the reference", moved),
      sentence("New and worth a look", looks),
      sentence("Now only worth a look", eased),
      sentence("Back as expected", healed),
    ].compactMap { $0 }
  }

  /// As the context has them.
  private func inOrder(_ findings: [Finding]) -> [Finding] {
    let keys = Set(findings.map(\.value.key))
    return context.findings.filter { keys.contains($0.value.key) }
  }

  private func sentence(_ opening: String, _ findings: [Finding]) -> String? {
    findings.isEmpty ? nil : "\(opening): \(clauses.list(findings))."
  }

  private func subjects(
    _ findings: [Finding], _ matches: (Status, Status) -> Bool
  ) -> [Finding] {
    let old = old
    return findings.filter { finding in
      old[finding.value.key].map { matches($0, finding.status) } ?? false
    }
  }
}
