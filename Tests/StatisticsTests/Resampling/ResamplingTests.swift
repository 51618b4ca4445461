import Foundation
import Testing

@testable import Statistics

@Suite("Resampling")
struct ResamplingTests {
  @Test("the generator gives the published sequence for seed 1234567")
  func sequence() {
    var generator = SplitMix64(seed: 1_234_567)
    // Reference values of the generator's C version by S. Vigna, as listed on Rosetta Code.
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == expected)
  }

  @Test("uniform numbers lie strictly between 0 and 1 and have mean ½")
  func uniform() {
    var generator = SplitMix64(seed: 5)
    let numbers = (0..<20_000).map { _ in generator.uniform() }
    #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = numbers.reduce(0, +) / 20_000
    // Four standard errors of the mean, √(1/12/20,000) each.
    #expect(abs(mean - 0.5) < 0.0082)
  }

  // Both algorithms, both sides of ½, and the change of algorithm at an expectation of 10.
  @Test(
    "binomial numbers follow the binomial distribution",
    arguments: [
      (7, 0.3), (40, 0.24), (40, 0.26), (60, 0.8), (1000, 0.5), (5000, 0.01), (100_000, 0.002),
    ])
  func binomial(trials: Int, probability: Double) throws {
    var generator = SplitMix64(seed: 42)
    let draws = 40_000
    let distribution = Binomial(trials: trials, probability: probability)
    // Cells of the distribution function, each with at least 1 % of the mass, and a last one above.
    var edges: [Int] = []
    var mass: [Double] = []
    var collected = 0.0
    for k in 0...trials {
      collected += distribution.mass(k)
      if collected > 0.01, distribution.survival(k) > 0.01 {
        edges.append(k)
        mass.append(collected)
        collected = 0
      }
    }
    mass.append(1 - mass.reduce(0, +))
    var observed = [Int](repeating: 0, count: mass.count)
    for _ in 0..<draws {
      let number = generator.binomial(trials: trials, probability: probability)
      observed[edges.firstIndex { number <= $0 } ?? edges.count] += 1
    }
    var statistic = 0.0
    for (count, share) in zip(observed, mass) {
      let expected = share * Double(draws)
      statistic += (Double(count) - expected) * (Double(count) - expected) / expected
    }
    let pValue = ChiSquared(degreesOfFreedom: Double(mass.count - 1)).survival(statistic)
    #expect(pValue > 1e-3)
  }

  // The margin of the normal curve decides most draws; here it is held against the probabilities.
  @Test(
    "a share of the peak is told from its logarithm, near and far",
    arguments: [
      (20, 0.5), (300, 0.04), (1000, 0.5), (8000, 0.013), (90_000, 0.31), (3_000_000, 0.0007),
      (2_000_000_000, 0.4),
    ])
  func peak(trials: Int, probability: Double) {
    let distribution = Binomial(trials: trials, probability: probability)
    let peak = BinomialPeak(trials: trials, probability: probability)
    let mode = Int(Double(trials + 1) * probability)
    let deviation = (Double(trials) * probability * (1 - probability)).squareRoot()
    let steps =
      Array(0...20)
      + (1...12).map { Int(Double($0) * deviation / 2) }
    for k in Set(steps.flatMap { [mode - $0, mode + $0] }) where (0...trials).contains(k) {
      let share = distribution.logMass(k) - distribution.logMass(mode)
      guard share > -600 else { continue }
      // The masses of 2·10⁹ trials are known to 10⁻⁷.
      for gap in [1e-6, 1e-3, 0.1, 3] {
        #expect(peak.share(of: k, isAtLeast: exp(share - gap)), "\(k), below by \(gap)")
        #expect(!peak.share(of: k, isAtLeast: exp(share + gap)), "\(k), above by \(gap)")
      }
    }
  }

  @Test("a resampled table keeps its total and its empty categories")
  func resample() {
    var generator = SplitMix64(seed: 9)
    for _ in 0..<200 {
      let drawn = generator.resample([5, 0, 300, 2, 0])
      #expect(drawn.reduce(0, +) == 307)
      #expect(drawn[1] == 0 && drawn[4] == 0)
    }
    #expect(generator.resample([0, 0]) == [0, 0])
  }

  @Test("the interval of a proportion is near Wilson's, and repeats for its seed")
  func interval() throws {
    func share(_ tables: [[Int]]) -> Double? { Double(tables[0][0]) / 1000 }
    let one = try #require(
      bootstrapInterval(tables: [[300, 700]], seed: 3, statistic: share).value)
    let again = try #require(
      bootstrapInterval(tables: [[300, 700]], seed: 3, statistic: share).value)
    let wilson = try #require(wilsonInterval(Proportion(successes: 300, of: 1000)).value)
    #expect(one == again)
    #expect(one.interval.estimate == 0.3)
    // The limits of 2,000 resamples are known to about a tenth of a standard error (0.0145).
    #expect(abs(one.interval.lower - wilson.lower) < 0.004)
    #expect(abs(one.interval.upper - wilson.upper) < 0.004)
  }

  @Test("counts the resamples without a value and gives up when most have none")
  func undefined() throws {
    func ratio(_ tables: [[Int]]) -> Double? {
      tables[0][0] == 0 ? nil : Double(tables[0][1]) / Double(tables[0][0])
    }
    let some = try #require(
      bootstrapInterval(tables: [[2, 30]], replicates: 500, seed: 1, statistic: ratio).value)
    // A share of about e⁻² of the resamples has no row of the first category.
    #expect(some.undefinedReplicates > 30 && some.undefinedReplicates < 120)
    let none = try bootstrapInterval(tables: [[2, 30]], seed: 1) { tables in
      tables == [[2, 30]] ? 1 : nil
    }
    #expect(none == .unavailable(.undefinedStatistic))
  }

  @Test("refuses a negative count by the place of its table")
  func refuses() {
    #expect(throws: StatisticsError(.invalidElement(index: 1), argument: "tables")) {
      try bootstrapInterval(tables: [[1], [2, -1]], seed: 1) { _ in 0 }
    }
    #expect(throws: StatisticsError(.outOfRange("[1, ∞)"), argument: "replicates")) {
      try bootstrapInterval(tables: [[1]], replicates: 0, seed: 1) { _ in 0 }
    }
  }
}
