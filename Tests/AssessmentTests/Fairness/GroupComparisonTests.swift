import Testing

@testable import Assessment
@testable import Profiling

@Suite("The comparison of groups")
struct GroupComparisonTests {
  /// Rows of a group of which so many get the favourable prediction 1; half are labelled 1.
  private func profile(_ groups: [(String, rows: Int, favoured: Int)], labelled: Bool = true)
    -> Profile
  {
    var profile = Profile()
    for (name, rows, favoured) in groups {
      let slices = [Slice.where("group", name)]
      for (predicted, count) in [("1", favoured), ("0", rows - favoured)] {
        profile.addRows(
          count / 2, predicted: predicted, label: labelled ? "1" : nil, slices: slices)
        profile.addRows(
          count - count / 2, predicted: predicted, label: labelled ? "0" : nil, slices: slices)
      }
    }
    return profile
  }

  private func measurer(
    _ task: Profiling.Task = .binary, privileged: String? = nil, favourable: String? = nil
  ) -> ProfileMeasurer {
    ProfileMeasurer(
      schema: .sample(task, scored: false),
      settings: MeasureSettings(
        minimumRows: 30,
        fairness: FairnessSettings(
          attributes: [
            ProtectedAttribute(attributes: ["group"], privileged: privileged.map { [$0] })
          ], favourable: favourable)))
  }

  private let overAll = Slice(parts: [.init(attribute: "group", value: nil)])

  @Test("names the pair that is furthest apart, and the groups that it left out")
  func names() throws {
    let rows = profile([
      ("a", 100, 80), ("b", 100, 40), ("c", 100, 60), ("d", 29, 0), ("(missing)", 50, 0),
      ("Unknown", 40, 40),
    ])
    let fairness = measurer().fairness(of: rows, against: nil)
    let comparison = try #require(fairness.comparisons.first)
    let gap = try #require(comparison.gap(.demographicParityRatio))
    #expect(gap.highest == .init(.where("group", "a"), 0.8))
    #expect(gap.lowest == .init(.where("group", "b"), 0.4))
    #expect(
      comparison.compared(by: .demographicParityRatio)?.slices
        == ["a", "b", "c"].map { .where("group", $0) })
    #expect(gap.pairCount == 3)
    let standings = comparison.groups.map { ($0.slice.parts[0].value, $0.standing, $0.rows) }
    #expect(
      standings.map(\.0) == ["(missing)", "Unknown", "a", "b", "c", "d"])
    #expect(
      standings.map(\.1) == [.unknown, .unknown, .compared, .compared, .compared, .tooFewRows])
    #expect(standings.map(\.2) == [50, 40, 100, 100, 100, 29])
  }

  @Test("names two groups even where all fare alike")
  func alike() throws {
    let rows = profile([("a", 100, 40), ("b", 50, 20), ("c", 200, 80)])
    let comparison = try #require(measurer().fairness(of: rows, against: nil).comparisons.first)
    for metric in [Metric.demographicParityRatio, .demographicParityDifference] {
      let gap = try #require(comparison.gap(metric))
      #expect(gap.highest.slice == .where("group", "a") && gap.lowest.slice == .where("group", "b"))
      #expect(gap.highest.rate == 0.4 && gap.lowest.rate == 0.4)
    }
  }

  @Test("without a configured group the one most favoured in the reference is the measure")
  func privileged() throws {
    let now = profile([("a", 100, 80), ("b", 100, 40)])
    let before = profile([("a", 100, 20), ("b", 100, 40), ("c", 10, 10)])
    let fairness = measurer().fairness(of: now, against: before)
    let comparison = try #require(fairness.comparisons.first)
    #expect(comparison.privileged == .where("group", "b"))
    #expect(comparison.privilegedOrigin == .favouredInReference)
    let ratio = fairness.values.first {
      $0.key == MetricKey(.impactRatio, slice: .where("group", "a"))
    }
    #expect(ratio?.estimate.value == 2)
    #expect(
      measurer().fairness(of: now, against: nil).comparisons.first?.privilegedOrigin
        == .favouredNow)
  }

  @Test("a group that does not occur leaves impact ratios without a value, with the reason")
  func absentGroup() {
    let table = measurer(privileged: "z").table(of: profile([("a", 100, 80), ("b", 100, 40)]))
    #expect(
      table[MetricKey(.impactRatio, slice: .where("group", "a"))]?.estimate.reason
        == .undefined(because: "the group to compare with has too few rows"))
  }

  @Test("predictions are compared before any label has come, errors are not")
  func withoutLabels() {
    let table = measurer().table(
      of: profile([("a", 100, 80), ("b", 100, 40)], labelled: false))
    #expect(
      table[MetricKey(.demographicParityDifference, slice: overAll)]?.estimate.value == 0.4)
    #expect(
      table[MetricKey(.equalizedOddsDifference, slice: overAll)]?.estimate.reason == .noLabels)
  }

  @Test("one group is no comparison, and a rate of 0 everywhere makes no ratio")
  func undefined() {
    let one = measurer().table(of: profile([("a", 100, 80), ("b", 29, 10)]))
    #expect(
      one[MetricKey(.demographicParityRatio, slice: overAll)]?.estimate.reason
        == .undefined(because: "fewer than two groups have 30 rows to compare"))
    let none = measurer().table(of: profile([("a", 100, 0), ("b", 100, 0)]))
    #expect(
      none[MetricKey(.demographicParityRatio, slice: overAll)]?.estimate.reason
        == .undefined(because: "the rate is 0 in every group"))
    #expect(
      none[MetricKey(.demographicParityDifference, slice: overAll)]?.estimate.value == 0)
    let empty = measurer().table(of: Profile())
    #expect(
      empty[MetricKey(.demographicParityRatio, slice: overAll)]?.estimate.reason == .noRows)
  }

  @Test("of several classes none is favourable unless one is named")
  func noFavourableClass() {
    var rows = Profile()
    for group in ["a", "b"] {
      rows.addRows(
        40, task: .multiclass, predicted: "x", label: "x", positive: "",
        slices: [.where("group", group)])
    }
    let table = measurer(.multiclass).table(of: rows)
    #expect(
      table[MetricKey(.demographicParityRatio, slice: overAll)]?.estimate.reason
        == .notApplicable(because: "no favourable class is configured"))
    #expect(table[MetricKey(.accuracyDifference, slice: overAll)]?.estimate.value == 0)
  }

  @Test("swapping which class is favourable swaps hits and false alarms")
  func favourableClass() {
    let rows = profile([("a", 100, 80), ("b", 100, 40)])
    let one = measurer().table(of: rows)
    let other = measurer(favourable: "0").table(of: rows)
    let key = MetricKey(.demographicParityDifference, slice: overAll)
    #expect(agree(one[key]?.estimate.value, other[key]?.estimate.value ?? .nan))
    let share = MetricKey(.favourableRate, slice: .where("group", "a"))
    #expect(one[share]?.estimate.value == 0.8)
    #expect(other[share]?.estimate.value == 0.2)
  }

  @Test("an expectation on a rate over an attribute holds for every known group")
  func perGroup() {
    let rows = profile([("a", 40, 20), ("b", 40, 20), ("(missing)", 40, 20)])
    let expectation = Expectation(
      .falsePositiveRate, slice: overAll, maximum: 0.2, origin: .configured)
    #expect(
      expectation.perGroup(of: rows).map(\.slice)
        == [.where("group", "a"), .where("group", "b")])
    let gap = Expectation(
      .demographicParityRatio, slice: overAll, minimum: 0.8, origin: .configured)
    #expect(gap.perGroup(of: rows) == [gap])
  }
}

@Suite("Scores by group")
struct GroupScoreTests {
  private func outcomes(_ scores: [(Double, positives: Int, negatives: Int)]) -> BinaryOutcomes {
    var outcomes = BinaryOutcomes()
    for (score, positives, negatives) in scores {
      for _ in 0..<positives {
        outcomes.add(predicted: nil, actual: true, score: score, scoreIsProbability: false)
      }
      for _ in 0..<negatives {
        outcomes.add(predicted: nil, actual: false, score: score, scoreIsProbability: false)
      }
    }
    return outcomes
  }

  @Test("cuts scores into fifths at scores that occur, equal ones taken as one")
  func edges() {
    let even = outcomes((1...10).map { (Double($0), 1, 1) })
    #expect(GroupScoreBin.edges(of: even) == [2, 4, 6, 8])
    let crowded = outcomes([(1, 50, 0), (2, 25, 0), (3, 25, 0)])
    #expect(GroupScoreBin.edges(of: crowded) == [1, 2])
    #expect(GroupScoreBin.edges(of: BinaryOutcomes()) == nil)
  }

  @Test("counts rows and positive labels between the edges, closed on the right")
  func bins() {
    let counted = GroupScoreBin.bins(
      of: outcomes([(1, 1, 2), (2, 0, 1), (3, 4, 0)]), edges: [1, 2.5])
    #expect(counted.map(\.count) == [3, 1, 4])
    #expect(counted.map(\.positives) == [1, 0, 4])
    #expect(counted.map(\.meanScore) == [1, 2, 3])
    #expect(counted.map(\.lower) == [nil, 1, 2.5])
    #expect(counted.map(\.upper) == [1, 2.5, nil])
  }
}
