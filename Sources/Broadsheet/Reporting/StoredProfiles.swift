import Assessment
import History
import Profiling

/// The profiles of one model as the record keeps them.
struct StoredProfiles: ProfileSource {
  let daysByArm: [Arm: [Day]]
  /// Rows left out as unreadable, by the arm and day they are counted for.
  let malformedRowCounts: [Arm: [Day: Int]]

  private let history: HistoryTransaction
  private let keys: [Arm: ArmKey]

  init(history: HistoryTransaction, model: ModelKey) throws {
    self.history = history
    var keys: [Arm: ArmKey] = [:]
    var days: [Arm: [Day]] = [:]
    var malformed: [Arm: [Day: Int]] = [:]
    for (arm, key) in try history.arms(of: model) {
      let entries = try history.days(of: key)
      keys[arm] = key
      days[arm] = entries.map(\.day)
      malformed[arm] = Dictionary(
        uniqueKeysWithValues: entries.map { ($0.day, $0.malformedRowCount) })
    }
    self.keys = keys
    daysByArm = days.filter { !$0.value.isEmpty }
    malformedRowCounts = malformed
  }

  /// Digests of the profiles, by arm and day.
  func stamps() throws -> [Arm: [Day: [UInt8]]] {
    try keys.mapValues { try history.stamps(of: $0) }
  }

  func profile(of arm: Arm, on days: [Day]) throws -> Profile {
    var whole = Profile()
    guard let key = keys[arm] else { return whole }
    for day in days {
      if let stored = try history.inputProfile(of: key, day: day) {
        whole.input.merge(stored.profile)
      }
      if let outcome = try history.outcomeProfile(of: key, day: day) {
        whole.outcome.merge(outcome)
      }
    }
    return whole
  }
}
