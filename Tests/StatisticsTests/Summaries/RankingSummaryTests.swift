import Testing

@testable import Statistics

@Suite("A ranking summary")
struct RankingSummaryTests {
  /// Sums of at most 160 terms of size 1.
  private static let tolerance = 1e-13

  private let cases: [SummaryFixture.Ranking]

  init() throws {
    cases = try SummaryFixture.load().rankings
  }

  @Test("has scikit-learn's area under the curve and average precision")
  func equalsScikitLearn() throws {
    for example in cases {
      let ranking = try #require(summary(example.positives, example.negatives))
      #expect((ranking.areaUnderCurve - example.area).magnitude < Self.tolerance, "\(example.name)")
      #expect(
        (ranking.averagePrecision - example.precision).magnitude < Self.tolerance,
        "\(example.name)")
      #expect(ranking.gridError == 0)
    }
  }

  @Test("has the standard error that comparing every pair gives")
  func equalsPlacementValues() throws {
    for example in cases {
      let ranking = try #require(summary(example.positives, example.negatives))
      let error = try #require(ranking.standardError)
      #expect((error - example.error).magnitude < Self.tolerance, "\(example.name)")
    }
  }

  @Test("is mirrored when the classes change places")
  func isSymmetric() throws {
    for example in cases {
      let one = try #require(summary(example.positives, example.negatives))
      let other = try #require(summary(example.negatives, example.positives))
      #expect((one.areaUnderCurve + other.areaUnderCurve - 1).magnitude < Self.tolerance)
      let errors = (try #require(one.standardError), try #require(other.standardError))
      #expect((errors.0 - errors.1).magnitude < Self.tolerance)
    }
  }

  @Test("does not exist with one class, and has no standard error with one row of a class")
  func tooFewRows() throws {
    #expect(summary([], [1, 2]) == nil)
    #expect(summary([1, 2], []) == nil)
    let ranking = try #require(summary([2], [1, 3, 2]))
    #expect(ranking.areaUnderCurve == 0.5)
    #expect(ranking.standardError == nil)
  }

  @Test("states an error on the grid that covers what the grid does to the area")
  func statesGridError() throws {
    var source = SplitMix64(seed: 3)
    let positives = (0..<20_000).map { _ in Double.random(in: 0.1..<1, using: &source) }
    let negatives = (0..<500).map { _ in Double.random(in: 0..<0.9, using: &source) }
    let ranking = try #require(summary(positives, negatives))
    // The exact area from the ranks of the joined and sorted scores.
    let joined = (positives.map { ($0, true) } + negatives.map { ($0, false) }).sorted {
      $0.0 < $1.0
    }
    var below = 0
    var wins = 0
    for (_, isPositive) in joined {
      if isPositive { wins += below } else { below += 1 }
    }
    let area = Double(wins) / (20_000 * 500)
    #expect(ranking.gridError > 0)
    #expect(ranking.gridError < 0.001)
    #expect((ranking.areaUnderCurve - area).magnitude <= ranking.gridError)
  }

  @Test("joins scores of both classes, ascending")
  func joinsScores() {
    let table = ScoreTable(
      positives: ValueCounts(of: [3, 1, 3]), negatives: ValueCounts(of: [2, 3]))
    #expect(
      table.rows == [
        .init(score: 1, positives: 1, negatives: 0), .init(score: 2, positives: 0, negatives: 1),
        .init(score: 3, positives: 2, negatives: 1),
      ])
  }

  private func summary(_ positives: [Double], _ negatives: [Double]) -> RankingSummary? {
    RankingSummary(
      positives: ValueCounts(of: positives), negatives: ValueCounts(of: negatives))
  }
}
