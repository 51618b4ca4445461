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
  /// What the record had of places that were written before it is known whether they stand.
  private var former: [Place: Former] = [:]

  private struct Former {
    let input: (profile: InputProfile, malformed: Int)?
    let outcome: OutcomeProfile?
  }

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

  /// Writes what changed at one place and forgets it, until ``takeBack()`` perhaps.
  mutating func flushForNow(_ place: Place) throws {
    if former[place] == nil {
      let input = try history.inputProfile(of: place.arm, day: place.day)
      former[place] = Former(
        input: input.map { ($0.profile, $0.malformedRowCount) },
        outcome: try history.outcomeProfile(of: place.arm, day: place.day))
    }
    try flush(place)
  }

  /// Makes the record what it was before ``flushForNow(_:)``, and forgets all that changed.
  mutating func takeBack() throws {
    for (place, former) in former {
      if let input = former.input {
        try history.save(
          input.profile, malformedRowCount: input.malformed, of: place.arm, day: place.day)
      } else {
        try history.removeInputProfile(of: place.arm, day: place.day)
      }
      if let outcome = former.outcome {
        try history.save(outcome, of: place.arm, day: place.day)
      } else {
        try history.removeOutcomeProfile(of: place.arm, day: place.day)
      }
    }
    former = [:]
    inputs = [:]
    outcomes = [:]
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
