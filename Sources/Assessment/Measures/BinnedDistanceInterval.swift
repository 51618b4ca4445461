import Foundation
import Statistics

/// Intervals of the distances between two tables of counts, by the delta method.
///
/// With c and r the shares of n rows now and m rows of the reference over k bins that occur, the
/// interval is
///
///     [ d − chance − z·se , max(d, d − chance + z·se) ],   se² = var(∂d/∂c)/n + var(∂d/∂r)/m
///
/// Two samples of one population are apart by chance, and a distance only adds up; `chance` is how
/// much. Of two equal populations the interval therefore holds the true 0, nearly always from 0 on.
/// For the total variation distance `chance` is taken off the lower end alone, as differences that
/// are there leave less room for it; its interval is rather too wide.
///
/// | distance | scale of d | ∂d/∂c | ∂d/∂r | chance |
/// |---|---|---|---|---|
/// | Jensen–Shannon | square | ½ ln(c/m̄) | ½ ln(r/m̄) | (k − 1)(1/n + 1/m)/8 |
/// | Hellinger | square | −½ √(r/c) | −½ √(c/r) | (k − 1)(1/n + 1/m)/8 |
/// | Kullback–Leibler | itself | ln(c/r) + 1 | −c/r | (k − 1)(1/n + 1/m)/2 |
/// | total variation | itself | ½ sign(c − r) | −½ sign(c − r) | ½ Σ √(2/π)·sᵢ |
///
/// m̄ = (c + r)/2. The first three are ½, ½ and 1 times a χ² sum to second order, whose mean is k − 1.
/// The sum of the last runs over the bins whose difference is within z·sᵢ of 0, with
/// sᵢ² = c(1 − c)/n + r(1 − r)/m: a bin that differs clearly adds no more than it should.
///
/// Source: delta method as in A. W. van der Vaart, *Asymptotic Statistics*, Cambridge 1998, chapter
/// 3; L. Pardo, *Statistical Inference Based on Divergence Measures*, Chapman & Hall 2006, for the χ²
/// limit of divergences.
struct BinnedDistanceInterval {
  enum Distance {
    case jensenShannon, hellinger, kullbackLeibler, totalVariation
  }

  /// Smallest share admitted under the logarithm of the Kullback–Leibler divergence.
  let floor: Double
  let confidence: ConfidenceLevel

  /// The bounds of a distance, never below 0.
  ///
  /// - Parameters:
  ///   - value: The distance itself; natural logarithms.
  ///   - reference: Rows per bin; not all 0.
  ///   - current: The same bins.
  /// - Complexity: O(k).
  func bounds(
    of distance: Distance, value: Double, reference: [Double], current: [Double]
  ) -> Interval {
    let (before, now) = (reference.reduce(0, +), current.reduce(0, +))
    let z = normalReach(confidence: confidence)
    var currentSlopes = SlopeSum()
    var referenceSlopes = SlopeSum()
    var occupied = 0.0
    var unclear = 0.0
    for (referenceCount, currentCount) in zip(reference, current)
    where referenceCount > 0 || currentCount > 0 {
      let (c, r) = (currentCount / now, referenceCount / before)
      let slopes = slopes(of: distance, c, r)
      currentSlopes.add(slopes.current, weight: c)
      referenceSlopes.add(slopes.reference, weight: r)
      occupied += 1
      let error = (c * (1 - c) / now + r * (1 - r) / before).squareRoot()
      if (c - r).magnitude < z * error { unclear += error }
    }
    let spread = (currentSlopes.variance / now + referenceSlopes.variance / before).squareRoot()
    let perBin = (occupied - 1) * (1 / now + 1 / before)
    func around(_ value: Double, chance: Double) -> Interval {
      let centre = value - chance
      return Interval(
        lower: max(0, centre - z * spread), upper: max(value, centre + z * spread))
    }
    switch distance {
    case .jensenShannon, .hellinger:
      let square = around(value * value, chance: perBin / 8)
      let highest = distance == .hellinger ? 1 : log(2.0)
      return Interval(
        lower: square.lower.squareRoot(), upper: min(highest, square.upper).squareRoot())
    case .kullbackLeibler:
      return around(value, chance: perBin / 2)
    case .totalVariation:
      return Interval(
        lower: max(0, value - meanAbsoluteNormal * unclear / 2 - z * spread),
        upper: min(1, value + z * spread))
    }
  }

  /// The slopes of one bin; 0 on a side without rows there, where they have no weight.
  private func slopes(
    of distance: Distance, _ c: Double, _ r: Double
  ) -> (current: Double, reference: Double) {
    switch distance {
    case .jensenShannon:
      let mean = (c + r) / 2
      return (c > 0 ? log(c / mean) / 2 : 0, r > 0 ? log(r / mean) / 2 : 0)
    case .hellinger:
      return (
        c > 0 ? -(r / c).squareRoot() / 2 : 0, r > 0 ? -(c / r).squareRoot() / 2 : 0
      )
    case .kullbackLeibler:
      let (raisedC, raisedR) = (max(c, floor), max(r, floor))
      return (
        c > floor ? log(raisedC / raisedR) + 1 : 0, r > floor ? -raisedC / raisedR : 0
      )
    case .totalVariation:
      let sign = c > r ? 0.5 : c < r ? -0.5 : 0
      return (sign, -sign)
    }
  }
}
