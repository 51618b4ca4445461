package import Profiling

/// A run of consecutive breaches of one expectation, as it stood at one period.
///
/// A period in which the expectation could not be judged neither ends a run nor lengthens it: no
/// data is no recovery.
package struct Incident: Hashable, Sendable {
  /// One period in which the expectation was broken.
  package struct Breach: Hashable, Sendable {
    /// Position among the periods of the model.
    package let index: Int
    package let value: MetricValue
  }

  /// The first period after a run that was judged otherwise.
  package struct Closing: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// The expectation was met, or only worth a look.
      case judged(Status)
      /// The expectation is no longer held.
      case withdrawn
    }

    package let index: Int
    package let reason: Reason
    package let value: MetricValue?
  }

  /// What was broken, as it was agreed when the run began.
  package let expectation: Expectation
  /// At least one, oldest first.
  package let breaches: [Breach]
  /// Periods since the first breach that could not be judged.
  package let unjudgedCount: Int
  /// `nil` while it is open.
  package let closing: Closing?

  package var key: MetricKey { expectation.key }
  /// Position of the period in which it was opened.
  package var first: Int { breaches.first?.index ?? 0 }
  /// Position of the last period in which it was confirmed.
  package var last: Int { breaches.last?.index ?? 0 }
  /// Number of periods in which the expectation was broken.
  package var length: Int { breaches.count }
  package var isOpen: Bool { closing == nil }

  /// The value furthest beyond the limit; of several the first.
  package var worst: Breach? {
    breaches.max { excess($0.value) < excess($1.value) }
  }

  private func excess(_ value: MetricValue) -> Double {
    guard let number = value.estimate.value, let crossing = expectation.crossing(by: value) else {
      return 0
    }
    return (number - crossing.bound).magnitude
  }
}

/// All incidents of a model, found in one pass over its periods.
///
/// The arm that leads a period decides, so production is one history across its versions.
package struct IncidentLog: Sendable {
  /// A run with everything that was ever seen of it.
  private struct Run {
    let expectation: Expectation
    var breaches: [Incident.Breach]
    var unjudged: [Int] = []
    var closing: Incident.Closing?
  }

  private struct Key: Hashable {
    let metric: MetricKey
    let stage: Stage
  }

  private let runs: [Run]

  package init(_ periods: [PeriodRecord]) {
    var open: [Key: Run] = [:]
    var over: [Run] = []
    for (index, period) in periods.enumerated() {
      guard let leading = period.leading else {
        for key in open.keys { open[key]?.unjudged.append(index) }
        continue
      }
      let findings = Dictionary(
        leading.findings.map { (Key(metric: $0.expectation.key, stage: leading.arm.stage), $0) },
        uniquingKeysWith: { first, _ in first })
      for (key, run) in open {
        var run = run
        let isEmpty = leading.rowCount == 0
        if let closing = Self.close(&run, by: findings[key], at: index, isEmpty: isEmpty) {
          run.closing = closing
          over.append(run)
          open[key] = nil
        } else {
          open[key] = run
        }
      }
      for (key, finding) in findings where finding.status == .breach && open[key] == nil {
        open[key] = Run(
          expectation: finding.expectation,
          breaches: [Incident.Breach(index: index, value: finding.value)])
      }
    }
    runs = (over + open.values).sorted {
      ($0.breaches[0].index, $0.expectation.key) < ($1.breaches[0].index, $1.expectation.key)
    }
  }

  /// The incidents as they stood at a period: what came later is left out.
  ///
  /// - Returns: In order of their opening, then of their key.
  package func asOf(_ index: Int) -> [Incident] {
    runs.compactMap { run in
      let breaches = run.breaches.filter { $0.index <= index }
      guard !breaches.isEmpty else { return nil }
      return Incident(
        expectation: run.expectation, breaches: breaches,
        unjudgedCount: run.unjudged.count { $0 <= index },
        closing: run.closing.flatMap { $0.index <= index ? $0 : nil })
    }
  }

  /// Takes one more period into a run; returns what ends it, or `nil` while it goes on.
  private static func close(
    _ run: inout Run, by finding: Finding?, at index: Int, isEmpty: Bool
  ) -> Incident.Closing? {
    guard let finding else {
      // A group without rows has no finding either; only a period with rows can withdraw.
      guard !isEmpty, !run.expectation.key.slice.isGroup else {
        run.unjudged.append(index)
        return nil
      }
      return Incident.Closing(index: index, reason: .withdrawn, value: nil)
    }
    switch finding.status {
    case .breach: run.breaches.append(Incident.Breach(index: index, value: finding.value))
    case .insufficient, .missing: run.unjudged.append(index)
    case .ok, .watch:
      return Incident.Closing(
        index: index, reason: .judged(finding.status), value: finding.value)
    }
    return nil
  }
}

extension Slice {
  /// True when the slice names a group of rows, not a comparison of groups.
  package var isGroup: Bool { !parts.isEmpty && parts.allSatisfy { $0.value != nil } }
}
