import Statistics
import Testing

@testable import Assessment
@testable import Profiling

/// The values are those of `numpy.median` and counting; see `Oracles/scoring_rates.py` of the pipeline.
@Suite("Scoring rates")
struct ScoringRateTests {
  private static let schema = ModelSchema(
    task: .binary, positive: "1", scoreIsProbability: false,
    columns: [ColumnSchema(name: "score", subject: .score, kind: .numeric(.withoutReference))],
    sliceAttributes: [["sex"], ["race"]], scoredAttributes: [["sex"]])

  /// A profile of groups by `sex` with these scores.
  private func profile(_ groups: [String: [Double]], rows: Int? = nil) -> Profile {
    var profile = Profile()
    var all = NumericSummary()
    for (name, scores) in groups {
      let slice = Slice.where("sex", name)
      profile.input.slices[slice] = .init(
        rows: scores.count, predictions: 0, positivePredictions: 0)
      var counts = ValueCounts()
      for score in scores {
        counts.add(score)
        all.add(score, anchors: .withoutReference)
      }
      if !scores.isEmpty { profile.input.groupScores[slice] = counts }
    }
    profile.input.columns["score"] = .numeric(all)
    return profile
  }

  private func rates(_ profile: Profile) -> [String: MetricValue] {
    let values = ProfileMeasurer(schema: Self.schema, settings: MeasureSettings(minimumRows: 1))
      .scoringRates(of: profile)
    return Dictionary(
      values.map { ($0.key.slice.description, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("are the shares above the median of everybody, unknown people among them")
  func median() {
    // Of 1, 2, 3, 4, 5, 6, 7, 9 the median is 4.5.
    let rates = rates(profile(["f": [1, 2, 5], "m": [3, 6, 7, 9], "(missing)": [4]]))
    #expect(rates["sex=f"]?.estimate.value == 1.0 / 3)
    #expect(rates["sex=m"]?.estimate.value == 0.75)
    #expect(rates["sex=(missing)"]?.estimate.value == 0)
    #expect(rates["sex=m"]?.count == 4)
    // statsmodels 0.15.0: proportion_confint(3, 4, method="wilson")
    #expect(agree(rates["sex=m"]?.estimate.interval, [0.3006418425824018, 0.9544127391902995]))
  }

  @Test("do not count those at the median, of an odd number the one in the middle")
  func ties() {
    let rates = rates(profile(["f": [1, 5, 5], "m": [5, 8]]))
    #expect(rates["sex=f"]?.estimate.value == 0)
    #expect(rates["sex=m"]?.estimate.value == 0.5)
  }

  @Test("of all groups add up to at most half")
  func half() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<20 {
      let groups = ["a", "b", "c"].reduce(into: [String: [Double]]()) { groups, name in
        groups[name] = (0..<Int(random.uniform() * 60 + 1)).map { _ in
          (random.uniform() * 12).rounded()
        }
      }
      let values = rates(profile(groups)).values
      let above = values.reduce(0) { $0 + ($1.estimate.value ?? 0) * Double($1.count) }
      #expect(above <= Double(groups.values.joined().count) / 2 + 1e-9)
    }
  }

  @Test("hold the truth in their interval when scores are on the grid")
  func grid() throws {
    var random = SplitMix64(seed: 9)
    let groups = ["f": 30_000, "m": 9_000].mapValues { count in
      (0..<count).map { _ in random.uniform() * random.uniform() }
    }
    let sorted = groups.values.joined().sorted()
    let median = (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
    for (name, rate) in rates(profile(groups)) {
      let own = try #require(groups[String(name.dropFirst("sex=".count))])
      let truth = Double(own.count { $0 > median }) / Double(own.count)
      let value = try #require(rate.estimate.value)
      let interval = try #require(rate.estimate.interval)
      #expect((value - truth).magnitude < 2e-3)
      #expect(interval.lower < truth && truth < interval.upper)
    }
  }

  @Test("are unknown for a group without scores, and where some rows were not counted")
  func unknown() {
    let empty = rates(profile(["f": [1, 2], "m": []]))
    #expect(empty["sex=m"]?.estimate.reason == .noValues)
    #expect(empty["sex=f"]?.estimate.value == 0.5)
    var partly = profile(["f": [1, 2, 3], "m": [4, 5]])
    partly.input.groupScores[.where("sex", "m")] = nil
    for value in rates(partly).values {
      #expect(value.estimate.reason == .notCounted(counted: 3, rows: 5))
      #expect(value.count == 0)
    }
  }

  @Test("need no label, and are measured for scored attributes alone")
  func labels() {
    #expect(!Metric.scoringRate.restsOnLabels)
    var profile = profile(["f": [1], "m": [2]])
    profile.input.slices[.where("race", "a")] = .init(
      rows: 2, predictions: 0, positivePredictions: 0)
    #expect(Set(rates(profile).keys) == ["sex=f", "sex=m"])
  }
}
