import Foundation
import Statistics

/// The interval of R² = 1 − Σ(y − ŷ)²/Σ(y − ȳ)², made on the scale ln(1 − R²).
///
/// By the delta method, for errors that do not depend on the prediction and nearly normal
/// predictions,
///
///     var ln(1 − R²) = V(R²)/n,  V(x) = x·((v + 2)·x + 4·(1 − x)),  v = var(e²)/(mean of e²)²
///
/// v is measured, so heavy tails of the errors count. For normal errors, v = 2, this is the classical
/// 4R²/n. The bounds are the values x with |ln(1 − R²) − ln(1 − x)| = z·√(V(x)/n): the variance is
/// taken at the bound, because near 0 it changes faster than R² is known. For R² ≤ 0, where the
/// assumption does not hold, both sums are taken as independent, V = v + 2, which is wide.
///
/// Source: for normal values I. Olkin, J. D. Finn, *Psychological Bulletin* 118 (1995) 155–164; for
/// the variance at the bound E. B. Wilson, *J. American Statistical Association* 22 (1927) 209.
struct DeterminationInterval {
  let confidence: ConfidenceLevel

  /// - Parameters:
  ///   - value: R².
  ///   - squaredErrors: Moments of (y − ŷ)².
  /// - Returns: `nil` for fewer than three rows or without errors.
  func bounds(_ value: Double, squaredErrors: Moments) -> Interval? {
    guard squaredErrors.count > 2, let mean = squaredErrors.mean, mean > 0,
      let spread = squaredErrors.variance
    else { return nil }
    let n = Double(squaredErrors.count)
    let weight = spread / (mean * mean)
    let reach = normalReach(confidence: confidence) / n.squareRoot()
    guard value > 0 else {
      let half = reach * (weight + 2).squareRoot()
      return Interval(lower: 1 - (1 - value) * exp(half), upper: 1 - (1 - value) * exp(-half))
    }
    // Positive inside the interval, negative beyond it.
    func slack(_ x: Double) -> Double {
      let error = reach * (x * ((weight + 2) * x + 4 * (1 - x))).squareRoot()
      return error - (log1p(-value) - log1p(-x)).magnitude
    }
    return Interval(
      lower: Self.root(of: slack, inside: value, outside: 0),
      upper: Self.root(of: slack, inside: value, outside: 1))
  }

  /// Where `slack` changes its sign between two points; halves until neighbours are reached.
  private static func root(
    of slack: (Double) -> Double, inside: Double, outside: Double
  ) -> Double {
    var (inside, outside) = (inside, outside)
    for _ in 0..<80 {
      let middle = inside + (outside - inside) / 2
      if slack(middle) > 0 { inside = middle } else { outside = middle }
    }
    return inside + (outside - inside) / 2
  }
}
