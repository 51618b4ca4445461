import Statistics
import Testing

@testable import Profiling

@Suite("A profile that another program stored in version 7, the latest")
struct LatestProfileTests {
  private let stored: StoredProfiles

  init() throws {
    stored = try StoredProfiles()
  }

  @Test(
    "holds what it held in version 6 but for the delays of version 5, and is written byte for byte")
  func bytes() throws {
    let profile = try stored.profile("7")
    #expect(try profile.input == stored.profile("6").input)
    #expect(try profile.outcome == stored.profile("5").outcome)
    try expectSameBytes(profile, "7")
  }

  @Test("reads as scores of classes, as in version 6")
  func classes() throws {
    let outcomeBytes = try stored.bytes("outcome7classes")
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    guard case .multiclass(let classes)? = outcome.slices[.all]?.outcomes else {
      Issue.record("no outcomes")
      return
    }
    #expect(classes.confusion[.init(label: "ab", predicted: "a")] == 2)
    #expect(classes.rankings["ab"]?.positives.entries.map(\.value) == [0.75])
    #expect(classes.rankings["a"]?.negatives.entries.map(\.count) == [2])
    #expect(outcome.encoded == outcomeBytes)
    let before = try OutcomeProfile(encoded: stored.bytes("outcome6classes"))
    #expect(before == outcome)
  }

  @Test("reads as many values, counts about a middle and scores by group")
  func parts() throws {
    let profile = try stored.profile("7parts")
    let (input, outcome) = (profile.input, profile.outcome)
    guard case .numeric(let amount)? = input.columns["amount"],
      case .categorical(let town)? = input.columns["town"],
      case .binary(let women)? = outcome.slices[.where("sex", "f")]?.outcomes,
      case .binary(let men)? = outcome.slices[.where("sex", "m")]?.outcomes
    else {
      Issue.record("a column or a slice is missing")
      return
    }
    var anew = NumericSummary()
    let anchors = NumericAnchors(reference: (1..<30).map { Double($0 * 100) })
    for number in 0..<300 { anew.add(Double(number) + 0.5, anchors: anchors) }
    #expect(amount == anew && !amount.distinctCountIsExact)
    #expect(town.known == ["Bern": 100, "Bernau": 101, "Berlin": 102])
    #expect(women.positiveScores.entries.map(\.value) == [0.02, 0.04, 0.06, 0.08])
    #expect(men.positiveScores.entries.map(\.value) == [0.01, 0.03, 0.05, 0.07, 0.5])
    #expect(men.positiveScores.entries.allSatisfy { $0.count == 1 })
    #expect(women.negativeScores.total == 0)
    #expect(input.groupScores[.where("sex", "m")] == men.positiveScores)
    #expect(input.groupScores[.where("sex", "f")] == women.positiveScores)
    try expectSameBytes(profile, "7parts")
  }

  private func expectSameBytes(_ profile: Profile, _ ending: String) throws {
    #expect(try profile.input.encoded == stored.bytes("input" + ending))
    #expect(try profile.outcome.encoded == stored.bytes("outcome" + ending))
  }
}
