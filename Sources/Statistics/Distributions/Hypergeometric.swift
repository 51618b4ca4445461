import Foundation

/// The hypergeometric distribution: marked items in a draw without replacement.
package struct Hypergeometric: Sendable, Equatable {
  /// Number of items, at least 0.
  package let population: Int
  /// Number of marked items, in 0…population.
  package let marked: Int
  /// Number of items drawn, in 0…population.
  package let draws: Int

  /// - Precondition: `marked` and `draws` lie in 0…population.
  package init(population: Int, marked: Int, draws: Int) {
    precondition(
      marked >= 0 && marked <= population && draws >= 0 && draws <= population,
      "Marked and drawn items are part of the population.")
    self.population = population
    self.marked = marked
    self.draws = draws
  }

  /// The counts that can occur.
  package var support: ClosedRange<Int> {
    max(0, draws + marked - population)...min(marked, draws)
  }

  /// P(X = k); 0 outside the support.
  package func mass(_ k: Int) -> Double { exp(logMass(k)) }

  /// ln P(X = k); −∞ outside the support.
  ///
  /// - Complexity: O(1).
  ///
  /// Source: C. Loader, 2000: a ratio of three binomial probabilities.
  package func logMass(_ k: Int) -> Double {
    guard support.contains(k) else { return -.infinity }
    let total = Double(population)
    if total == 0 { return 0 }
    let p = Double(draws) / total
    let q = Double(population - draws) / total
    let rest = Double(population - marked)
    return logBinomialMass(Double(k), of: Double(marked), probability: p, complement: q)
      + logBinomialMass(Double(draws - k), of: rest, probability: p, complement: q)
      - logBinomialMass(Double(draws), of: total, probability: p, complement: q)
  }

  /// P(X ≤ k).
  package func cumulative(_ k: Int) -> Double { tails(k).lower }

  /// P(X > k), accurate in the upper tail.
  package func survival(_ k: Int) -> Double { tails(k).upper }

  /// Both tails, the one away from the mean summed outwards from k.
  ///
  /// - Complexity: O(standard deviation).
  package func tails(_ k: Int) -> Tails {
    if k < support.lowerBound { return .allAbove }
    if k >= support.upperBound { return .allBelow }
    let mean = Double(draws) * Double(marked) / Double(population)
    if Double(k) < mean {
      return Tails(logLower: logMass(k) + log(sumOfRatios(from: k, step: -1, factorsDown)))
    }
    return Tails(logUpper: logMass(k + 1) + log(sumOfRatios(from: k + 1, step: 1, factorsUp)))
  }

  /// P(X = k + 1) / P(X = k) as two integers over two integers.
  func factorsUp(_ k: Int) -> Factors {
    Factors(
      numerator: (Double(marked - k), Double(draws - k)),
      denominator: (Double(k + 1), Double(population - marked - draws + k + 1)))
  }

  /// P(X = k − 1) / P(X = k) as two integers over two integers.
  func factorsDown(_ k: Int) -> Factors {
    Factors(
      numerator: (Double(k), Double(population - marked - draws + k)),
      denominator: (Double(marked - k + 1), Double(draws - k + 1)))
  }

  /// A quotient of products whose factors are exact integers.
  struct Factors {
    let numerator: (Double, Double)
    let denominator: (Double, Double)
    var quotient: Double {
      (numerator.0 / denominator.0) * (numerator.1 / denominator.1)
    }
  }

  /// Sum of the masses from k outwards, in units of the mass at k.
  private func sumOfRatios(from k: Int, step: Int, _ factors: (Int) -> Factors) -> Double {
    var sum = 1.0
    var term = 1.0
    var index = k
    while true {
      term *= factors(index).quotient
      if term <= sum * 1e-17 { return sum }
      sum += term
      index += step
    }
  }
}
