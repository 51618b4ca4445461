import Foundation
import Statistics

/// The interval of a standard deviation that also holds where values are not normal.
///
///     exp(ln(c·s²) ± z·c·√((γ̂ − (n − 3)/n)/(n − 1)))^½,   c = n/(n − z)
///     γ̂ = n·Σ(x − m)⁴ / (Σ(x − x̄)²)²
///
/// m is the mean without the share 1/(2√(n − 4)) of the values at either end, so that one value far
/// out does not hide the weight of a tail.
///
/// Source: D. G. Bonett, *Computational Statistics & Data Analysis* 50 (2006) 775–782.
struct SpreadInterval {
  let confidence: ConfidenceLevel

  /// - Parameter points: Values, ascending, with how often they occur.
  /// - Returns: `nil` for fewer than five values or no spread.
  func bounds(points: [WeightedPoint]) -> Interval? {
    let n = points.reduce(0) { $0 + $1.weight }
    let z = normalReach(confidence: confidence)
    guard n > 4, n > z else { return nil }
    let mean = points.reduce(0) { $0 + $1.weight * $1.value } / n
    let squares = sum(points, 2, around: mean)
    guard squares > 0 else { return nil }
    let centre = Self.trimmedMean(points, count: n, share: 1 / (2 * (n - 4).squareRoot()))
    let kurtosis = n * sum(points, 4, around: centre) / (squares * squares)
    let c = n / (n - z)
    let variance = squares / (n - 1)
    let reach = z * c * (max(0, kurtosis - (n - 3) / n) / (n - 1)).squareRoot()
    return Interval(
      lower: (c * variance * exp(-reach)).squareRoot(),
      upper: (c * variance * exp(reach)).squareRoot())
  }

  private func sum(_ points: [WeightedPoint], _ power: Int, around centre: Double) -> Double {
    points.reduce(0) { sum, point in
      let square = (point.value - centre) * (point.value - centre)
      return sum + point.weight * (power == 2 ? square : square * square)
    }
  }

  /// The mean of ascending values without ⌊share·n⌋ of them at either end.
  private static func trimmedMean(
    _ points: [WeightedPoint], count: Double, share: Double
  ) -> Double {
    let cut = (share * count).rounded(.down)
    var seen = 0.0
    var sum = 0.0
    for point in points {
      let kept = min(seen + point.weight, count - cut) - max(seen, cut)
      if kept > 0 { sum += kept * point.value }
      seen += point.weight
    }
    return sum / (count - 2 * cut)
  }
}
