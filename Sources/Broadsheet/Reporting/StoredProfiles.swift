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
    guard let key = keys[arm] else { return Profile() }
    var sums = BalancedSum()
    for day in days {
      var profile = Profile()
      if let stored = try history.inputProfile(of: key, day: day) { profile.input = stored.profile }
      if let outcome = try history.outcomeProfile(of: key, day: day) { profile.outcome = outcome }
      sums.add(profile)
    }
    return sums.total()
  }
}

/// Profiles that are merged with others of as many days.
///
/// One after the other, each merge would go through all that came before. At most one profile waits
/// for each power of two.
private struct BalancedSum {
  /// With the number of profiles in each, which are falling powers of two.
  private var parts: [(profile: Profile, count: Int)] = []

  mutating func add(_ profile: Profile) {
    parts.append((profile, 1))
    while parts.count > 1, parts[parts.count - 2].count == parts[parts.count - 1].count {
      mergeLastTwo()
    }
  }

  /// The sum of all that were added, which are used up.
  consuming func total() -> Profile {
    while parts.count > 1 { mergeLastTwo() }
    return parts.first?.profile ?? Profile()
  }

  private mutating func mergeLastTwo() {
    let last = parts.removeLast()
    parts[parts.count - 1].profile.merge(last.profile)
    parts[parts.count - 1].count += last.count
  }
}
