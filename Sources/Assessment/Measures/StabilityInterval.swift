import Foundation
import Statistics

/// How far the population stability index of two samples is from that of their populations.
///
/// Two samples of one population differ by chance, and the index, which only adds up, is then about
/// (k − 1)·(1/n + 1/m) for k bins: 0.15 for a hundred categories in samples of 800 and 3,400. The
/// interval takes that off and adds the sampling error of the delta method:
///
///     [ psi − (k − 1)(1/n + 1/m) − z·se , psi + z·se ]
///     se² = var(g(c))/n + var(h(r))/m,  g = ln(c/r) + 1 − r/c,  h = −ln(c/r) + 1 − c/r
///
/// Bins below the floor on both sides add nothing; where one side is floored its slope is zero.
///
/// Source: B. Yurdakul, J. Naranjo, *Statistical properties of the population stability index*,
/// Journal of Risk Model Validation 14 (2020), for the distribution under no change.
struct StabilityInterval {
  let floor: Double
  let confidence: ConfidenceLevel

  /// The bounds, of which the lower is never negative.
  func bounds(index: Double, reference: [Int], current: [Int]) -> Interval {
    let before = Double(reference.reduce(0, +))
    let now = Double(current.reduce(0, +))
    var occupied = 0
    var currentSlopes = SlopeSum()
    var referenceSlopes = SlopeSum()
    for (referenceCount, currentCount) in zip(reference, current)
    where referenceCount > 0 || currentCount > 0 {
      occupied += 1
      let share = Double(currentCount) / now
      let base = Double(referenceCount) / before
      let (c, r) = (max(share, floor), max(base, floor))
      let logarithm = log(c / r)
      if share > floor { currentSlopes.add(logarithm + 1 - r / c, weight: share) }
      if base > floor { referenceSlopes.add(-logarithm + 1 - c / r, weight: base) }
    }
    let chance = Double(max(0, occupied - 1)) * (1 / now + 1 / before)
    let error = (currentSlopes.variance / now + referenceSlopes.variance / before).squareRoot()
    let reach = normalReach(confidence: confidence) * error
    return Interval(lower: max(0, index - chance - reach), upper: index + reach)
  }
}
