import Assessment
import Charting
import Profiling
import Testing

@testable import Publishing

@Suite("Figures of what is behind the measures")
struct EvidenceFigureTests {
  private let april = Period(.month, containing: Day(year: 2026, month: 4, day: 1))
  private let identity = ModelIdentity(
    id: "m", title: "M", task: .binary, owner: nil, about: nil, periodKind: .month,
    timezone: "UTC", positive: "yes", minimumRows: 30, suppressBelow: 10, protectedAttributes: [])

  private func record(
    _ period: Period, values: [MetricValue] = [], findings: [Finding] = [],
    diagnostics: Diagnostics
  ) -> ArmRecord {
    ArmRecord(
      arm: Arm(version: "1", stage: .production), period: period, values: values,
      findings: findings, distributions: [], rowCount: 100, labelCount: 80,
      diagnostics: diagnostics)
  }

  private func value(_ metric: Metric, _ number: Double, feature: String? = nil) -> MetricValue {
    MetricValue(
      MetricKey(metric, feature: feature), .value(number, interval: nil), count: 100)
  }

  private func model(_ records: [ArmRecord]) -> ModelRecord {
    ModelRecord(
      identity: identity, references: [], referenceInput: nil,
      periods: records.map {
        PeriodRecord(
          period: $0.period, arms: [$0], comparisons: [], promotions: [], inputs: [])
      }, unmatchedLabelCount: 0)
  }

  private func bin(_ score: Double, _ share: Double, _ count: Int) -> Diagnostics.Calibration.Bin {
    Diagnostics.Calibration.Bin(
      lower: score - 0.05, upper: score + 0.05, count: count, meanScore: score,
      outcome: .value(share, interval: Interval(lower: share - 0.05, upper: share + 0.05)))
  }

  @Test("calibration names its widest gap, and says whether it may be chance")
  func calibration() throws {
    func description(_ share: Double) -> String {
      CalibrationFigure(
        calibration: Diagnostics.Calibration(
          isProbability: true, bins: [bin(0.25, 0.25, 100), bin(0.85, share, 120)]),
        identity: identity, period: april
      ).description
    }
    #expect(
      description(0.72) == "The widest gap in April 2026: cases given about 85.0 % came true in "
        + "72 % of 120 rows, more than chance would explain.")
    #expect(description(0.81).hasSuffix("in 81 % of 120 rows, which may be chance."))
  }

  @Test("levels of the score with few rows are neither drawn nor told")
  func smallBins() throws {
    let figure = CalibrationFigure(
      calibration: Diagnostics.Calibration(
        isProbability: true, bins: [bin(0.25, 0.25, 100), bin(0.85, 0.111, 9)]),
      identity: identity, period: april)
    let chart = try #require(figure.chart(id: "c", heading: .drawn))
    #expect(chart.table.rows.count == 1)
    #expect(!chart.svg(.standalone).contains("11.1 %"))
    #expect(
      chart.table.notes == ["1 level of the score with fewer than 10 rows is not shown."])
  }

  @Test("the confusion matrix names how often both agree, and the most frequent mistake")
  func confusion() {
    let figure = ConfusionFigure(
      confusion: Diagnostics.Confusion(
        classes: ["not yes", "yes"], counts: [[50, 12], [8, 30]]), period: april)
    #expect(
      figure.description == "Answer and label agree in 80.0 % of 100 labelled rows in April 2026. "
        + "The most frequent mistake is the answer yes for the label not yes: 12 rows.")
  }

  @Test("ranking names the area and what the answers as given find")
  func ranking() throws {
    let places = [(0.0, 0.0), (0.2, 0.7), (1, 1)].map { Diagnostics.Place(x: $0.0, y: $0.1) }
    let record = record(
      april,
      values: [
        value(.recall, 0.7), value(.specificity, 0.8), value(.precision, 0.6),
        value(.rocAuc, 0.75),
      ].sorted { $0.key < $1.key },
      diagnostics: Diagnostics(
        ranking: Diagnostics.Ranking(roc: places, precisionRecall: places)))
    let chart = try #require(
      RankingFigure(record: record, reference: nil, identity: identity, period: april)
        .roc(id: "r", heading: .drawn))
    #expect(
      chart.description == "The area under the curve is 0.750 in April 2026. The answers as given "
        + "find 70.0 % of the positives at 20.0 % false alarms.")
    #expect(chart.marks.count == 1 && chart.series.count == 1)
  }

  @Test("arrival counts in hours where labels come within two days, and drops lines that coincide")
  func arrival() throws {
    let periods = [april, april.next]
    func chart(_ places: [[(Double, Double)]]) throws -> CurveChart {
      let records = zip(periods, places).map { period, places in
        record(
          period,
          diagnostics: Diagnostics(
            arrival: places.map { Diagnostics.Place(x: $0.0, y: $0.1) }))
      }
      return try #require(
        ArrivalFigure(model: model(records), index: 1).chart(id: "a", heading: .drawn))
    }
    let same = try chart([[(0.25, 0.9)], [(0.25, 0.8)]])
    #expect(same.series.map(\.name) == ["2026-05"])
    #expect(
      same.description
        == "80.0 % of the rows of May 2026 have a label. All of these came 6 hours after the prediction."
    )
    // One moment is no curve.
    #expect(same.sentence == same.description)
    let spread = try chart([[(1, 0.2), (30, 0.9)], [(1, 0.1), (10, 0.4), (20, 0.6)]])
    #expect(spread.sentence == nil)
    #expect(spread.series.map(\.name) == ["2026-05", "2026-04"])
    #expect(
      spread.description == "60.0 % of the rows of May 2026 have a label. Half of these came "
        + "within 10 days, the last after 20 days.")
  }

  @Test("there is no figure of arrival for a period whose labels carry no time")
  func noArrival() {
    let records = [record(april, diagnostics: .none)]
    #expect(ArrivalFigure(model: model(records), index: 0).chart(id: "a", heading: .drawn) == nil)
  }

  @Test("the map of missing values leaves out columns that are whole, and says how many")
  func missing() throws {
    let record = record(
      april,
      values: [("age", 0.3), ("sex", 0), ("wind", 0.01)].map {
        value(.missingShare, $0.1, feature: $0.0)
      }, diagnostics: .none)
    let figure = HeatFigure(model: model([record]), range: 0..<1)
    let chart = try #require(figure.missing(id: "m", heading: .drawn))
    #expect(chart.rows.map(\.label) == ["age", "wind"])
    #expect(
      chart.description == "age had the largest share of missing values in April 2026: 30.0 %.")
    #expect(chart.remarks == ["Not shown: 1 column without missing values."])
    #expect(chart.sentence == nil)
    #expect(HeatFigure(model: model([]), range: 0..<0).missing(id: "m", heading: .drawn) == nil)
  }

  @Test("next to no missing value is told in a sentence, as there is nothing to see")
  func hardlyMissing() throws {
    let record = record(
      april,
      values: [("age", 0.002), ("wind", 0.04)].map {
        value(.missingShare, $0.1, feature: $0.0)
      }, diagnostics: .none)
    let chart = try #require(
      HeatFigure(model: model([record]), range: 0..<1).missing(id: "m", heading: .drawn))
    #expect(
      chart.sentence
        == "At most 4.0 % of the values of a column are missing in this month: wind in April 2026.")
    #expect(chart.rows.count == 2)
  }

  @Test("drift is drawn in parts of its limit")
  func drift() throws {
    let value = value(.psi, 0.5, feature: "age")
    let finding = Finding(
      value: value,
      expectation: Expectation(.psi, feature: "age", maximum: 0.25, origin: .configured),
      status: .breach, periodsInARow: 1)
    let record = record(april, values: [value], findings: [finding], diagnostics: .none)
    let chart = try #require(
      HeatFigure(model: model([record]), range: 0..<1).drift(["age"], id: "d", heading: .drawn))
    #expect(chart.rows.map(\.cells) == [[HeatCell(share: 2, status: .breach, text: "0.500")]])
    #expect(chart.description == "age is beyond its limit in April 2026.")
    #expect(chart.unit == "Population stability index")
  }

  @Test("response times need a log that has them")
  func latency() throws {
    let values = [(Metric.latencyMsP50, 20.0), (.latencyMsP95, 80), (.latencyMsP99, 200)]
      .map { value($0.0, $0.1) }
    let with = model([record(april, values: values, diagnostics: .none)])
    let chart = try #require(
      LatencyFigure(model: with, range: 0..<1).chart(id: "l", heading: .drawn))
    #expect(
      chart.description == "Half of the requests in April 2026 took at most 20 ms, 95 % at most "
        + "80 ms and 99 % at most 200 ms.")
    let without = model([record(april, diagnostics: .none)])
    #expect(LatencyFigure(model: without, range: 0..<1).chart(id: "l", heading: .drawn) == nil)
  }
}

@Suite("Groups side by side")
struct GroupTrendsFigureTests {
  @Test("names the ends of the range, hides small groups, and keeps all rows beside each")
  func groups() throws {
    let april = Period(.month, containing: Day(year: 2026, month: 4, day: 1))
    let identity = ModelIdentity(
      id: "m", title: "M", task: .binary, owner: nil, about: nil, periodKind: .month,
      timezone: "UTC", positive: "yes", minimumRows: 30, suppressBelow: 10,
      protectedAttributes: ["sex"])
    let groups: [(Slice, Double, Int)] = [
      (.all, 0.7, 200), (.where("sex", "female"), 0.8, 100), (.where("sex", "male"), 0.65, 89),
      (.where("sex", "other"), 0.123, 5), (.where("sex", "third"), 0.123, 6),
    ]
    let values = groups.map { slice, number, count in
      MetricValue(
        MetricKey(.accuracy, slice: slice), .value(number, interval: nil), count: count)
    }
    let arm = ArmRecord(
      arm: Arm(version: "1", stage: .production), period: april,
      values: values.sorted { $0.key < $1.key }, findings: [], distributions: [], rowCount: 200,
      labelCount: 200)
    let model = ModelRecord(
      identity: identity, references: [], referenceInput: nil,
      periods: [
        PeriodRecord(period: april, arms: [arm], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0
    ).publishable
    let chart = try #require(
      GroupTrendsFigure(model: model, metric: .accuracy, attribute: "sex", range: 0..<1)
        .chart(id: "g", heading: .drawn))
    #expect(chart.panels.map(\.title) == ["female", "male"])
    #expect(
      chart.description == "In April 2026, female has the highest value (80.0 %) and male the "
        + "lowest (65.0 %). The figures of 2 more groups are not published.")
    #expect(!chart.svg(.standalone).contains("12.3"))
    #expect(
      chart.table.rows == [
        ["2026-04", "80.0 %", "65.0 %", "70.0 %"]
      ])
  }
}
