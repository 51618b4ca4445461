/// Benjamini–Hochberg adjustment of p-values for the false discovery rate.
///
///     q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎ · m/j,   at most 1
///
/// Rejecting every hypothesis with q ≤ α keeps the expected share of wrong rejections at or below α
/// when the tests are independent or positively dependent.
///
/// - Parameter pValues: m values in [0, 1], in any order; m = 0 is admitted.
/// - Returns: The adjusted values in the order of the input, each in [p, 1].
/// - Throws: `StatisticsError.Problem.invalidElement` for a value outside [0, 1].
/// - Complexity: O(m log m).
///
/// Source: Y. Benjamini and Y. Hochberg, *J. R. Statist. Soc. B* 57 (1995) 289; as
/// `scipy.stats.false_discovery_control(method="bh")`.
package func benjaminiHochberg(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
  for (index, p) in pValues.enumerated() where !(p >= 0 && p <= 1) {
    throw StatisticsError(.invalidElement(index: index), argument: "pValues")
  }
  // Equal p-values end up with equal results, so their order does not matter.
  let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
  var adjusted = pValues
  var smallest = 1.0
  for rank in order.indices.reversed() {
    smallest = min(smallest, pValues[order[rank]] * Double(pValues.count) / Double(rank + 1))
    adjusted[order[rank]] = smallest
  }
  return adjusted
}
