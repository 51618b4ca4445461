import Foundation

/// Natural logarithm of |Γ(x)|, and the sign of Γ(x).
///
/// Poles (x = 0, −1, −2, …) give +∞ with sign 1.
///
/// - Parameter x: Any finite number.
/// - Returns: ln |Γ(x)| and −1 or 1.
/// - Complexity: O(1).
///
/// Source: DLMF 5.2.1; computed by the C library.
package func logGamma(_ x: Double) -> (logMagnitude: Double, sign: Int) {
  let (value, sign) = lgamma(x)
  return (value, value == .infinity ? 1 : sign)
}

/// Natural logarithm of Γ(x) for positive x.
///
/// - Parameter x: Greater than 0.
/// - Complexity: O(1).
///
/// Source: DLMF 5.2.1; computed by the C library.
package func logGamma(positive x: Double) -> Double {
  precondition(x > 0, "The logarithm of the gamma function is asked for a positive argument.")
  return logGamma(x).logMagnitude
}

/// ln Γ(1 + a) without the loss that forming 1 + a would cause for small a.
///
///     ln Γ(1 + a) = −ln(1 + a) + a(1 − γ) + Σₖ₌₂ (−1)ᵏ (ζ(k) − 1) aᵏ / k
///
/// - Parameter a: In (−0.5, 0.5) the series is used, beyond it the C library; a > −1.
/// - Returns: A value with full relative accuracy also near a = 0, where it is about −γa.
/// - Complexity: O(1).
///
/// Source: DLMF 5.7.3.
func logGammaOnePlus(_ a: Double) -> Double {
  guard abs(a) < 0.5 else { return logGamma(1 + a).logMagnitude }
  var sum = 0.0
  for index in zetaMinusOne.indices.reversed() {
    let k = Double(index + 2)
    let sign = index.isMultiple(of: 2) ? 1.0 : -1.0
    sum = sum * a + sign * zetaMinusOne[index] / k
  }
  let oneMinusEuler = 0.4227843350984671
  return -log1p(a) + a * (oneMinusEuler + a * sum)
}

/// ζ(k) − 1 for k = 2, 3, …, 30; DLMF 25.2.1.
private let zetaMinusOne: [Double] = [
  0.6449340668482264,
  0.2020569031595943,
  0.08232323371113819,
  0.03692775514336993,
  0.01734306198444914,
  0.008349277381922827,
  0.00407735619794434,
  0.0020083928260822143,
  0.0009945751278180853,
  0.0004941886041194645,
  0.0002460865533080483,
  0.00012271334757848915,
  6.124813505870483e-05,
  3.058823630702049e-05,
  1.528225940865187e-05,
  7.637197637899763e-06,
  3.81729326499984e-06,
  1.908212716553939e-06,
  9.539620338727962e-07,
  4.769329867878064e-07,
  2.38450502727733e-07,
  1.1921992596531106e-07,
  5.960818905125948e-08,
  2.980350351465228e-08,
  1.4901554828365043e-08,
  7.45071178983543e-09,
  3.725334024788457e-09,
  1.862659723513049e-09,
  9.313274324196682e-10,
]
