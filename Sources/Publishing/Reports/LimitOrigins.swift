import Assessment
import Profiling

/// Who set the limits of a report, in words for readers who did not.
struct LimitOrigins {
  private let findings: [Finding]

  init(_ findings: [Finding]) {
    self.findings = findings
  }

  /// `nil` where nothing is expected.
  var sentence: String? {
    guard !findings.isEmpty else { return nil }
    let isAgreed = findings.contains { $0.expectation.origin == .configured }
    guard let defaults else { return "set by the team in the configuration" }
    return isAgreed
      ? "those called agreed were set by the team in the configuration, the others are defaults, made "
        + "from \(defaults)"
      : "defaults, made from \(defaults); the team has set none"
  }

  /// What limits that nobody set are made from; `nil` without such limits.
  private var defaults: String? {
    let isFromReference = findings.contains {
      if case .referenceChunks = $0.expectation.origin { true } else { false }
    }
    let isUsual = findings.contains { $0.expectation.origin == .convention }
    let parts = [
      isFromReference ? "the spread of the reference" : nil,
      isUsual ? "customary limits" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : Plural.list(parts)
  }
}
