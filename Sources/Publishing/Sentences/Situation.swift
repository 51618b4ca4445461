import Assessment
import Profiling

/// What the verdicts of a period come to: the rules from which every answer is made.
struct Situation {
  let context: ReportContext

  /// How good the answers were.
  enum Performance {
    /// Outside what was agreed, with evidence.
    case broken(Finding)
    /// Outside what was agreed, without the evidence that a breach needs.
    case doubtful(Finding)
    /// Inside, but beyond the point from which a look is due.
    case close(Finding)
    /// Inside; the finding on the measure that stands for the model, or another one.
    case met(Finding)
    /// Something is agreed, and no label has come.
    case waiting
    /// Something is agreed, and labels are too few, or something else is lacking.
    case unjudged
    /// Nothing is agreed.
    case unasked
  }

  var performance: Performance {
    let all = context.findings.filter(\.family.isPerformance)
    guard !all.isEmpty else { return .unasked }
    // What was measured goes before what was only estimated, and all rows before some.
    let ranked = all.enumerated().sorted { one, other in
      (rank(one.element), one.offset) < (rank(other.element), other.offset)
    }.map(\.element)
    if let finding = ranked.first(where: { $0.status == .breach }) { return .broken(finding) }
    if let finding = ranked.first(where: \.isDoubtful) { return .doubtful(finding) }
    if let finding = ranked.first(where: \.isClose) { return .close(finding) }
    if let finding = ranked.first(where: \.isJudged) { return .met(finding) }
    return context.leading?.labelCount == 0 ? .waiting : .unjudged
  }

  /// Broken expectations on everything but performance and drift.
  var faults: [Finding] { context.faults.filter { !$0.family.isPerformance } }

  /// Columns beyond their limit of drift, each named once, in order of weight.
  var drifted: [String] { columns(drifts) }

  /// Findings on drift beyond its limit, in order of weight.
  var drifts: [Finding] {
    context.findings.filter { $0.family == .drift && $0.status == .breach }
  }

  /// Findings worth a look that are about neither drift nor performance.
  var looks: [Finding] {
    context.findings(.watch).filter {
      !$0.family.isPerformance && $0.family != .drift && !$0.isImprovement
    }
  }

  /// What is better than anything agreed, where somebody asked to be told.
  var improvements: [Finding] { context.findings(.watch).filter(\.isImprovement) }

  /// Columns of findings on drift, each once.
  func columns(_ findings: [Finding]) -> [String] {
    var seen = Set<String>()
    return findings.compactMap(\.value.key.columnSubject).filter { seen.insert($0).inserted }
  }

  private func rank(_ finding: Finding) -> Int {
    let key = finding.value.key
    if key == context.history.primary.map({ MetricKey($0) }) { return 0 }
    return (finding.family == .estimated ? 4 : 0) + (key.slice.isAll ? 1 : 2)
  }
}

extension Finding {
  /// Beyond its limit, on the bad side, without the evidence that a breach needs.
  var isDoubtful: Bool {
    guard status == .watch, case .beyond(let crossing, _) = rule else { return false }
    return crossing.kind == .limit
  }

  /// Beyond the point from which a look is due, on the bad side.
  var isClose: Bool {
    guard status == .watch, case .beyond(let crossing, _) = rule else { return false }
    return crossing.kind == .watch
  }

  var isImprovement: Bool {
    if case .improvement = rule { true } else { false }
  }

  var isJudged: Bool { status.isJudged }
}

extension Status {
  /// Whether it is a verdict, and not the lack of one.
  var isJudged: Bool { self != .missing && self != .insufficient }
}

extension ReportContext {
  /// For how many periods in a row, this one included, the value has been beyond the same limit.
  ///
  /// A stricter count than ``Finding/periodsInARow``, which takes breaches and looks together: a
  /// sentence that names a limit must not count periods in which another one was passed.
  func run(of finding: Finding) -> Int {
    guard let crossing = finding.rule.crossing else { return 0 }
    return model.periods[...index].reversed().prefix { period in
      period.leading?.findings.contains { earlier in
        guard earlier.expectation.key == finding.expectation.key,
          earlier.status == .breach || earlier.status == .watch,
          let other = earlier.rule.crossing
        else { return false }
        return other.side == crossing.side && other.kind == crossing.kind
      } ?? false
    }.count
  }
}
