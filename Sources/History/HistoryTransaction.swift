import GRDB

/// One transaction on the record; lives only inside the closure that it was given to.
package struct HistoryTransaction {
  let database: Database

  init(_ database: Database) {
    self.database = database
  }
}

/// Number of a model in the record.
package struct ModelKey: Hashable, Sendable {
  let raw: Int64
}

/// Number of an arm in the record, with the number of its version.
package struct ArmKey: Hashable, Sendable {
  let raw: Int64
  /// Number of its version: predictions are told apart by version, not by stage.
  let version: Int64

  /// Whether both are the same version, in whichever stages.
  package func isSameVersion(as other: ArmKey) -> Bool { version == other.version }
}
