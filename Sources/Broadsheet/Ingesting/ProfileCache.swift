import History
import Profiling
import Statistics

/// The profiles that one input file changes, read from the record once and written back once.
struct ProfileCache {
  /// One arm on one day.
  typealias Place = LedgerVerdict.Place

  private let history: HistoryTransaction
  private let model: ModelKey
  private var inputs: [Place: (profile: InputProfile, malformed: Int)] = [:]
  private var outcomes: [Place: OutcomeProfile] = [:]
  private var armKeys: [Arm: ArmKey] = [:]

  init(history: HistoryTransaction, model: ModelKey) {
    self.history = history
    self.model = model
  }

  /// The number of an arm, entered at first use.
  mutating func key(of arm: Arm) throws -> ArmKey {
    if let key = armKeys[arm] { return key }
    let key = try history.key(of: arm, model: model)
    armKeys[arm] = key
    return key
  }

  mutating func updateInput(
    at place: Place, _ body: (inout InputProfile) throws -> Void
  ) throws {
    var entry = try inputs.removeValue(forKey: place) ?? storedInput(at: place)
    try body(&entry.profile)
    inputs[place] = entry
  }

  mutating func addMalformed(_ count: Int, at place: Place) throws {
    var entry = try inputs.removeValue(forKey: place) ?? storedInput(at: place)
    entry.malformed += count
    inputs[place] = entry
  }

  mutating func updateOutcome(
    at place: Place, _ body: (inout OutcomeProfile) throws -> Void
  ) throws {
    var profile =
      try outcomes.removeValue(forKey: place)
      ?? history.outcomeProfile(of: place.arm, day: place.day) ?? OutcomeProfile()
    try body(&profile)
    outcomes[place] = profile
  }

  /// Replaces an outcome profile that is counted anew.
  mutating func setOutcome(_ profile: OutcomeProfile, at place: Place) {
    outcomes[place] = profile
  }

  /// Writes what changed at one place, and forgets it.
  mutating func flush(_ place: Place) throws {
    if let entry = inputs.removeValue(forKey: place) {
      try history.save(
        entry.profile, malformedRowCount: entry.malformed, of: place.arm, day: place.day)
    }
    if let profile = outcomes.removeValue(forKey: place) {
      try history.save(profile, of: place.arm, day: place.day)
    }
  }

  /// Writes everything that changed.
  func flush() throws {
    for (place, entry) in inputs {
      try history.save(
        entry.profile, malformedRowCount: entry.malformed, of: place.arm, day: place.day)
    }
    for (place, profile) in outcomes {
      try history.save(profile, of: place.arm, day: place.day)
    }
  }

  private func storedInput(at place: Place) throws -> (profile: InputProfile, malformed: Int) {
    guard let stored = try history.inputProfile(of: place.arm, day: place.day) else {
      return (InputProfile(), 0)
    }
    return (stored.profile, stored.malformedRowCount)
  }
}
