/// Value of b₀ + a₁/(b₁ + a₂/(b₂ + …)).
///
/// Stops when a further term changes the value by less than one rounding error, or after `limit`
/// terms.
///
/// - Parameters:
///   - leading: b₀.
///   - limit: Largest number of terms; the fractions of this module need O(√shape) near their mean.
///   - term: aᵢ and bᵢ for i = 1, 2, …
/// - Returns: The value, which may be negative.
/// - Complexity: O(number of terms).
///
/// Source: W. Lentz, *Applied Optics* 15 (1976) 668, as modified by Thompson and Barnett,
/// *J. Comput. Phys.* 64 (1986) 490.
@inline(__always)
func continuedFraction(
  leading: Double, limit: Int = 2_000_000, term: (Double) -> (a: Double, b: Double)
) -> Double {
  let tiny = 1e-300
  var value = leading == 0 ? tiny : leading
  var c = value
  var d = 0.0
  for index in 1...limit {
    let (a, b) = term(Double(index))
    d = b + a * d
    if d == 0 { d = tiny }
    c = b + a / c
    if c == 0 { c = tiny }
    d = 1 / d
    let factor = c * d
    value *= factor
    if abs(factor - 1) < .ulpOfOne { break }
  }
  return value
}
