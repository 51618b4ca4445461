/// Two-sided Mann–Whitney U test.
package struct MannWhitneyTest: Sendable, Equatable {
  /// How the p-value was found.
  package enum Method: String, Sendable {
    /// All arrangements of the two samples were counted.
    case exact
    /// The normal approximation with corrections for ties and continuity was used.
    case asymptotic
  }

  /// U of the reference: pairs in which the reference value is the larger, ties counting ½.
  package let statistic: Double
  /// Probability of a U at least as far from its mean when both samples have one distribution.
  package let pValue: Double
  /// U over the number of pairs: probability that a reference value exceeds a current one, ties
  /// counting ½.
  package let effect: Double
  /// How the p-value was found.
  package let method: Method
}

/// Tests whether one of two samples tends to larger values, from counts per distinct value.
///
///     z = (max(U, n₁n₂ − U) − n₁n₂/2 − ½) / √(n₁n₂/12 · (n + 1 − Σ(t³ − t)/(n(n − 1))))
///
/// The exact distribution of U is used when no value occurs twice, the smaller sample has at most
/// eight values, and there are at most 2·10⁷ pairs; else the normal approximation.
///
/// - Parameters:
///   - reference: Count at each distinct value, in ascending order of value; k ≥ 1 elements.
///   - current: Counts at the same values.
/// - Returns: The test; `.unavailable` with `.noObservations` when a sample is empty and
///   `.noVariation` when all values are equal.
/// - Throws: `StatisticsError` for k = 0, unequal k, or a negative count.
/// - Complexity: O(k), and O(min(n₁, n₂) · n₁n₂) for the exact distribution.
///
/// Source: H. B. Mann and D. R. Whitney, *Ann. Math. Statist.* 18 (1947) 50; the choice of method
/// follows `scipy.stats.mannwhitneyu(method="auto")`.
package func mannWhitneyTest(
  reference: [Int], current: [Int]
) throws(StatisticsError) -> Measured<MannWhitneyTest> {
  try requireMatching(reference, current)
  var below = 0
  var doubledU = 0.0
  var tieSum = 0.0
  var hasTies = false
  for (r, c) in zip(reference, current) {
    // A pair counts 2 when the reference is larger and 1 when both are equal.
    doubledU += Double(r) * Double(2 * below + c)
    below += c
    let group = Double(r + c)
    tieSum += (group * group - 1) * group
    hasTies = hasTies || r + c > 1
  }
  let n1 = reference.reduce(0, +)
  let n2 = below
  guard n1 > 0, n2 > 0 else { return .unavailable(.noObservations) }
  let pairs = Double(n1) * Double(n2)
  let u = doubledU / 2
  let larger = max(u, pairs - u)
  if !hasTies, min(n1, n2) <= 8, pairs <= 2e7 {
    let p = exactUTail(Int(pairs - larger), n1, n2)
    return .measured(
      MannWhitneyTest(
        statistic: u, pValue: min(2 * p, 1), effect: u / pairs, method: .exact))
  }
  let n = Double(n1) + Double(n2)
  let variance = pairs / 12 * (n + 1 - tieSum / (n * (n - 1)))
  let isConstant = zip(reference, current).count(where: { $0 + $1 > 0 }) < 2
  guard !isConstant, variance > 0 else { return .unavailable(.noVariation) }
  let z = (larger - pairs / 2 - 0.5) / variance.squareRoot()
  return .measured(
    MannWhitneyTest(
      statistic: u, pValue: min(2 * NormalDistribution.standard.survival(z), 1),
      effect: u / pairs, method: .asymptotic))
}

/// P(U ≤ u) for two samples without ties.
///
/// The numbers of arrangements are the coefficients of Πᵢ (1 − q^(n₂+i))/(1 − qⁱ), i = 1 … n₁, with
/// n₁ the smaller size; dividing by the number of all arrangements at every step keeps them in
/// range.
///
/// Source: DLMF 26.9.4 and 26.9.8.
private func exactUTail(_ u: Int, _ n1: Int, _ n2: Int) -> Double {
  let small = min(n1, n2)
  let large = max(n1, n2)
  var shares = [Double](repeating: 0, count: u + 1)
  shares[0] = 1
  for i in 1...small {
    let shift = large + i
    if shift <= u {
      for index in (shift...u).reversed() { shares[index] -= shares[index - shift] }
    }
    if i <= u {
      for index in i...u { shares[index] += shares[index - i] }
    }
    let scale = Double(i) / Double(large + i)
    for index in shares.indices { shares[index] *= scale }
  }
  return shares.reduce(0, +)
}
