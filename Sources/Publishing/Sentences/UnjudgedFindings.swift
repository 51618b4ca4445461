import Assessment
import Profiling

/// Expectations that could not be judged, by what they lacked.
struct UnjudgedFindings {
  private let findings: [Finding]
  private let isPlain: Bool

  /// - Parameter isPlain: Whether rows are called what plain readers know them as.
  init(_ findings: [Finding], isPlain: Bool = false) {
    self.findings = findings
    self.isPlain = isPlain
  }

  /// What a verdict lacked, in the order in which a sentence tells them.
  private enum Cause: CaseIterable {
    case rows
    /// Such as one class alone: ranking and the like are undefined then, however many rows there are.
    case variety
    case publication, data

    func words(isPlain: Bool) -> String {
      switch self {
      case .rows: "for too few \(isPlain ? "predictions" : "rows")"
      case .variety: "as the cases were too much alike"
      case .publication: "as small groups are protected"
      case .data: "for lack of data"
      }
    }

    init(_ finding: Finding) {
      guard finding.status == .insufficient else {
        self = .data
        return
      }
      self =
        switch finding.value.estimate.reason {
        case .oneClass, .undefined: .variety
        case .withheld: .publication
        case .tooFewRows, .notCounted, .noRows, .noLabels, .noReference, .noValues,
          .notApplicable, nil:
          .rows
        }
    }
  }

  /// Such as `3 expectations could not be judged: 2 for too few rows and 1 for lack of data.`
  var sentence: String {
    let counts = Dictionary(grouping: findings, by: Cause.init).mapValues(\.count)
    let causes = Cause.allCases.filter { counts[$0] != nil }
    let total = "\(Plural.count(findings.count, "expectation")) could not be judged"
    guard causes.count > 1 else {
      return "\(total), \(causes.map { $0.words(isPlain: isPlain) }.joined())."
    }
    let parts = causes.map { "\(counts[$0] ?? 0) \($0.words(isPlain: isPlain))" }
    return "\(total): \(Plural.list(parts))."
  }
}
