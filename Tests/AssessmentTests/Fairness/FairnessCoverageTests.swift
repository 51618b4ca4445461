import Statistics
import Testing

@testable import Assessment
@testable import Profiling

/// How often 95 % intervals over groups hold the true value, over 2,000 seeded samples each.
///
/// For two groups the methods are approximate and meet the level closely. For the worst of several
/// pairs the interval holds all pairs at once, so it holds the true gap at least as often.
@Suite("Intervals over groups hold the true gap", .tags(.slow))
struct FairnessCoverageTests {
  private static let samples = 2_000

  private func rates(_ truth: [(Double, Int)], _ random: inout SplitMix64) -> [GroupRate] {
    truth.enumerated().compactMap { index, group in
      GroupRate(
        .where("g", "\(index)"),
        random.binomial(trials: group.1, probability: group.0), of: group.1)
    }
  }

  private func coverage(_ truth: Double, _ sample: () -> Interval?) -> Double {
    var covered = 0
    for _ in 0..<Self.samples {
      guard let interval = sample() else { continue }
      if interval.lower <= truth, truth <= interval.upper { covered += 1 }
    }
    return Double(covered) / Double(Self.samples)
  }

  @Test("two groups: difference and ratio, 93 to 97 of 100")
  func two() {
    var random = SplitMix64(seed: 51)
    let groups = [(0.6, 200), (0.4, 120)]
    let difference = coverage(0.2) {
      WorstPair.difference([rates(groups, &random)], confidence: .percent95)?.interval
    }
    #expect((0.93...0.97).contains(difference), "\(difference)")
    let ratio = coverage(0.4 / 0.6) {
      WorstPair.ratio([rates(groups, &random)], confidence: .percent95)?.interval
    }
    #expect((0.93...0.97).contains(ratio), "\(ratio)")
  }

  @Test(
    "several groups, alike or not: at least 94 of 100 for the worst pair",
    arguments: [[0.5, 0.5, 0.5, 0.5, 0.5], [0.7, 0.5, 0.5, 0.4], [0.62, 0.6, 0.4, 0.38, 0.5]])
  func several(_ shares: [Double]) throws {
    var random = SplitMix64(seed: 52)
    let groups = zip(shares, [400, 150, 60, 90, 40]).map { ($0, $1) }
    let low = try #require(shares.min())
    let high = try #require(shares.max())
    let difference = coverage(high - low) {
      WorstPair.difference([rates(groups, &random)], confidence: .percent95)?.interval
    }
    #expect(difference >= 0.94, "\(difference)")
    let ratio = coverage(low / high) {
      WorstPair.ratio([rates(groups, &random)], confidence: .percent95)?.interval
    }
    #expect(ratio >= 0.94, "\(ratio)")
  }

  @Test("the plain interval of the pair shown would not do for groups that are alike")
  func plain() {
    var random = SplitMix64(seed: 53)
    let groups = [Int](repeating: 150, count: 6).map { (0.5, $0) }
    let covered = coverage(0) {
      let rates = rates(groups, &random)
      guard let low = rates.min(by: { $0.share < $1.share }),
        let high = rates.max(by: { $0.share < $1.share })
      else { return nil }
      return WorstPair.difference([[low, high]], confidence: .percent95)?.interval
    }
    #expect(covered < 0.8, "\(covered)")
  }

  @Test("equalized odds, the worse of two rates: at least 94 of 100")
  func odds() {
    var random = SplitMix64(seed: 54)
    let covered = coverage(0.25) {
      WorstPair.difference(
        [
          rates([(0.7, 120), (0.6, 80), (0.5, 60)], &random),
          rates([(0.2, 150), (0.3, 90), (0.45, 70)], &random),
        ], confidence: .percent95)?.interval
    }
    #expect(covered >= 0.94, "\(covered)")
  }

  @Test("means: difference and ratio of two groups, 93 to 97 of 100")
  func means() {
    var random = SplitMix64(seed: 55)
    func group(_ name: String, _ mean: Double, _ spread: Double, _ count: Int) -> GroupMean? {
      var moments = Moments()
      for _ in 0..<count { moments.add(mean + spread * random.normal()) }
      return GroupMean(.where("g", name), moments)
    }
    func draw() -> [GroupMean] {
      [group("a", 5, 1, 60), group("b", 4, 2, 90)].compactMap { $0 }
    }
    let difference = coverage(1) {
      WorstPair.difference(draw(), confidence: .percent95)?.interval
    }
    #expect((0.93...0.97).contains(difference), "\(difference)")
    let ratio = coverage(0.8) { WorstPair.ratio(draw(), confidence: .percent95)?.interval }
    #expect((0.93...0.97).contains(ratio), "\(ratio)")
  }
}
