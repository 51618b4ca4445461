import Assessment
import Profiling

/// Which expectations changed their standing since the period before.
struct StandingChanges {
  let context: ReportContext
  let role: Role?

  private var clauses: FindingClauses {
    FindingClauses(context: context, isPlain: role.speaksPlainly)
  }

  private var old: [MetricKey: Status] {
    Dictionary(
      (context.previous?.leading?.findings ?? []).map { ($0.value.key, $0.status) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The most pressing first; none when nothing changed.
  var sentences: [String] {
    let broke = subjects(context.faults) { $0 != .breach && $1 == .breach }
    let moved = subjects(context.looks) { $0 != .breach && $1 == .breach }
    let watched = subjects(context.findings.filter { !$0.isImprovement }) {
      $0 == .ok && $1 == .watch
    }
    let eased = subjects(context.findings) { $0 == .breach && $1 == .watch }
    let healed = subjects(context.findings) { ($0 == .breach || $0 == .watch) && $1 == .ok }
    return [
      sentence("New outside the limit", broke),
      sentence("Newly different from the reference", moved),
      sentence("New and worth a look", watched),
      sentence("No longer clearly outside the limit, but worth a look", eased),
      sentence("Back as expected", healed),
    ].compactMap { $0 }
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
