import Statistics

/// The delta method for a function of shares that sum to 1.
enum DeltaMethod {
  /// Standard error of f(p̂) for p̂ the shares of a multinomial sample.
  ///
  ///     se² = (Σ pᵢ·gᵢ² − (Σ pᵢ·gᵢ)²) / n,   gᵢ = ∂f/∂pᵢ
  ///
  /// The derivatives are central differences; a cell without rows has no share in the sums.
  ///
  /// - Parameters:
  ///   - counts: Rows by cell.
  ///   - function: A smooth function of the cells' counts that does not depend on their sum; `nil`
  ///     where it is undefined.
  /// - Returns: `nil` without rows, or where the function is undefined near the counts.
  /// - Complexity: 2k evaluations for k cells with rows.
  ///
  /// Source: Y. M. M. Bishop, S. E. Fienberg, P. W. Holland, *Discrete Multivariate Analysis*,
  /// MIT Press 1975, section 14.6.
  static func standardError(
    counts: [Int], of function: ([Double]) -> Double?
  ) -> Double? {
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { return nil }
    let shares = counts.map { Double($0) / total }
    let step = 1e-6
    var first = 0.0
    var second = 0.0
    for index in shares.indices where shares[index] > 0 {
      var above = shares
      var below = shares
      let width = step * shares[index]
      above[index] += width
      below[index] -= width
      guard let high = function(above), let low = function(below) else { return nil }
      let slope = (high - low) / (2 * width)
      first += shares[index] * slope
      second += shares[index] * slope * slope
    }
    return (max(0, second - first * first) / total).squareRoot()
  }
}
