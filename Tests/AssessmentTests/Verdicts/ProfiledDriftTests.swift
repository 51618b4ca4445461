import Foundation
import Statistics
import Testing

@testable import Assessment
@testable import Profiling

/// How often the default verdict on drift is wrong when rows go the whole way: counted by the
/// summaries of profiles, merged from days, measured and judged by ``RecordBuilder``.
///
/// ``DriftSimulationTests`` draws counts and can afford 200 periods of up to 50,000 rows; here each
/// row is counted, so that anchors, merging and intervals have their part. Forty periods without a
/// breach rule out (at 95 %) that more than 7 % of periods of 500 rows have one; the bound of 1 %
/// itself is tested there.
@Suite("Drift by simulation of rows", .tags(.slow))
struct ProfiledDriftTests {
  @Test("of 40 periods of 500 rows without drift in 40 features none shows a breach")
  func noDrift() throws {
    var simulation = RowSimulation(seed: 20_261_121)
    let records = try simulation.records(periods: 40, rows: 500, shift: 0)
    #expect(records.count == 40)
    #expect(records.allSatisfy { $0.findings.count == 40 })
    let breaches = records.count { $0.findings.contains { $0.status == .breach } }
    #expect(breaches == 0)
  }

  @Test("a shift of 0.3 standard deviations in one of them breaches with 5,000 rows")
  func shift() throws {
    var simulation = RowSimulation(seed: 3)
    let records = try simulation.records(periods: 3, rows: 5_000, shift: 0.3)
    for record in records {
      let broken = record.findings.filter { $0.status == .breach }.map(\.expectation.feature)
      #expect(broken == ["f0"])
    }
  }
}

/// Forty features of rows: normal, skewed and few-valued numbers, and categories.
private struct RowSimulation {
  private var random: SplitMix64
  private let columns: [ColumnSchema]
  private let schema: ModelSchema
  private var reference = Profile()

  private static let referenceRows = 2_000
  private static let features = 40

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    var columns: [ColumnSchema] = []
    var samples: [[Double]] = []
    for index in 0..<Self.features {
      let values = Self.draw(index, Self.referenceRows, shift: 0, using: &random)
      samples.append(values)
      columns.append(
        ColumnSchema(name: "f\(index)", subject: .feature, kind: Self.kind(index, values)))
    }
    self.columns = columns
    schema = ModelSchema(
      task: .binary, positive: "1", scoreIsProbability: true, columns: columns,
      sliceAttributes: [])
    reference = Self.profile(columns, samples)
  }

  private static func isCategorical(_ index: Int) -> Bool { index % 4 == 3 }

  private static func kind(_ index: Int, _ values: [Double]) -> ColumnKind {
    guard isCategorical(index) else {
      return .numeric(NumericAnchors(reference: values))
    }
    return .categorical(
      Vocabulary(reference: values.reduce(into: [:]) { $0["\($1)", default: 0] += 1 }))
  }

  /// Values of one feature; the first is shifted by so many of its standard deviations.
  private static func draw(
    _ index: Int, _ rows: Int, shift: Double, using random: inout SplitMix64
  ) -> [Double] {
    (0..<rows).map { _ in
      let u = random.uniform()
      switch index % 4 {
      case 0:
        // Three digits, as a log would have them.
        let value = NormalDistribution.standard.quantile(.lower(u)) + (index == 0 ? shift : 0)
        return (value * 100).rounded() / 100
      case 1: return (-log(u) * 100).rounded() / 100
      case 2: return (-log(u) * 2).rounded(.down)
      default: return (Double(2 + index) * u * u).rounded(.down)
      }
    }
  }

  private static func profile(_ columns: [ColumnSchema], _ samples: [[Double]]) -> Profile {
    var profile = Profile()
    for (column, values) in zip(columns, samples) {
      switch column.kind {
      case .numeric(let anchors):
        var summary = NumericSummary()
        for value in values { summary.add(value, anchors: anchors) }
        profile.input.columns[column.name] = .numeric(summary)
      case .categorical(let vocabulary):
        let names = Set(vocabulary.categories)
        var summary = CategoricalSummary()
        for value in values { summary.add("\(value)", vocabulary: names) }
        profile.input.columns[column.name] = .categorical(summary)
      }
    }
    let rows = samples.first?.count ?? 0
    profile.input.slices[.all] = .init(rows: rows, predictions: 0, positivePredictions: 0)
    return profile
  }

  /// The judged record of each period, whose rows fall on two days.
  mutating func records(periods: Int, rows: Int, shift: Double) throws -> [ArmRecord] {
    var source = RowSource()
    for period in 1...periods {
      for day in [1, 4] {
        let samples = columns.indices.map {
          Self.draw($0, rows / 2, shift: shift, using: &random)
        }
        source.profiles[.week(period, day)] = Self.profile(columns, samples)
      }
    }
    let expectations = DefaultExpectations(schema: schema).expectations(chunks: [], reference: [])
      .filter { $0.metric.definition.family == .drift }
    return try RecordBuilder(
      schema: schema, settings: MeasureSettings(minimumRows: 30), evidence: .interval,
      baseline: ReferenceBaseline(chunks: ["": [reference]], stages: [:]), source: source,
      expectations: { _ in expectations }
    ).periods(.week, malformedRowCounts: [:], inputs: []).compactMap(\.leading)
  }
}

/// Days of one arm, held in memory.
private struct RowSource: ProfileSource {
  var profiles: [Day: Profile] = [:]

  private static let arm = Arm(version: "", stage: .production)

  var daysByArm: [Arm: [Day]] { [Self.arm: profiles.keys.sorted()] }

  func profile(of arm: Arm, on days: [Day]) -> Profile {
    days.reduce(into: Profile()) { whole, day in
      if let part = profiles[day] { whole.merge(part) }
    }
  }
}
