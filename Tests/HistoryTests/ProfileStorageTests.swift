import Assessment
import History
import Profiling
import Testing

@Suite("Profiles, references, arms and files in the history")
struct ProfileStorageTests {
  private static let day = Day(number: 20_000)

  private func withHistory(_ body: (HistoryTransaction) throws -> Void) throws {
    try withTemporaryHistory { path in try HistoryStore(path: path).write(body) }
  }

  private func outcome(_ labels: [String]) throws -> OutcomeProfile {
    let profiler = OutcomeProfiler(schema: SampleModel.schema)
    var profile = OutcomeProfile()
    for label in labels {
      profiler.add(
        LabelledPrediction(
          prediction: .category("1"), score: .single(0.1 + 0.2), label: .category(label),
          delayDays: 1.5,
          slices: [.all, .where("region", "north")]), to: &profile)
    }
    return profile
  }

  private func input(duplicates: Int) -> InputProfile {
    var profile = InputProfile()
    for _ in 0..<duplicates { profile.addDuplicates(1) }
    return profile
  }

  @Test("a profile comes back equal, and saving again replaces it")
  func profiles() throws {
    try withHistory { history in
      let arm = try SampleModel.arm(in: history)
      for count in [1, 3] {
        let outcome = try outcome(Array(repeating: "1", count: count) + ["0"])
        try history.save(
          input(duplicates: count), malformedRowCount: count + 1, of: arm, day: Self.day)
        try history.save(outcome, of: arm, day: Self.day)
        let stored = try history.inputProfile(of: arm, day: Self.day)
        #expect(stored?.profile == input(duplicates: count))
        #expect(stored?.malformedRowCount == count + 1)
        #expect(try history.outcomeProfile(of: arm, day: Self.day) == outcome)
      }
      #expect(try history.inputProfile(of: arm, day: Self.day.advanced(by: 1)) == nil)
    }
  }

  @Test("the days of an arm are listed in order")
  func days() throws {
    try withHistory { history in
      let arm = try SampleModel.arm(in: history)
      for (offset, malformed) in [(2, 5), (-1, 0), (0, 7)] {
        try history.save(
          InputProfile(), malformedRowCount: malformed, of: arm,
          day: Self.day.advanced(by: offset))
      }
      let days = try history.days(of: arm)
      #expect(days.map { $0.day.number - Self.day.number } == [-1, 0, 2])
      #expect(days.map(\.malformedRowCount) == [0, 7, 5])
    }
  }

  @Test("a reference keeps its chunks in order, by version, and is replaced as a whole")
  func reference() throws {
    try withHistory { history in
      let model = try SampleModel.key(in: history)
      let chunks = try (0..<12).map {
        Profile(
          input: input(duplicates: $0), outcome: try outcome(Array(repeating: "1", count: $0)))
      }
      let encoded = chunks.map(EncodedProfile.init)
      try history.saveReference(
        ["old": encoded], stages: ["old": .validation], of: model)
      try history.saveReference(
        ["v1": encoded, "v2": [EncodedProfile(Profile())]], stages: ["v1": .validation], of: model)
      let stored = try history.reference(of: model)
      #expect(stored.chunks.keys.sorted() == ["v1", "v2"])
      #expect(stored.chunks["v1"]?.map(\.input) == chunks.map(\.input))
      #expect(stored.chunks["v1"]?.map(\.outcome) == chunks.map(\.outcome))
      #expect(stored.stages == ["v1": .validation, "v2": .production])
    }
  }

  @Test("an arm keeps its number, and shares its version with other stages")
  func arms() throws {
    try withHistory { history in
      let production = try SampleModel.arm(in: history)
      let shadow = try SampleModel.arm(in: history, stage: .shadow)
      let other = try SampleModel.arm(in: history, version: "v2")
      #expect(try SampleModel.arm(in: history) == production)
      #expect(shadow != production)
      #expect(shadow.isSameVersion(as: production))
      #expect(!other.isSameVersion(as: production))
      let arms = try history.arms(of: try SampleModel.key(in: history))
      #expect(arms.map(\.key) == [production, shadow, other])
      #expect(arms.map(\.arm.version) == ["v1", "v1", "v2"])
    }
  }

  @Test("combinations of segments come back under their numbers")
  func segments() throws {
    try withHistory { history in
      let model = try SampleModel.key(in: history)
      try history.addSegmentCombinations([(0, ["north", ""]), (1, ["a,\"b\"", "ü"])], to: model)
      let stored = try history.segmentCombinations(of: model)
      #expect(stored.map(\.key) == [0, 1])
      #expect(stored.map(\.values) == [["north", ""], ["a,\"b\"", "ü"]])
    }
  }

  @Test("files come back by role and path, whenever they were read")
  func files() throws {
    try withHistory { history in
      let model = try SampleModel.key(in: history)
      func file(_ role: InputFile.Role, _ path: String, _ digest: String) -> InputFile {
        InputFile(
          role: role, path: path, size: 10, digest: digest, rowCount: 3, malformedRowCount: 1,
          duplicateCount: 2)
      }
      let days = Self.day...Self.day.advanced(by: 6)
      let late = file(.predictions, "z.csv", "d1")
      let early = file(.predictions, "a.csv", "d2")
      let labels = file(.labels, "m.csv", "d1")
      try history.add(late, days: days, to: model)
      try history.add(labels, days: nil, to: model)
      try history.add(early, days: days, to: model)
      let stored = try history.files(of: model)
      #expect(stored.map(\.file) == [labels, early, late])
      #expect(stored.map(\.days) == [nil, days, days])
      #expect(try history.hasRead(digest: "d1", as: .labels, model: model))
      #expect(try !history.hasRead(digest: "d2", as: .labels, model: model))
    }
  }
}
