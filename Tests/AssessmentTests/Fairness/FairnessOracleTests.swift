import Testing

@testable import Assessment
@testable import Profiling

/// Against Fairlearn 0.15.0, statsmodels 0.15.0 and SciPy 1.17.1; see `Oracles/fairness.py`.
@Suite("Group comparisons agree with Fairlearn and statsmodels")
struct FairnessOracleTests {
  private static let both = Slice(parts: [
    .init(attribute: "race", value: nil), .init(attribute: "sex", value: nil),
  ])

  private func measurer(
    _ task: Profiling.Task, _ attributes: [[String]], favourable: String?
  ) -> ProfileMeasurer {
    ProfileMeasurer(
      schema: .sample(task, scored: false),
      settings: MeasureSettings(
        minimumRows: 30,
        fairness: FairnessSettings(
          attributes: attributes.map { ProtectedAttribute(attributes: $0) },
          favourable: favourable)))
  }

  private func expect(
    _ table: [MetricKey: MetricValue], _ slice: Slice,
    _ expected: [String: FairnessFixture.Bounded]
  ) throws {
    for (name, wanted) in expected {
      let metric = try #require(Metric(rawValue: name))
      let value = try #require(table[MetricKey(metric, slice: slice)])
      #expect(agree(value.estimate.value, wanted.value), "\(name) of \(slice)")
      #expect(agree(value.estimate.interval, wanted.bounds), "\(name) of \(slice)")
    }
  }

  @Test("the recidivism score by race, by sex and by both")
  func recidivism() throws {
    let fixture = try FairnessFixture.load().recidivism
    let table = measurer(.binary, [["race"], ["sex"], ["race", "sex"]], favourable: "0")
      .table(of: fixture.profile)
    for (attribute, expected) in fixture.attributes {
      let slice =
        attribute == "race & sex"
        ? Self.both : Slice(parts: [.init(attribute: attribute, value: nil)])
      #expect(expected.count == 7)
      try expect(table, slice, expected)
    }
    for (attribute, groups) in fixture.groups {
      for (group, rates) in groups {
        for (name, wanted) in rates {
          let metric = try #require(Metric(rawValue: name))
          let value = try #require(table[MetricKey(metric, slice: .where(attribute, group))])
          #expect(value.estimate.value == nil || agree(value.estimate.value, wanted?[0] ?? .nan))
          #expect(agree(value.estimate.interval, wanted.map { Array($0.dropFirst()) }), "\(name)")
        }
      }
    }
  }

  @Test("the rates that ProPublica published for the recidivism score")
  func published() throws {
    // J. Larson, S. Mattu, L. Kirchner, J. Angwin, "How we analyzed the COMPAS recidivism
    // algorithm", ProPublica 2016, tables of black and of white defendants, two years.
    let table = measurer(.binary, [["race"]], favourable: "0")
      .table(of: try FairnessFixture.load().recidivism.profile)
    let tables: [(String, [Metric: Double])] = [
      (
        "African-American",
        [
          .falsePositiveRate: 44.85, .falseNegativeRate: 27.99, .positivePredictiveValue: 0.63,
          .negativePredictiveValue: 0.65,
        ]
      ),
      (
        "Caucasian",
        [
          .falsePositiveRate: 23.45, .falseNegativeRate: 47.72, .positivePredictiveValue: 0.59,
          .negativePredictiveValue: 0.71,
        ]
      ),
    ]
    for (group, rates) in tables {
      for (metric, wanted) in rates {
        let value = try #require(
          table[MetricKey(metric, slice: .where("race", group))]?.estimate.value)
        let shown = wanted > 1 ? value * 100 : value
        #expect((shown - wanted).magnitude < 0.005_001, "\(metric.rawValue) of \(group)")
      }
    }
  }

  @Test("impact ratios, and both tests beside the four-fifths rule")
  func impact() throws {
    let fixture = try FairnessFixture.load().recidivism
    for (attribute, privileged) in [("race", "Caucasian"), ("sex", "Female")] {
      let measurer = ProfileMeasurer(
        schema: .sample(.binary, scored: false),
        settings: MeasureSettings(
          minimumRows: 30,
          fairness: FairnessSettings(
            attributes: [ProtectedAttribute(attributes: [attribute], privileged: [privileged])],
            favourable: "0")))
      let fairness = measurer.fairness(of: fixture.profile, against: nil)
      let comparison = try #require(fairness.comparisons.first)
      #expect(comparison.privileged == .where(attribute, privileged))
      for (group, wanted) in try #require(fixture.impact[attribute]) {
        let slice = Slice.where(attribute, group)
        let value = try #require(
          fairness.values.first { $0.key == MetricKey(.impactRatio, slice: slice) })
        #expect(agree(value.estimate.value, wanted.ratio))
        #expect(agree(value.estimate.interval, wanted.interval))
        let test = try #require(comparison.groups.first { $0.slice == slice }?.test)
        let expected = test.kind == .fisher ? wanted.fisher : wanted.z
        #expect((test.pValue - expected).magnitude <= 1e-9 * expected)
      }
    }
  }

  @Test("several classes, one of them favourable")
  func multiclass() throws {
    let fixture = try FairnessFixture.load().multiclass
    var profile = Profile()
    for count in fixture.counts {
      profile.addRows(
        count.rows, task: .multiclass, predicted: count.answer, label: count.label,
        positive: "high", slices: [.where("group", count.group)])
    }
    let table = measurer(.multiclass, [["group"]], favourable: "high").table(of: profile)
    #expect(fixture.attribute.count == 7)
    try expect(
      table, Slice(parts: [.init(attribute: "group", value: nil)]), fixture.attribute)
  }

  @Test("errors of regression")
  func regression() throws {
    let fixture = try FairnessFixture.load().regression
    var profile = Profile()
    let profiler = OutcomeProfiler(schema: .sample(.regression))
    for (index, group) in fixture.groups.enumerated() {
      let slices = [Slice.all, .where("group", group)]
      for slice in slices {
        profile.input.slices[slice, default: .init()].merge(
          .init(rows: 1, predictions: 1, positivePredictions: 0))
      }
      profiler.add(
        LabelledPrediction(
          prediction: .number(fixture.answers[index]), score: nil,
          label: .number(fixture.labels[index]), delayDays: nil, slices: slices),
        to: &profile.outcome)
    }
    let table = measurer(.regression, [["group"]], favourable: nil).table(of: profile)
    #expect(fixture.attribute.count == 2)
    try expect(
      table, Slice(parts: [.init(attribute: "group", value: nil)]), fixture.attribute)
  }
}
