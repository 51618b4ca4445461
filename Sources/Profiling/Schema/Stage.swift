/// Where a version stands: whose answers were used, and whose were only recorded.
package enum Stage: String, CaseIterable, Sendable, Codable, Comparable {
  /// Its answers are used.
  case production
  /// One arm of an A/B comparison; its answers are used for part of the traffic.
  case candidate
  /// It answers beside production, and nobody uses the answers.
  case shadow
  /// Answers given before deployment.
  case validation

  /// Production first: the order in which reports list the stages.
  package static func < (left: Stage, right: Stage) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .production: 0
    case .candidate: 1
    case .shadow: 2
    case .validation: 3
    }
  }
}
