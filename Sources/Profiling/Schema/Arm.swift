/// One version of a model in one stage: the unit that is profiled, assessed and compared.
///
/// The same version in shadow and in production is two arms, so that what was observed before a
/// promotion is never mixed with what was observed after it.
package struct Arm: Hashable, Sendable, Codable, Comparable {
  /// Name of the trained artefact; empty when the log has no version column.
  package let version: String
  package let stage: Stage

  package init(version: String, stage: Stage) {
    self.version = version
    self.stage = stage
  }

  /// Stage first, then version, so that production leads every list.
  package static func < (left: Arm, right: Arm) -> Bool {
    (left.stage, left.version) < (right.stage, right.version)
  }
}
