import Foundation

/// Deviance of an observed amount x from its expectation m: x ln(x/m) + m − x.
///
/// - Parameters:
///   - x: Observed amount, at least 0.
///   - m: Expected amount, at least 0.
/// - Returns: A value ≥ 0 with full relative accuracy also where x ≈ m; +∞ for m = 0 < x.
/// - Complexity: O(1).
///
/// Source: C. Loader, 2000, equation for D₀.
func devianceTerm(_ x: Double, mean m: Double) -> Double {
  if x == 0 { return m }
  if m == 0 { return .infinity }
  let difference = x - m
  let v = difference / (x + m)
  guard abs(v) < 0.1 else {
    let quotient = x / m
    // One logarithm loses less than the difference of two, but needs a quotient inside the number
    // range.
    let logarithm = quotient > 1e-300 && quotient < 1e300 ? log(quotient) : log(x) - log(m)
    return x * logarithm - difference
  }
  // ln(x/m) = 2 artanh v, and x − m cancels against the first term of its series.
  var sum = difference * v
  var power = 2 * x * v
  var odd = 1.0
  while true {
    power *= v * v
    odd += 2
    let next = sum + power / odd
    if next == sum { return sum }
    sum = next
  }
}
