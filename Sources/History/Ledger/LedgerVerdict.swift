package import Profiling

/// What the ledger found out about the rows of one file.
package struct LedgerVerdict: Sendable {
  /// One arm on one day.
  package struct Place: Hashable, Sendable {
    package let arm: ArmKey
    package let day: Day

    package init(arm: ArmKey, day: Day) {
      self.arm = arm
      self.day = day
    }
  }

  /// Rows whose version and id had been read before.
  package internal(set) var repeats = RowSet()
  /// How many repeated rows there are of the predictions of each place.
  package internal(set) var repeatCounts: [Place: Int] = [:]
  /// Rows with a label that another label has taken the place of: their outcome is not that of the
  /// row itself.
  package internal(set) var overruled = RowSet()
  /// Places with a label that was counted and has been replaced since.
  package internal(set) var corrected: Set<Place> = []
  package internal(set) var joinedCount = 0
  package internal(set) var correctedCount = 0

  /// Whether every row counts as it stands.
  package var takesRowsAsTheyAre: Bool { repeats.isEmpty && overruled.isEmpty }
}
