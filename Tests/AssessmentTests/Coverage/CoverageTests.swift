import Foundation
import Statistics
import Testing

@testable import Assessment
@testable import Profiling

/// How often 95 % intervals hold the true value over seeded samples.
///
/// With 2,000 samples the share itself has a standard error of half a per cent, so 93 to 97 % leaves
/// a method that is exact four of them on either side.
@Suite("Intervals hold the true value in 93 to 97 of 100 samples", .tags(.slow))
struct CoverageTests {
  private let reach = 0.93...0.97

  @Test("Wilson, for shares", arguments: [(0.5, 100), (0.08, 200), (0.97, 400)])
  func wilson(_ share: Double, _ rows: Int) {
    var random = SplitMix64(seed: 1)
    let covered = coverage(of: share) {
      let part = random.binomial(trials: rows, probability: share)
      return Estimate.proportion(part, of: rows, confidence: .percent95, whenEmpty: .noRows)
    }
    #expect(reach.contains(covered), "\(covered)")
  }

  @Test("Student's t, for means of even and of skewed values")
  func means() {
    var random = SplitMix64(seed: 2)
    let even = coverage(of: 0) { mean(of: (0..<30).map { _ in random.normal() }) }
    #expect(reach.contains(even), "\(even)")
    let skewed = coverage(of: 1) { mean(of: (0..<200).map { _ in -log(random.uniform()) }) }
    #expect(reach.contains(skewed), "\(skewed)")
  }

  @Test("DeLong, for the area under the ROC curve")
  func area() {
    let measurer = ProfileMeasurer(
      schema: .sample(.binary), settings: MeasureSettings(minimumRows: 1))
    var random = SplitMix64(seed: 3)
    // Two normal spreads of variance 1 whose means are 1.2 apart.
    let truth = NormalDistribution.standard.cumulative(1.2 / 2.0.squareRoot())
    let covered = coverage(of: truth) {
      var outcomes = BinaryOutcomes()
      for row in 0..<250 {
        let isPositive = row < 100
        outcomes.add(
          predicted: nil, actual: isPositive, score: random.normal() + (isPositive ? 1.2 : 0),
          scoreIsProbability: false)
      }
      return measurer.ranking(outcomes)[.rocAuc]?.estimate
    }
    #expect(reach.contains(covered), "\(covered)")
  }

  @Test(
    "the intervals made from confusion counts",
    arguments: [Metric.f1, .matthewsCorrelation, .balancedAccuracy])
  func confusion(_ metric: Metric) throws {
    let measurer = ProfileMeasurer(
      schema: .sample(.binary), settings: MeasureSettings(minimumRows: 1))
    func estimate(_ cells: [Int]) -> Estimate? {
      measurer.confusion(
        BinaryOutcomes(
          truePositives: cells[0], falsePositives: cells[1], trueNegatives: cells[2],
          falseNegatives: cells[3]))[metric]?.estimate
    }
    // The table itself is the population that samples are drawn from.
    let population = [80, 40, 230, 50]
    let truth = try #require(estimate(population)?.value)
    var random = SplitMix64(seed: 4)
    let covered = coverage(of: truth) { estimate(random.resample(population)) }
    #expect(reach.contains(covered), "\(covered)")
  }

  @Test("order statistics, for quantiles", arguments: [0.5, 0.9])
  func quantiles(_ share: Double) {
    var random = SplitMix64(seed: 5)
    let covered = coverage(of: -log(1 - share)) {
      var counts = ValueCounts()
      for _ in 0..<200 { counts.add(-log(random.uniform())) }
      return Estimate.quantile(
        share, of: counts, confidence: .percent95, whenEmpty: .noValues)
    }
    #expect(reach.contains(covered), "\(covered)")
  }

  @Test("Bonett's, for standard deviations of normal and of even values")
  func spread() {
    var random = SplitMix64(seed: 6)
    let interval = SpreadInterval(confidence: .percent95)
    func estimate(_ values: [Double]) -> Estimate? {
      interval.bounds(points: values.sorted().map { WeightedPoint(value: $0, weight: 1) })
        .map { .value(0, interval: $0) }
    }
    let normal = coverage(of: 1) {
      estimate((0..<100).map { _ in random.normal() })
    }
    #expect(reach.contains(normal), "\(normal)")
    let even = coverage(of: (1.0 / 12).squareRoot()) {
      estimate((0..<100).map { _ in random.uniform() })
    }
    #expect(reach.contains(even), "\(even)")
  }

  @Test("the delta method, for R² and the root mean squared error", arguments: [0.2, 0.8])
  func determination(_ truth: Double) {
    let measurer = ProfileMeasurer(
      schema: .sample(.regression), settings: MeasureSettings(minimumRows: 1))
    var random = SplitMix64(seed: 7)
    let error = (1 - truth).squareRoot()
    var roots: [Estimate?] = []
    let covered = coverage(of: truth) {
      var outcomes = RegressionOutcomes()
      for _ in 0..<150 {
        let prediction = truth.squareRoot() * random.normal()
        outcomes.add(predicted: prediction, actual: prediction + error * random.normal())
      }
      let table = measurer.performance(of: outcomes, counts: InputProfile.SliceCounts())
      roots.append(table[.rootMeanSquaredError]?.estimate)
      return table[.rSquared]?.estimate
    }
    #expect(reach.contains(covered), "\(covered)")
    var root = roots.makeIterator()
    let rootCovered = coverage(of: error) { root.next() ?? nil }
    #expect(reach.contains(rootCovered), "\(rootCovered)")
  }

  // MARK: - Counting

  /// The share of samples whose interval holds `truth`; one without an interval does not.
  private func coverage(
    of truth: Double, samples: Int = 2_000, _ sample: () -> Estimate?
  ) -> Double {
    let held = (0..<samples).count { _ in
      guard let interval = sample()?.interval else { return false }
      return interval.lower <= truth && truth <= interval.upper
    }
    return Double(held) / Double(samples)
  }

  private func mean(of values: [Double]) -> Estimate {
    var moments = Moments()
    for value in values { moments.add(value) }
    return .mean(of: moments, confidence: .percent95, whenEmpty: .noValues)
  }
}

extension SplitMix64 {
  /// A standard normal number.
  mutating func normal() -> Double {
    NormalDistribution.standard.quantile(.lower(uniform()))
  }
}
