import Statistics
import Testing

@testable import Profiling

@Suite("Scores of groups")
struct GroupScoreTests {
  private static let groups = ["f", "m", SegmentTable.missingValue].map { Slice.where("sex", $0) }

  @Test(
    "hold every row with a score, with or without a label", arguments: [Task.binary, .regression])
  func everyRow(_ task: Task) throws {
    let log = SampleLog(task: task)
    let profile = try log.profile(of: log.lines(300, seed: 6))
    let column = try #require(log.schema.scoreColumn)
    guard case .numeric(let all)? = profile.input.columns[column.name] else {
      Issue.record("no numbers")
      return
    }
    let scores = profile.input.groupScores
    #expect(Set(scores.keys) == Set(Self.groups))
    #expect(scores.values.reduce(0) { $0 + $1.total } == all.moments.count)
    let labelled =
      switch try #require(profile.outcome.slices[.all]).outcomes {
      case .binary(let outcomes): outcomes.positiveScores.total + outcomes.negativeScores.total
      case .regression(let outcomes): outcomes.count
      case .multiclass(let outcomes): outcomes.count
      }
    #expect(labelled > 100 && all.moments.count > labelled)
  }

  @Test("are those of the rows of the group")
  func ownRows() throws {
    let log = SampleLog(task: .binary)
    let lines = log.lines(120, seed: 8)
    let scores = try log.profile(of: lines).input.groupScores
    for (sex, group) in zip(["f", "m", ""], Self.groups) {
      let own = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        .filter { $0[9] == sex }.compactMap { Double($0[3]) }
      #expect(scores[group]?.entries.map(\.value) == own.sorted())
    }
  }

  @Test("of two days add up to those of one pass")
  func merge() throws {
    let log = SampleLog(task: .binary)
    let lines = log.lines(200, seed: 4)
    let first = try log.profile(of: Array(lines.prefix(70)))
    let second = try log.profile(of: Array(lines.dropFirst(70)))
    let whole = try log.profile(of: lines)
    #expect(first.merged(with: second).input.groupScores == whole.input.groupScores)
    #expect(second.merged(with: first).input.groupScores == whole.input.groupScores)
    #expect(InputProfile().merged(with: whole.input) == whole.input)
  }

  @Test(
    "are not asked for by attributes without slices, nor of a model with a score for each class")
  func unknown() {
    let binary = SampleLog(task: .binary).schema
    #expect(binary.countingScores(by: [["race"], ["sex"]]).scoredAttributes == [["sex"]])
    #expect(binary.countingScores(by: []).scoredAttributes.isEmpty)
    #expect(binary.countingScores(by: []) != binary)
    let multiclass = SampleLog(task: .multiclass).schema
    #expect(multiclass.countingScores(by: [["sex"]]).scoredAttributes.isEmpty)
  }
}
