import Foundation

/// Error function erf x = 2/√π ∫₀ˣ e^(−t²) dt.
///
/// - Returns: A value in [−1, 1], odd in x.
/// - Complexity: O(1).
///
/// Source: DLMF 7.2.1; computed by the C library.
package func errorFunction(_ x: Double) -> Double { erf(x) }

/// Complementary error function erfc x = 1 − erf x, without cancellation for large x.
///
/// - Returns: A value in [0, 2]; 0 above x ≈ 27.2, where `logComplementaryErrorFunction` goes on.
/// - Complexity: O(1).
///
/// Source: DLMF 7.2.2; computed by the C library.
package func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }

/// Scaled complementary error function erfcx x = e^(x²) erfc x.
///
/// - Returns: A positive value, about 1/(x√π) for large x; +∞ below x ≈ −26.6.
/// - Complexity: O(1), at most some 60 terms of the continued fraction.
///
/// Source: DLMF 7.2.3 and 7.9.1.
package func scaledComplementaryErrorFunction(_ x: Double) -> Double {
  if x < 2 { return exp(x * x) * erfc(x) }
  if x > 1e8 { return 0.5641895835477563 / x }
  // √π eˣ² erfc x = 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …))))
  return 0.5641895835477563 / continuedFraction(leading: x) { i in (i / 2, x) }
}

/// Natural logarithm of erfc x, finite for every finite x below about 1e154.
///
/// - Returns: A value in [−∞, ln 2].
/// - Complexity: O(1).
///
/// Source: DLMF 7.2.2, 7.2.3.
package func logComplementaryErrorFunction(_ x: Double) -> Double {
  if x < 0.5 { return log1p(-erf(x)) }
  return log(scaledComplementaryErrorFunction(x)) - x * x
}
