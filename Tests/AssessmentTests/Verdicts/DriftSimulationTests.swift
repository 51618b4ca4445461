import Foundation
import Statistics
import Testing

@testable import Assessment

/// How often the default verdict on drift is wrong, on counts drawn from known distributions.
@Suite("Drift by simulation", .tags(.slow))
struct DriftSimulationTests {
  @Test("of 200 periods without drift in 40 features, fewer than 1 % show a breach")
  func noDrift() throws {
    var simulation = DriftSimulation(seed: 20_241_121)
    var breaches = 0
    for _ in 0..<200 where try simulation.hasBreach(rows: simulation.drawSize(), shift: 0) {
      breaches += 1
    }
    #expect(breaches < 2)
  }

  @Test("periods of 500 rows, the hardest case, show one no more often")
  func fewRows() throws {
    var simulation = DriftSimulation(seed: 7)
    var breaches = 0
    for _ in 0..<100 where try simulation.hasBreach(rows: 500, shift: 0) { breaches += 1 }
    #expect(breaches == 0)
  }

  @Test("a shift of 0.3 standard deviations in one of 40 features breaches with 5,000 rows")
  func shift() throws {
    var simulation = DriftSimulation(seed: 99)
    var breaches = 0
    for _ in 0..<40 where try simulation.hasBreach(rows: 5_000, shift: 0.3) { breaches += 1 }
    #expect(breaches > 38)
  }
}

/// Forty columns: normal, skewed and few-valued numbers, and categories from two to three hundred.
private struct DriftSimulation {
  private struct Column {
    /// Values in units that do not matter; empty for categories.
    let values: [Double]
    let shares: [Double]
    let reference: [Int]
  }

  private var generator: SplitMix64
  private var columns: [Column] = []
  private let referenceRows = 20_000

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    for index in 0..<40 {
      let (values, shares) = Self.population(index)
      let reference = draw(referenceRows, shares)
      columns.append(Column(values: values, shares: shares, reference: reference))
    }
  }

  private static func population(_ index: Int) -> (values: [Double], shares: [Double]) {
    let grid = (0..<30).map { (Double($0) + 0.5) / 30 }
    switch index % 4 {
    case 0:
      let values = grid.map { 6 * $0 - 3 }
      return (values, normalised(values.map { exp(-$0 * $0 / 2) }))
    case 1: return (grid.map { -log(1 - $0) }, grid.map { _ in 1.0 / 30 })
    case 2:
      let count = 2 + index / 4
      let weights = (0..<count).map { pow(0.6, Double($0)) }
      return ((0..<count).map(Double.init), normalised(weights))
    default:
      let count = [2, 3, 4, 6, 10, 20, 40, 80, 150, 300][index / 4]
      return ([], normalised((1...count).map { 1 / Double($0) }))
    }
  }

  private static func normalised(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  private mutating func draw(_ rows: Int, _ shares: [Double]) -> [Int] {
    var (rowsLeft, shareLeft) = (rows, 1.0)
    return shares.indices.map { index in
      if index == shares.count - 1 { return rowsLeft }
      let share = min(1, max(0, shares[index] / shareLeft))
      let count = generator.binomial(trials: rowsLeft, probability: share)
      rowsLeft -= count
      shareLeft -= shares[index]
      return count
    }
  }

  /// From 500 to 50,000 rows, evenly on a logarithmic scale.
  mutating func drawSize() -> Int {
    Int(500 * pow(100, generator.uniform()))
  }

  /// - Parameter shift: How far the first column moves, in its standard deviations.
  mutating func hasBreach(rows: Int, shift: Double) throws -> Bool {
    var samples: [[Int]] = []
    for (index, column) in columns.enumerated() {
      // The normal density moved by δ is the old one times exp(δx − δ²/2).
      let shares =
        index == 0 && shift != 0
        ? Self.normalised(zip(column.values, column.shares).map { $1 * exp(shift * $0) })
        : column.shares
      samples.append(draw(rows, shares))
    }
    var pValues: [String: Double] = [:]
    for (index, column) in columns.enumerated() {
      pValues["\(index)"] = try pValue(column, samples[index], rows: rows)
    }
    let significance = try Significance.adjusting(pValues)
    let judge = Judge(minimumRows: 30)
    return try columns.enumerated().contains { index, column in
      let rule = Expectation(
        column.values.isEmpty ? .jensenShannonDistance : .normalisedWassersteinDistance,
        feature: "\(index)", maximum: 0.1, origin: .convention)
      let value = MetricValue(
        rule.key, .value(try distance(column, samples[index]), interval: nil), count: rows)
      return judge.verdict(on: value, under: rule, significance: significance["\(index)"]).status
        == .breach
    }
  }

  private func pValue(_ column: Column, _ sample: [Int], rows: Int) throws -> Double? {
    guard !column.values.isEmpty else {
      return try categoricalPValue(reference: column.reference, current: sample)
    }
    return try KolmogorovSmirnovTest(
      statistic: ksStatistic(reference: column.reference, current: sample),
      referenceCount: referenceRows, currentCount: rows
    ).pValue
  }

  private func distance(_ column: Column, _ sample: [Int]) throws -> Double {
    let (reference, current) = (column.reference.map(Double.init), sample.map(Double.init))
    return column.values.isEmpty
      ? try jensenShannonDistance(reference: reference, current: current)
      : try normalisedWassersteinDistance(
        values: column.values, reference: reference, current: current)
  }
}
