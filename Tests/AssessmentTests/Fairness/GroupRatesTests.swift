import Assessment
import Profiling
import Testing

@Suite struct GroupRatesTests {
  /// An arm whose groups of one attribute have these rows and favourable answers.
  private func record(_ groups: [(name: String, rows: Int, chosen: Int?)]) -> ArmRecord {
    let values = groups.flatMap { group -> [MetricValue] in
      let slice = Slice.where("race", group.name)
      let rate = group.chosen.map { Double($0) / Double(group.rows) }
      return [
        MetricValue(
          MetricKey(.rowCount, slice: slice), .value(Double(group.rows), interval: nil),
          count: group.rows),
        MetricValue(
          MetricKey(.favourableRate, slice: slice),
          rate.map { .value($0, interval: nil) }
            ?? .unavailable(.tooFewRows(count: group.rows, minimum: 30)), count: group.rows),
      ]
    }
    return ArmRecord(
      arm: Arm(version: "1", stage: .production),
      period: Period(.month, containing: Day(year: 2026, month: 4, day: 1)), values: values,
      findings: [], distributions: [], rowCount: groups.reduce(0) { $0 + $1.rows }, labelCount: 0)
  }

  private func rates(
    _ groups: [(name: String, rows: Int, chosen: Int?)], leaveOutBelow: Double = 0
  ) -> GroupRates {
    GroupRates(
      of: record(groups), attributes: ["race"], metric: .favourableRate,
      leaveOutBelow: leaveOutBelow, unknownNames: ["not stated"])
  }

  /// Worked example of truestephr.com/sources/four-fifths-rule: 48 of 80 and 21 of 50 chosen give
  /// 60 % and 42 %, and a ratio of 0.70.
  @Test("divides by the highest rate, as the published example does")
  func example() throws {
    let rates = rates([("a", 80, 48), ("b", 50, 21)])
    #expect(rates.highest == .where("race", "a"))
    #expect(rates.rows.map(\.ratio) == [1, 21.0 / 50 / (48.0 / 80)])
    #expect(try abs(#require(rates.rows.last?.ratio) - 0.70) < 1e-12)
  }

  @Test("no ratio is above 1, and the highest rate has the ratio 1")
  func law() {
    for seed in 1...40 {
      let groups = (0..<5).map { index in
        let rows = 20 + (seed * 37 + index * 101) % 300
        return (name: "g\(index)", rows: rows, chosen: Optional((seed * 53 + index * 29) % rows))
      }
      let ratios = rates(groups).rows.compactMap(\.ratio)
      #expect(ratios.allSatisfy { (0...1).contains($0) })
      #expect(ratios.max() ?? 1 == 1)
    }
  }

  @Test("leaves a category below the share out of the ratios, even when its rate is the highest")
  func smallShare() throws {
    let rates = rates([("a", 900, 450), ("b", 90, 27), ("c", 10, 9)], leaveOutBelow: 0.02)
    #expect(rates.highest == .where("race", "a"))
    let small = try #require(rates.rows.last)
    #expect(small.exclusion == .smallShare)
    #expect(small.ratio == nil)
    #expect(small.share == 0.01)
    #expect(small.rate?.estimate.value == 0.9)
    #expect(rates.rows[1].ratio == 0.6)
  }

  @Test("compares neither people of unknown category nor groups without a rate")
  func excluded() {
    let rates = rates([
      ("(missing)", 40, 40), ("Not stated", 40, 40), ("a", 100, 50), ("b", 100, 40), ("c", 5, nil),
    ])
    #expect(rates.rows.map(\.exclusion) == [.unknown, .unknown, nil, nil, .noRate])
    #expect(rates.rows.map(\.ratio) == [nil, nil, 1, 0.8, nil])
  }

  @Test("gives no ratio for one group alone, nor where nobody was chosen")
  func undefined() {
    #expect(rates([("a", 100, 50)]).rows.map(\.ratio) == [nil])
    #expect(rates([("a", 100, 50)]).highest == nil)
    #expect(rates([("a", 100, 0), ("b", 100, 0)]).rows.map(\.ratio) == [nil, nil])
  }

  @Test("a group that is kept back takes no part")
  func hidden() {
    let whole = record([("a", 100, 50), ("b", 5, 5), ("c", 100, 40)])
    let values = whole.values.map { value in
      value.key.slice == .where("race", "b")
        ? MetricValue(value.key, .unavailable(.withheld(.smallGroup(below: 10))), count: 0) : value
    }
    let rates = GroupRates(
      of: ArmRecord(
        arm: whole.arm, period: whole.period, values: values, findings: [], distributions: [],
        rowCount: 205, labelCount: 0), attributes: ["race"], metric: .favourableRate)
    #expect(rates.highest == .where("race", "a"))
    #expect(rates.rows.map(\.count) == [100, nil, 100])
    #expect(rates.rows.map(\.exclusion) == [nil, .withheld, nil])
    #expect(rates.rows.map(\.ratio) == [1, nil, 0.8])
  }
}
