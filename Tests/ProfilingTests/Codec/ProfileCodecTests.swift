import Foundation
import Statistics
import Testing

@testable import Profiling

@Suite("The stored form of a profile")
struct ProfileCodecTests {
  @Test("gives back an equal profile and equal bytes", arguments: Task.allCases)
  func roundTrip(_ task: Task) throws {
    let log = SampleLog(task: task)
    let profile = try log.profile(of: log.lines(250, seed: 3))
    let input = try InputProfile(encoded: profile.input.encoded)
    let outcome = try OutcomeProfile(encoded: profile.outcome.encoded)
    #expect(input == profile.input)
    #expect(outcome == profile.outcome)
    #expect(input.encoded == profile.input.encoded)
    #expect(outcome.encoded == profile.outcome.encoded)
  }

  @Test("is short for an empty profile")
  func empty() throws {
    #expect(try InputProfile(encoded: InputProfile().encoded) == InputProfile())
    #expect(try OutcomeProfile(encoded: OutcomeProfile().encoded) == OutcomeProfile())
    #expect(InputProfile().encoded.count <= 10)
  }

  @Test("goes on merging after it was read")
  func mergesAfterReading() throws {
    let log = SampleLog(task: .binary)
    let lines = log.lines(200, seed: 9)
    let first = try log.profile(of: Array(lines.prefix(90)))
    let second = try log.profile(of: Array(lines.dropFirst(90)))
    let read = Profile(
      input: try InputProfile(encoded: first.input.encoded),
      outcome: try OutcomeProfile(encoded: first.outcome.encoded))
    #expect(read.merged(with: second) == (try log.profile(of: lines)))
  }

  @Test("takes less than two bytes for a delay in seconds, and three for one in milliseconds")
  func delays() throws {
    for (unit, bytes) in [(86_400.0, 2), (86_400_000.0, 3)] {
      var random = SplitMix64(seed: 12)
      var profile = OutcomeProfile()
      for _ in 0..<10_000 {
        profile.delay.add(Double(random.next() % UInt64(90 * unit)) / unit)
      }
      let encoded = profile.encoded
      #expect(encoded.count < bytes * 10_000)
      #expect(try OutcomeProfile(encoded: encoded) == profile)
    }
  }

  @Test("refuses every truncation")
  func truncation() throws {
    let log = SampleLog(task: .binary)
    let profile = try log.profile(of: log.lines(40, seed: 2))
    let (input, outcome) = (profile.input.encoded, profile.outcome.encoded)
    for length in input.indices {
      #expect(throws: ProfileCodecError.self) {
        try InputProfile(encoded: Array(input.prefix(length)))
      }
    }
    for length in outcome.indices {
      #expect(throws: ProfileCodecError.self) {
        try OutcomeProfile(encoded: Array(outcome.prefix(length)))
      }
    }
  }

  @Test("refuses bytes after the end and a version of the future")
  func surplusAndVersion() {
    #expect(throws: ProfileCodecError.invalid("end")) {
      try InputProfile(encoded: InputProfile().encoded + [0])
    }
    #expect(throws: ProfileCodecError.unknownVersion(8)) {
      try OutcomeProfile(encoded: [8] + OutcomeProfile().encoded.dropFirst())
    }
    #expect(throws: ProfileCodecError.truncated) { try InputProfile(encoded: []) }
  }

  @Test("says what is wrong in words")
  func words() {
    #expect(ProfileCodecError.truncated.description == "a stored profile ends too early")
    #expect(
      ProfileCodecError.unknownVersion(8).description
        == "a stored profile has the unknown version 8")
  }
}

@Suite("A profile that another program stored in version 1")
struct StoredProfileTests {
  private let input: InputProfile
  private let outcome: OutcomeProfile
  private let stored: [String: String]

  init() throws {
    stored = try Fixture.load([String: String].self, "stored_profiles.json")
    input = try InputProfile(encoded: Self.bytes(try #require(stored["input"])))
    outcome = try OutcomeProfile(encoded: Self.bytes(try #require(stored["outcome"])))
  }

  @Test("still reads as numbers")
  func numbers() throws {
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

  @Test("still reads as categories, slices and operations")
  func rest() throws {
    guard case .categorical(let town)? = input.columns["town"] else {
      Issue.record("no categories")
      return
    }
    #expect(town.known == ["Bern": 4, "Zürich": 1])
    #expect(town.unseen.counts == ["Genf": 1])
    #expect(town.missing == 1)
    #expect(input.duplicateCount == 2)
    #expect(input.slices[.all] == .init(rows: 7, predictions: 6, positivePredictions: 300))
    let both = Slice(parts: [
      .init(attribute: "sex", value: "f"), .init(attribute: "race", value: "é"),
    ])
    #expect(input.slices[both] == .init(rows: 3, predictions: 3, positivePredictions: 1))
    #expect(input.operations.errorCount == 1)
    #expect(input.operations.latency.entries.map(\.value) == [0, 12.5])
    #expect(input.operations.latency.entries.map(\.count) == [2, 3])
  }

  @Test("still reads as outcomes")
  func outcomes() throws {
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

  @Test("reads without what later versions added, and is written again in version 7")
  func writtenAgain() throws {
    #expect(input.answeredScores.isEmpty && input.slicedColumns.isEmpty)
    #expect(input.groupScores.isEmpty)
    #expect(outcome.losses.bins.isEmpty && outcome.slicedLabels.isEmpty)
    #expect(input.encoded.first == 7)
    #expect(try InputProfile(encoded: input.encoded) == input)
    #expect(try OutcomeProfile(encoded: outcome.encoded) == outcome)
  }

  @Test("in version 2 still reads as scores by answer and errors by prediction")
  func version2() throws {
    let inputBytes = Self.bytes(try #require(stored["input2"]))
    let outcomeBytes = Self.bytes(try #require(stored["outcome2"]))
    let input = try InputProfile(encoded: inputBytes)
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    let scores = try #require(input.answeredScores["1"])
    #expect(scores.predicted.entries.map(\.value) == [0.25, 0.75])
    #expect(scores.predicted.entries.map(\.count) == [3, 300])
    #expect(scores.others.entries.map(\.value) == [-0.5])
    #expect(outcome.losses.bins.map(\.absoluteError.mean) == [1.25, nil])
    #expect(outcome.losses.bins.map(\.squaredError.mean) == [2.125, nil])
  }

  @Test("in version 3 still reads as columns within slices")
  func version3() throws {
    let inputBytes = Self.bytes(try #require(stored["input3"]))
    let outcomeBytes = Self.bytes(try #require(stored["outcome3"]))
    let input = try InputProfile(encoded: inputBytes)
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    let both = Slice(parts: [
      .init(attribute: "sex", value: "f"), .init(attribute: "race", value: "é"),
    ])
    guard
      case .numeric(let age)? = input.slicedColumns[.init(slice: .where("sex", "f"), column: "age")],
      case .categorical(let town)? = input.slicedColumns[.init(slice: both, column: "town")],
      case .categorical(let bought)? =
        outcome.slicedLabels[.init(slice: .where("sex", "f"), column: "bought")]
    else {
      Issue.record("a column within a slice is missing")
      return
    }
    #expect(age.cells == [0, 1, 0, 0, 0, 1, 0] && age.missing == 1)
    #expect(town.known == ["Bern": 1] && town.missing == 2)
    #expect(bought.known == ["0": 2] && bought.missing == 0)
    #expect(try InputProfile(encoded: input.encoded) == input)
    #expect(try OutcomeProfile(encoded: outcome.encoded) == outcome)
  }

  @Test("in version 4 holds what it held in version 3")
  func version4() throws {
    let inputBytes = Self.bytes(try #require(stored["input4"]))
    let outcomeBytes = Self.bytes(try #require(stored["outcome4"]))
    let input = try InputProfile(encoded: inputBytes)
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    #expect(input == (try InputProfile(encoded: Self.bytes(try #require(stored["input3"])))))
    #expect(outcome == (try OutcomeProfile(encoded: Self.bytes(try #require(stored["outcome3"])))))
  }

  @Test("in version 5 reads as scores of groups besides")
  func version5() throws {
    let inputBytes = Self.bytes(try #require(stored["input5"]))
    let outcomeBytes = Self.bytes(try #require(stored["outcome5"]))
    let input = try InputProfile(encoded: inputBytes)
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    let both = Slice(parts: [
      .init(attribute: "sex", value: "f"), .init(attribute: "race", value: "é"),
    ])
    let scores = try #require(input.groupScores[.where("sex", "f")])
    #expect(scores.entries.map(\.value) == [0.25, 0.5] && scores.entries.map(\.count) == [2, 7])
    #expect(input.groupScores[both]?.entries.map(\.value) == [-3])
    #expect(input.groupScores.count == 2)
    var earlier = try InputProfile(encoded: Self.bytes(try #require(stored["input4"])))
    #expect(earlier.groupScores.isEmpty && earlier != input)
    earlier.groupScores = input.groupScores
    #expect(earlier == input)
    #expect(outcome == (try OutcomeProfile(encoded: Self.bytes(try #require(stored["outcome4"])))))
  }

  @Test("in version 6 reads as delays in whole seconds and milliseconds")
  func version6() throws {
    let inputBytes = Self.bytes(try #require(stored["input6"]))
    let outcomeBytes = Self.bytes(try #require(stored["outcome6"]))
    let input = try InputProfile(encoded: inputBytes)
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    #expect(input == (try InputProfile(encoded: Self.bytes(try #require(stored["input5"])))))
    let second = 1 / 86_400.0
    let delays: [Double] = [-second, second, 1.5]
    #expect(outcome.delay.entries.map(\.value) == delays)
    #expect(outcome.delay.entries.map(\.count) == [1, 3, 2])
    let milliseconds = Self.bytes(try #require(stored["outcome6ms"]))
    let later = try OutcomeProfile(encoded: milliseconds)
    let millisecondsADay = 86_400_000.0
    let spans: [Double] = [1, 123_456_789].map { $0 / millisecondsADay }
    #expect(later.delay.entries.map(\.value) == spans)
  }

  @Test("in version 7 holds what it held in version 6, and is written byte for byte")
  func version7() throws {
    let inputBytes = Self.bytes(try #require(stored["input7"]))
    let outcomeBytes = Self.bytes(try #require(stored["outcome7"]))
    let input = try InputProfile(encoded: inputBytes)
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    #expect(input == (try InputProfile(encoded: Self.bytes(try #require(stored["input6"])))))
    #expect(outcome == (try OutcomeProfile(encoded: Self.bytes(try #require(stored["outcome5"])))))
    #expect(input.encoded == inputBytes && outcome.encoded == outcomeBytes)
  }

  @Test("in versions 6 and 7 reads as scores of classes")
  func classes() throws {
    let outcomeBytes = Self.bytes(try #require(stored["outcome7classes"]))
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
    guard case .multiclass(let classes)? = outcome.slices[.all]?.outcomes else {
      Issue.record("no outcomes")
      return
    }
    #expect(classes.confusion[.init(label: "ab", predicted: "a")] == 2)
    #expect(classes.rankings["ab"]?.positives.entries.map(\.value) == [0.75])
    #expect(classes.rankings["a"]?.negatives.entries.map(\.count) == [2])
    #expect(outcome.encoded == outcomeBytes)
    let before = try OutcomeProfile(encoded: Self.bytes(try #require(stored["outcome6classes"])))
    #expect(before == outcome)
  }

  @Test("in version 7 reads as many values, counts about a middle and scores by group")
  func version7Parts() throws {
    let inputBytes = Self.bytes(try #require(stored["input7parts"]))
    let outcomeBytes = Self.bytes(try #require(stored["outcome7parts"]))
    let input = try InputProfile(encoded: inputBytes)
    let outcome = try OutcomeProfile(encoded: outcomeBytes)
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
    #expect(input.encoded == inputBytes && outcome.encoded == outcomeBytes)
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = hexadecimal[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
