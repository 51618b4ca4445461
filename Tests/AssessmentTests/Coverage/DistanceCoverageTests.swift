import Foundation
import Statistics
import Testing

@testable import Assessment
@testable import Profiling

/// How often the intervals of distances hold the distance of the populations, over seeded samples.
@Suite("Intervals of distances", .tags(.slow))
struct DistanceCoverageTests {
  typealias Distance = BinnedDistanceInterval.Distance

  private static let binned: [Distance] = [
    .jensenShannon, .hellinger, .kullbackLeibler, .totalVariation,
  ]

  /// Rows of populations over ten bins; samples have as many rows.
  private let reference = [300, 260, 200, 160, 140, 120, 110, 90, 70, 50]
  private let moved = [90, 95, 110, 90, 95, 90, 85, 70, 45, 30]

  @Test("over bins hold the true distance as often as they say", arguments: binned)
  func binnedDistances(_ distance: Distance) throws {
    let truth = try #require(estimate(distance, reference, moved).value)
    var random = SplitMix64(seed: 11)
    let share = share { interval in
      interval.lower <= truth && truth <= interval.upper
    } sample: {
      estimate(distance, random.resample(reference), random.resample(moved))
    }
    // The total variation distance claims no more than 95 of 100 at the least.
    #expect((0.93...(distance == .totalVariation ? 1 : 0.97)).contains(share), "\(share)")
  }

  @Test("over bins begin at 0 when nothing has changed", arguments: binned)
  func unchangedBins(_ distance: Distance) {
    let fewer = reference.map { $0 / 2 }
    var random = SplitMix64(seed: 12)
    let share = share(samples: 1_000) {
      $0.lower == 0
    } sample: {
      estimate(distance, random.resample(reference), random.resample(fewer))
    }
    #expect(share >= 0.97, "\(share)")
  }

  @Test("of numbers hold the true distance in 93 to 97 of 100 samples", arguments: Shape.allCases)
  func orderedDistances(_ shape: Shape) throws {
    for unit in Ordered.allCases {
      let truth = try #require(unit.estimate(Grid.reference, shape.counts).value)
      var random = SplitMix64(seed: 13)
      let share = share(samples: 1_000) { interval in
        interval.lower <= truth && truth <= interval.upper
      } sample: {
        unit.estimate(random.resample(Grid.reference), random.resample(shape.counts))
      }
      // 1,000 samples leave two standard errors of the share around the promise.
      #expect((0.925...0.98).contains(share), "\(unit): \(share)")
    }
  }

  @Test("of numbers begin at 0 when nothing has changed", arguments: Ordered.allCases)
  func unchangedNumbers(_ unit: Ordered) {
    let fewer = Grid.reference.map { $0 / 2 }
    var random = SplitMix64(seed: 14)
    let share = share(samples: 600) {
      $0.lower == 0
    } sample: {
      unit.estimate(random.resample(Grid.reference), random.resample(fewer))
    }
    #expect(share >= 0.94, "\(share)")
  }

  // MARK: - Populations

  /// Normal populations on a grid of a quarter of a standard deviation.
  enum Grid {
    static let values = (-16...16).map { Double($0) / 4 }
    static let reference = counts(rows: 4_000) { exp(-$0 * $0 / 2) }

    static func counts(rows: Double, _ density: (Double) -> Double) -> [Int] {
      let weights = values.map(density)
      let total = weights.reduce(0, +)
      return weights.map { Int(($0 / total * rows).rounded()) }
    }
  }

  /// How the population has changed.
  enum Shape: CaseIterable {
    case shifted, wider

    var counts: [Int] {
      switch self {
      case .shifted: Grid.counts(rows: 900) { exp(-($0 - 0.4) * ($0 - 0.4) / 2) }
      case .wider: Grid.counts(rows: 900) { exp(-$0 * $0 / 4) }
      }
    }
  }

  /// Distances of numbers.
  enum Ordered: CaseIterable {
    case smirnov, transport, normalised

    func estimate(_ reference: [Int], _ current: [Int]) -> Estimate {
      let interval = OrderedDistanceInterval(confidence: .percent95)
      let points = CellPoints(values: Grid.values, reference: reference, current: current)
      let (before, now) = (points.reference, points.current)
      return .distance {
        switch self {
        case .smirnov: try ksStatistic(reference: reference, current: current)
        case .transport:
          try wassersteinDistance(values: Grid.values, reference: before, current: now)
        case .normalised:
          try normalisedWassersteinDistance(
            values: Grid.values, reference: before, current: now)
        }
      } interval: { value in
        switch self {
        case .smirnov:
          let test = try? KolmogorovSmirnovTest(
            statistic: value, referenceCount: reference.reduce(0, +),
            currentCount: current.reduce(0, +))
          return test.map {
            interval.bounds(
              ofSmirnov: value, pValue: $0.pValue, reference: reference, current: current)
          }
        case .transport, .normalised:
          let distance = try? wassersteinDistance(
            values: Grid.values, reference: before, current: now)
          let bounds = distance.map {
            interval.bounds(ofTransport: $0, points, floor: 0.001)
          }
          return self == .transport ? bounds?.column : bounds?.deviations
        }
      }
    }
  }

  // MARK: - Counting

  private func estimate(
    _ distance: Distance, _ reference: [Int], _ current: [Int]
  ) -> Estimate {
    distance.estimate(
      reference: reference, current: current, floor: 1e-4, confidence: .percent95)
  }

  /// The share of samples whose interval is as asked.
  private func share(
    samples: Int = 2_000, _ isSo: (Interval) -> Bool, sample: () -> Estimate
  ) -> Double {
    let count = (0..<samples).count { _ in sample().interval.map(isSo) ?? false }
    return Double(count) / Double(samples)
  }
}

@Suite("An interval of a distance")
struct DistanceIntervalTests {
  /// Numerical derivatives of the distance by the shares, in place of the formulas.
  @Test(
    "has the slopes of its distance",
    arguments: [
      BinnedDistanceInterval.Distance.jensenShannon, .hellinger, .kullbackLeibler,
      .totalVariation,
    ])
  func slopes(_ distance: BinnedDistanceInterval.Distance) throws {
    // So many rows that what chance adds is nothing beside the standard error.
    let scale = 1e10
    let (reference, current) = ([0.4, 0.3, 0.2, 0.1], [0.2, 0.35, 0.15, 0.3])
    func value(_ r: [Double], _ c: [Double]) throws -> Double {
      switch distance {
      case .jensenShannon: try jensenShannonDistance(reference: r, current: c)
      case .hellinger: try hellingerDistance(reference: r, current: c)
      case .kullbackLeibler: try kullbackLeiblerDivergence(reference: r, current: c)
      case .totalVariation: try totalVariationDistance(reference: r, current: c)
      }
    }
    func variance(_ shares: [Double], _ f: ([Double]) throws -> Double) throws -> Double {
      let step = 1e-6
      // The distances divide by the total, so a slope is free up to a constant.
      let slopes = try shares.indices.map { index -> Double in
        var up = shares
        var down = shares
        up[index] += step
        down[index] -= step
        return (try f(up) - f(down)) / (2 * step)
      }
      let mean = zip(shares, slopes).reduce(0) { $0 + $1.0 * $1.1 }
      return zip(shares, slopes).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    }
    let found = try value(reference, current)
    let expected =
      (try variance(current) { try value(reference, $0) } / scale
      + variance(reference) { try value($0, current) } / scale).squareRoot()
    let interval = BinnedDistanceInterval(floor: 1e-4, confidence: .percent95).bounds(
      of: distance, value: found, reference: reference.map { $0 * scale },
      current: current.map { $0 * scale })
    let half = (interval.upper - interval.lower) / 2
    #expect(abs(half / (1.959_963_984_540_054 * expected) - 1) < 1e-3)
  }

  @Test("has the slopes of the Wasserstein distance, in either unit", arguments: [false, true])
  func transportSlopes(_ isNormalised: Bool) throws {
    let scale = 1e10
    let values = [0.0, 1, 2.5, 3, 7]
    let (reference, current) = ([0.3, 0.3, 0.2, 0.1, 0.1], [0.1, 0.2, 0.25, 0.2, 0.25])
    func value(_ r: [Double], _ c: [Double]) throws -> Double {
      isNormalised
        ? try normalisedWassersteinDistance(values: values, reference: r, current: c)
        : try wassersteinDistance(values: values, reference: r, current: c)
    }
    func variance(_ shares: [Double], _ f: ([Double]) throws -> Double) throws -> Double {
      let step = 1e-6
      let slopes = try shares.indices.map { index -> Double in
        var (up, down) = (shares, shares)
        up[index] += step
        down[index] -= step
        return (try f(up) - f(down)) / (2 * step)
      }
      let mean = zip(shares, slopes).reduce(0) { $0 + $1.0 * $1.1 }
      return zip(shares, slopes).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    }
    let expected =
      (try variance(current) { try value(reference, $0) } / scale
      + variance(reference) { try value($0, current) } / scale).squareRoot()
    let points = CellPoints(
      values: values, reference: reference.map { Int($0 * scale) },
      current: current.map { Int($0 * scale) })
    let bounds = OrderedDistanceInterval(confidence: .percent95).bounds(
      ofTransport: try wassersteinDistance(
        values: values, reference: reference, current: current), points, floor: 0.001)
    let interval = isNormalised ? bounds.deviations : bounds.column
    let half = (interval.upper - interval.lower) / 2
    #expect(abs(half / (1.959_963_984_540_054 * expected) - 1) < 1e-3)
  }

  @Test("holds its value and stays where the distance can be, however few the rows")
  func bounds() {
    for (reference, current) in [([1, 0], [0, 1]), ([1, 1], [1, 1]), ([5, 0, 1], [0, 3, 0])] {
      for distance in [
        BinnedDistanceInterval.Distance.jensenShannon, .hellinger, .kullbackLeibler,
        .totalVariation,
      ] {
        let found = distance.estimate(
          reference: reference, current: current, floor: 1e-4, confidence: .percent95)
        guard let value = found.value, let interval = found.interval else {
          Issue.record("no interval")
          continue
        }
        #expect(interval.lower >= 0)
        #expect(interval.lower <= value && value <= interval.upper + 1e-12)
        if distance == .hellinger || distance == .totalVariation { #expect(interval.upper <= 1) }
      }
    }
  }

  @Test("has none without rows on a side")
  func empty() {
    let found = BinnedDistanceInterval.Distance.hellinger.estimate(
      reference: [1, 2], current: [0, 0], floor: 1e-4, confidence: .percent95)
    #expect(found.value == nil && found.interval == nil)
  }
}
