import Testing

@testable import Statistics

@Suite("Isotonic regression")
struct IsotonicRegressionTests {
  private typealias Point = IsotonicRegression.Point

  @Test("fits and interpolates as scikit-learn does")
  func oracle() throws {
    let table = try OracleTable("isotonic_regression")
    let cases = Dictionary(grouping: table.rows) { $0[0] }
    #expect(cases.count == 7)
    for rows in cases.values {
      let fit = try IsotonicRegression(
        points: rows.filter { $0[1] == 0 }.map { Point(x: $0[2], y: $0[3], weight: $0[4]) })
      for row in rows {
        // Pooled means add in another order.
        #expect(relativeError(fit.value(at: row[2]), row[5]) <= 1e-12, "\(row)")
      }
    }
  }

  @Test("never decreases, keeps the weighted mean and lies between the extremes")
  func laws() throws {
    let points = sample(count: 400, seed: 5)
    let fit = try IsotonicRegression(points: points)
    #expect(zip(fit.blocks, fit.blocks.dropFirst()).allSatisfy { $0.value < $1.value })
    let fitted = points.reduce(0) { $0 + $1.weight * fit.value(at: $1.x) }
    let given = points.reduce(0) { $0 + $1.weight * $1.y }
    #expect(relativeError(fitted, given) < 1e-12)
    #expect(points.allSatisfy { (0...1).contains(fit.value(at: $0.x)) })
  }

  @Test("changes nothing when it is fitted to its own result")
  func idempotent() throws {
    let points = sample(count: 200, seed: 8)
    let once = try IsotonicRegression(points: points)
    let twice = try IsotonicRegression(
      points: points.map { Point(x: $0.x, y: once.value(at: $0.x), weight: $0.weight) })
    for point in points {
      #expect(relativeError(twice.value(at: point.x), once.value(at: point.x)) < 1e-12)
    }
  }

  @Test("names the blocks between which a place lies")
  func place() throws {
    let fit = try IsotonicRegression(
      points: [Point(x: 0, y: 0, weight: 1), Point(x: 4, y: 1, weight: 1)])
    #expect(fit.place(of: 1) == .init(lower: 0, upper: 1, fraction: 0.25))
    #expect(fit.place(of: -9) == .init(lower: 0, upper: 0, fraction: 0))
    #expect(fit.place(of: 9) == .init(lower: 1, upper: 1, fraction: 0))
  }

  @Test("refuses no points, equal places, and weights that count for nothing")
  func refusals() {
    #expect(throws: StatisticsError(.empty, argument: "points")) {
      try IsotonicRegression(points: [])
    }
    #expect(throws: StatisticsError(.unsorted(index: 1), argument: "points")) {
      try IsotonicRegression(
        points: [Point(x: 1, y: 0, weight: 1), Point(x: 1, y: 1, weight: 1)])
    }
    #expect(throws: StatisticsError(.invalidElement(index: 0), argument: "points")) {
      try IsotonicRegression(points: [Point(x: 1, y: 0, weight: 0)])
    }
  }

  private func sample(count: Int, seed: UInt64) -> [IsotonicRegression.Point] {
    var source = SplitMix64(seed: seed)
    return (0..<count).map { index in
      Point(
        x: Double(index), y: Double.random(in: 0...1, using: &source),
        weight: Double(Int.random(in: 1...9, using: &source)))
    }
  }
}
