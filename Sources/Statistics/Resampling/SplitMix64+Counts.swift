import Foundation

extension SplitMix64 {
  /// A binomial random number.
  ///
  /// Small expectations are drawn by searching the distribution function, others by transformed
  /// rejection.
  ///
  /// - Parameters:
  ///   - trials: Number of trials, at least 0.
  ///   - probability: Probability of success, in [0, 1].
  /// - Returns: A number in 0…trials.
  /// - Complexity: O(1) on average.
  ///
  /// Source: W. Hörmann, *J. Statistical Computation and Simulation* 46 (1993) 101, algorithm BTRS.
  package mutating func binomial(trials: Int, probability: Double) -> Int {
    precondition(trials >= 0, "A binomial number needs at least 0 trials.")
    precondition(probability >= 0 && probability <= 1, "A probability lies in [0, 1].")
    if trials == 0 || probability == 0 { return 0 }
    if probability > 0.5 {
      return trials - binomial(trials: trials, probability: 1 - probability)
    }
    return Double(trials) * probability < 10
      ? searchedBinomial(trials, probability) : rejectedBinomial(trials, probability)
  }

  /// A table of counts drawn with replacement from the rows behind another table.
  ///
  /// - Parameter counts: Rows per category, each at least 0.
  /// - Returns: As many rows, over the same categories (multinomial with the observed shares).
  /// - Complexity: O(k) on average.
  package mutating func resample(_ counts: [Int]) -> [Int] {
    var sourceLeft = counts.reduce(0, +)
    var drawsLeft = sourceLeft
    var drawn: [Int] = []
    drawn.reserveCapacity(counts.count)
    for count in counts {
      precondition(count >= 0, "A count is not negative.")
      // Given what earlier categories took, each count is binomial in what is left.
      let share = sourceLeft == 0 ? 0 : Double(count) / Double(sourceLeft)
      let number = binomial(trials: drawsLeft, probability: share)
      drawn.append(number)
      sourceLeft -= count
      drawsLeft -= number
    }
    return drawn
  }

  private mutating func searchedBinomial(_ n: Int, _ p: Double) -> Int {
    let odds = p / (1 - p)
    while true {
      var left = uniform()
      var mass = exp(Double(n) * log1p(-p))
      for k in 0...n {
        if left <= mass { return k }
        left -= mass
        mass *= odds * Double(n - k) / Double(k + 1)
      }
      // Rounding left a remainder above the whole distribution: draw again.
    }
  }

  private mutating func rejectedBinomial(_ n: Int, _ p: Double) -> Int {
    let count = Double(n)
    let deviation = (count * p * (1 - p)).squareRoot()
    // The hat's constants, as tabulated in the paper.
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let alpha = (2.83 + 5.1 / b) * deviation
    let squeeze = 0.92 - 4.2 / b
    let peak = BinomialPeak(trials: n, probability: p)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let distance = 0.5 - abs(u)
      let proposal = ((2 * a / distance + b) * u + count * p + 0.5).rounded(.down)
      if proposal < 0 || proposal > count { continue }
      let k = Int(proposal)
      if distance >= 0.07, v <= squeeze { return k }
      if peak.share(of: k, isAtLeast: v * alpha / (a / (distance * distance) + b)) { return k }
    }
  }
}

/// Binomial probabilities in parts of the largest of them, as rejection asks for them.
struct BinomialPeak {
  private let distribution: Binomial
  private let mode: Int
  private let variance: Double

  /// Places on either side of the mode that are reached by multiplying ratios of neighbours.
  private static let nearest = 15

  /// - Precondition: `probability` lies in (0, 1).
  init(trials: Int, probability: Double) {
    distribution = Binomial(trials: trials, probability: probability)
    mode = Int(Double(trials + 1) * probability)
    variance = Double(trials) * probability * (1 - probability)
  }

  /// Whether P(X = k) is at least `height` times that of the mode.
  ///
  /// Few answers need the probabilities themselves, which cost more than all else of a draw.
  ///
  /// - Parameters:
  ///   - k: In 0…trials.
  ///   - height: Greater than 0.
  /// - Complexity: O(1).
  ///
  /// Source: W. Hörmann, 1993, algorithm BTRD, steps 3.1 and 3.2.
  func share(of k: Int, isAtLeast height: Double) -> Bool {
    let steps = abs(k - mode)
    if steps <= Self.nearest { return height <= nearShare(of: k) }
    let level = log(height)
    let distance = Double(steps)
    if distance < variance / 2 - 1 {
      // The logarithm of the share lies within this margin of the normal curve's.
      let curve = -distance * distance / (2 * variance)
      let margin =
        distance / variance
        * (((distance / 3 + 0.625) * distance + 1.0 / 6) / variance + 0.5)
      if level < curve - margin { return true }
      if level > curve + margin { return false }
    }
    return level <= distribution.logMass(k) - distribution.logMass(mode)
  }

  /// The share as a product of P(X = i) / P(X = i − 1) = (n + 1 − i) p / (i (1 − p)).
  private func nearShare(of k: Int) -> Double {
    let odds = distribution.probability / (1 - distribution.probability)
    let (low, high) = (min(k, mode), max(k, mode))
    var (above, below) = (1.0, 1.0)
    for i in low..<high {
      above *= Double(distribution.trials - i) * odds
      below *= Double(i + 1)
    }
    return k > mode ? above / below : below / above
  }
}
