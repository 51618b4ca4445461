import Assessment
import Profiling

/// One model at one period, with what came before: all that sentences and tables may look at.
///
/// Later periods are out of reach on purpose, so that a report says what was known at its time.
struct ReportContext: Sendable {
  let model: ModelRecord
  /// Position of the period in `model.periods`.
  let index: Int
  let history: ModelHistory
  /// Whether there is no later period yet. What is counted today, such as labels that wait for their
  /// prediction, is told by the latest report only.
  let isLatest: Bool
  /// The numbers of the leading arm as text.
  let figure: FigureText?
  /// Those of the period before, if it had rows.
  let figureBefore: FigureText?
  /// The findings, most pressing first: by status, in which drift weighs no more than `watch`, then
  /// in the order in which causes are ruled out (service, performance, quality, drift), then as
  /// configured.
  let findings: [Finding]

  init(model: ModelRecord, index: Int, history: ModelHistory, isLatest: Bool? = nil) {
    self.isLatest = isLatest ?? (index == model.periods.count - 1)
    self.model = model
    self.index = index
    self.history = history
    let leading = model.periods[index].leading
    let before = index > 0 ? model.periods[index - 1].leading : nil
    figure = leading.map { FigureText($0, of: model.identity) }
    figureBefore = before.flatMap { $0.rowCount > 0 ? FigureText($0, of: model.identity) : nil }
    findings = Self.mostPressingFirst(leading?.findings ?? [])
  }

  private static func mostPressingFirst(_ findings: [Finding]) -> [Finding] {
    let ranks = findings.map { finding in
      (-finding.weight.severity, finding.family.order, -finding.status.severity)
    }
    // Places instead of findings, which are large.
    let places = findings.indices.sorted { one, other in
      ranks[one] == ranks[other] ? one < other : ranks[one] < ranks[other]
    }
    return places.map { findings[$0] }
  }

  var identity: ModelIdentity { model.identity }
  var record: PeriodRecord { model.periods[index] }
  var period: Period { record.period }
  var previous: PeriodRecord? { index > 0 ? model.periods[index - 1] : nil }
  var leading: ArmRecord? { record.leading }
  var noun: String { identity.periodKind.noun }

  /// True when nothing arrived.
  var isEmpty: Bool { (leading?.rowCount ?? 0) == 0 }

  /// The reference that the leading version is compared with: its own, else the common one.
  var reference: ArmRecord? {
    model.references.first { $0.arm.version == leading?.arm.version } ?? model.references.first
  }

  /// The reference with its days, such as `the reference of 1 to 31 March 2013`.
  var referenceName: String {
    let days = model.referenceDays.map {
      " of \(Day.words(from: $0.lowerBound, to: $0.upperBound))"
    }
    return "the reference" + (days ?? "")
  }

  /// The names of columns and of attributes, in lower case.
  var names: Set<String> {
    let keys = (leading?.values ?? []).map(\.key)
    return Set(
      (identity.features + keys.compactMap(\.feature)
        + keys.flatMap { $0.slice.parts.map(\.attribute) }).map { $0.lowercased() })
  }

  /// The columns that the model or the world answers with, by name, each as readers know it who
  /// never meet the files: `the predictions`, `the scores` or `the outcomes`.
  var outputs: [String: String] {
    var words: [String: String] = [:]
    for distribution in leading?.distributions ?? [] {
      let name: String? =
        switch distribution.subject {
        case .feature: nil
        case .prediction: "the predictions"
        case .score: "the scores"
        case .label: "the outcomes"
        }
      if let name { words[distribution.column] = name }
    }
    return words
  }

  /// Whether a finding is about a column that the model or the world answers with.
  func isAboutOutput(_ finding: Finding) -> Bool {
    finding.value.key.feature.map { outputs[$0] != nil } ?? false
  }

  func findings(_ statuses: Status...) -> [Finding] {
    findings.filter { statuses.contains($0.status) }
  }

  /// Broken expectations but those on drift, which is a reason to look and not a fault.
  var faults: [Finding] { findings.filter { $0.weight == .breach } }

  /// What is worth a look: findings that are, and every drift beyond its limit.
  var looks: [Finding] { findings.filter { $0.weight == .watch } }

  func words(_ finding: Finding) -> FindingWords? {
    figure.map {
      FindingWords(
        finding: finding, figure: $0, periodKind: identity.periodKind, run: run(of: finding))
    }
  }

  /// Labels on record whose prediction has not been seen; `nil` in all reports but the latest.
  var waitingLabelCount: Int? { isLatest ? model.unmatchedLabelCount : nil }

  /// Share of the rows whose label has arrived; `nil` without rows.
  var labelCoverage: Double? {
    leading.flatMap { $0.rowCount > 0 ? Double($0.labelCount) / Double($0.rowCount) : nil }
  }

  /// Performance measured so far may still move.
  var isProvisional: Bool { leading?.maturity?.state == .provisional }
}

extension Finding {
  var family: MetricDefinition.Family { expectation.metric.definition.family }
}

extension MetricDefinition.Family {
  /// Place in the order in which causes are looked for.
  var order: Int {
    switch self {
    case .operations: 0
    case .volume: 1
    case .classification, .regression: 2
    case .estimated: 3
    case .fairness: 4
    case .quality: 5
    case .drift: 6
    }
  }

  /// Families that say how good the answers were.
  var isPerformance: Bool {
    [.classification, .regression, .estimated].contains(self)
  }
}
