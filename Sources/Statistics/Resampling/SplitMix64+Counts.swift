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
    // Most draws are taken without the masses, which cost more than all else here.
    lazy var distribution = Binomial(trials: n, probability: p)
    lazy var logModeMass = distribution.logMass(Int((count + 1) * p))
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let distance = 0.5 - abs(u)
      let proposal = ((2 * a / distance + b) * u + count * p + 0.5).rounded(.down)
      if proposal < 0 || proposal > count { continue }
      let k = Int(proposal)
      if distance >= 0.07, v <= squeeze { return k }
      let height = v * alpha / (a / (distance * distance) + b)
      if log(height) <= distribution.logMass(k) - logModeMass { return k }
    }
  }
}
