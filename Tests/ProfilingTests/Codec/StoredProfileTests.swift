import Statistics
import Testing

@testable import Profiling

@Suite("A profile that another program stored in an earlier version")
struct StoredProfileTests {
  private let stored: StoredProfiles

  init() throws {
    stored = try StoredProfiles()
  }

  @Test("is written again in version 7, with all that it held", arguments: StoredVersion.earlier)
  func writtenAgain(_ version: StoredVersion) throws {
    #expect(try stored.bytes("input" + version.ending).first == UInt8(version.number))
    #expect(try stored.bytes("outcome" + version.ending).first == UInt8(version.number))
    let profile = try version.profile(in: stored)
    let (input, outcome) = (profile.input.encoded, profile.outcome.encoded)
    #expect(input.first == 7 && outcome.first == 7)
    #expect(try InputProfile(encoded: input) == profile.input)
    #expect(try OutcomeProfile(encoded: outcome) == profile.outcome)
  }

  @Test(
    "holds what the version before it held, and what it added",
    arguments: zip(StoredVersion.earlier, StoredVersion.earlier.dropFirst()))
  func adds(_ before: StoredVersion, _ version: StoredVersion) throws {
    var earlier = try before.profile(in: stored)
    let profile = try version.profile(in: stored)
    for addition in version.additions {
      #expect(addition.isNew(profile, earlier))
      addition.copy(profile, &earlier)
    }
    #expect(earlier == profile)
  }

  @Test("in version 1 reads without what later versions added")
  func withoutAdditions() throws {
    let (input, outcome) = try parts("")
    #expect(input.answeredScores.isEmpty && input.slicedColumns.isEmpty)
    #expect(input.groupScores.isEmpty)
    #expect(outcome.losses.bins.isEmpty && outcome.slicedLabels.isEmpty)
  }

  @Test("in version 1 still reads as numbers")
  func numbers() throws {
    let (input, _) = try parts("")
    guard case .numeric(let age)? = input.columns["age"] else {
      Issue.record("no numbers")
      return
    }
    #expect(age.cells == [1, 1, 0, 0, 1, 2, 0])
    #expect(age.moments.sum.value == 134.25)
    #expect(age.moments.sumOfSquares.value == 4_861.8125)
    #expect(age.minimum == -1.25 && age.maximum == 40)
    #expect(age.distinctCount == 4)
    #expect(age.missing == 1 && age.malformed == 1)
  }

  @Test("in version 1 still reads as categories, slices and operations")
  func rest() throws {
    let (input, _) = try parts("")
    guard case .categorical(let town)? = input.columns["town"] else {
      Issue.record("no categories")
      return
    }
    #expect(town.known == ["Bern": 4, "Zürich": 1])
    #expect(town.unseen.counts == ["Genf": 1])
    #expect(town.missing == 1)
    #expect(input.duplicateCount == 2)
    #expect(input.slices[.all] == .init(rows: 7, predictions: 6, positivePredictions: 300))
    #expect(input.slices[intersection] == .init(rows: 3, predictions: 3, positivePredictions: 1))
    #expect(input.operations.errorCount == 1)
    #expect(input.operations.latency.entries.map(\.value) == [0, 12.5])
    #expect(input.operations.latency.entries.map(\.count) == [2, 3])
  }

  @Test("in version 1 still reads as outcomes")
  func outcomes() throws {
    let (_, outcome) = try parts("")
    guard case .binary(let binary)? = outcome.slices[.all]?.outcomes else {
      Issue.record("no outcomes")
      return
    }
    #expect(outcome.labelCount == 5)
    #expect(binary.truePositives == 2 && binary.falsePositives == 1)
    #expect(binary.trueNegatives == 1 && binary.falseNegatives == 0)
    #expect(binary.positiveScores.entries.map(\.value) == [0.5, 0.75])
    #expect(binary.negativeScores.entries.map(\.value) == [-0.25, 0.5])
    #expect(binary.logLoss.mean == 0.375)
    #expect(binary.squaredError.count == 0)
    #expect(outcome.delay.quantile(0.5) == 1.5)
  }

  @Test("in version 2 still reads as scores by answer and errors by prediction")
  func version2() throws {
    let (input, outcome) = try parts("2")
    let scores = try #require(input.answeredScores["1"])
    #expect(scores.predicted.entries.map(\.value) == [0.25, 0.75])
    #expect(scores.predicted.entries.map(\.count) == [3, 300])
    #expect(scores.others.entries.map(\.value) == [-0.5])
    #expect(outcome.losses.bins.map(\.absoluteError.mean) == [1.25, nil])
    #expect(outcome.losses.bins.map(\.squaredError.mean) == [2.125, nil])
  }

  @Test("in version 3 still reads as columns within slices")
  func version3() throws {
    let (input, outcome) = try parts("3")
    guard
      case .numeric(let age)? = input.slicedColumns[.init(slice: .where("sex", "f"), column: "age")],
      case .categorical(let town)? = input.slicedColumns[.init(slice: intersection, column: "town")],
      case .categorical(let bought)? =
        outcome.slicedLabels[.init(slice: .where("sex", "f"), column: "bought")]
    else {
      Issue.record("a column within a slice is missing")
      return
    }
    #expect(age.cells == [0, 1, 0, 0, 0, 1, 0] && age.missing == 1)
    #expect(town.known == ["Bern": 1] && town.missing == 2)
    #expect(bought.known == ["0": 2] && bought.missing == 0)
  }

  @Test("in version 5 reads as scores of groups besides")
  func version5() throws {
    let (input, _) = try parts("5")
    let scores = try #require(input.groupScores[.where("sex", "f")])
    #expect(scores.entries.map(\.value) == [0.25, 0.5] && scores.entries.map(\.count) == [2, 7])
    #expect(input.groupScores[intersection]?.entries.map(\.value) == [-3])
    #expect(input.groupScores.count == 2)
  }

  @Test("in version 6 reads as delays in whole seconds and milliseconds")
  func version6() throws {
    let (_, outcome) = try parts("6")
    let second = 1 / 86_400.0
    let delays: [Double] = [-second, second, 1.5]
    #expect(outcome.delay.entries.map(\.value) == delays)
    #expect(outcome.delay.entries.map(\.count) == [1, 3, 2])
    let later = try OutcomeProfile(encoded: stored.bytes("outcome6ms"))
    let millisecondsADay = 86_400_000.0
    let spans: [Double] = [1, 123_456_789].map { $0 / millisecondsADay }
    #expect(later.delay.entries.map(\.value) == spans)
  }

  private let intersection = Slice(parts: [
    .init(attribute: "sex", value: "f"), .init(attribute: "race", value: "é"),
  ])

  private func parts(_ ending: String) throws -> (input: InputProfile, outcome: OutcomeProfile) {
    let profile = try stored.profile(ending)
    return (profile.input, profile.outcome)
  }
}
