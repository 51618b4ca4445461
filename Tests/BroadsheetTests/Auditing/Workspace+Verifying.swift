import Profiling

@testable import Broadsheet

/// A site of two publications, and what verifying finds in it.
extension Workspace {
  static let firstPublication = Day(year: 2026, month: 4, day: 1)

  /// Runs `body` with a site of two publications, a week apart.
  static func withTwoPublications(
    key: SigningKey? = nil, _ body: (Workspace) throws -> Void
  ) throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: firstPublication, key: key)
      try space.addLabels()
      try space.publish(on: firstPublication.advanced(by: 7), key: key)
      try body(space)
    }
  }

  func verify(key: VerifyingKey? = nil, head: String? = nil) throws -> SiteVerification {
    var verifier = try SiteVerifier(directory: site, key: key, head: head)
    return try verifier.run()
  }

  /// Every problem by kind and path.
  func found() throws -> [String] {
    try verify().problems.map { "\($0.kind.rawValue) \($0.path)" }
  }
}
