import Foundation

/// What Stirling's formula leaves of ln Γ(a): δ(a) = ln Γ(a) − ((a − ½) ln a − a + ½ ln 2π).
///
/// Products of gamma functions and powers are computed from δ and `devianceTerm`, because the
/// logarithms themselves are so large for large a that their difference has no correct digits.
///
/// - Parameter a: Greater than 0.
/// - Returns: About 1/(12a) for large a; positive.
/// - Complexity: O(1).
///
/// Source: DLMF 5.11.1; C. Loader, *Fast and accurate computation of binomial probabilities*, 2000.
func stirlingError(_ a: Double) -> Double {
  if a < 16 {
    return logGamma(a).logMagnitude - (a - 0.5) * log(a) + a - 0.9189385332046728
  }
  let u = 1 / (a * a)
  // B₂ₖ / (2k(2k − 1)); the first term left out is below 1e-17 for a ≥ 16.
  let tail = u * (1 / 1188.0 - u * (691 / 360360.0 - u * (1 / 156.0 - u * (3617 / 122400.0))))
  return (1 / 12.0 - u * (1 / 360.0 - u * (1 / 1260.0 - u * (1 / 1680.0 - tail)))) / a
}
