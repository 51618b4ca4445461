import Foundation

/// Edges of bins of equal width, as `numpy.histogram_bin_edges` cuts them.
///
/// NumPy widens bins of a column of whole numbers to at least 1; here a column has no such type, so
/// columns of whole numbers with very many rows and few values are cut finer than there. Under
/// Sturges' rule that takes more than 2²⁰ rows within a range of 21.
enum EqualWidthEdges {
  /// Edges by Sturges' rule: a width of range / (log₂ n + 1).
  ///
  /// - Parameters:
  ///   - count: Number of values, at least 1.
  ///   - range: Smallest and largest value.
  /// - Returns: At least two edges, ascending.
  ///
  /// Source: H. A. Sturges, *J. American Statistical Association* 21 (1926) 65; NumPy.
  static func sturges(count: Int, range: ClosedRange<Double>) -> [Double] {
    let spread = range.upperBound - range.lowerBound
    return edges(over: range, width: spread / (log2(Double(count)) + 1))
  }

  /// Edges by Doane's rule, which adds bins for skewed values.
  ///
  ///     width = range / (1 + log₂ n + log₂(1 + |g₁|/σ)),  σ = √(6(n − 2)/((n + 1)(n + 3)))
  ///
  /// - Parameters:
  ///   - points: Distinct values with how often they occur.
  ///   - range: Smallest and largest value.
  /// - Returns: At least two edges, ascending; one bin for fewer than three values or no spread.
  ///
  /// Source: D. P. Doane, *The American Statistician* 30 (1976) 181; NumPy.
  static func doane(points: [WeightedPoint], range: ClosedRange<Double>) -> [Double] {
    let n = points.reduce(0) { $0 + $1.weight }
    guard n > 2 else { return edges(over: range, width: 0) }
    let mean = points.reduce(0) { $0 + $1.weight * $1.value } / n
    let variance =
      points.reduce(0) { $0 + $1.weight * ($1.value - mean) * ($1.value - mean) } / n
    guard variance > 0 else { return edges(over: range, width: 0) }
    let deviation = variance.squareRoot()
    let skewness =
      points.reduce(0) { sum, point in
        let z = (point.value - mean) / deviation
        return sum + point.weight * z * z * z
      } / n
    let error = (6 * (n - 2) / ((n + 1) * (n + 3))).squareRoot()
    let spread = range.upperBound - range.lowerBound
    return edges(over: range, width: spread / (1 + log2(n) + log2(1 + skewness.magnitude / error)))
  }

  private static func edges(over range: ClosedRange<Double>, width: Double) -> [Double] {
    // One value alone gets a bin of width 1 around it.
    let isPoint = range.lowerBound == range.upperBound
    let first = isPoint ? range.lowerBound - 0.5 : range.lowerBound
    let last = isPoint ? range.upperBound + 0.5 : range.upperBound
    let bins = width > 0 ? Int(((last - first) / width).rounded(.up)) : 1
    let step = (last - first) / Double(bins)
    return (0..<bins).map { Double($0) * step + first } + [last]
  }
}

/// A value with how often it occurs.
struct WeightedPoint {
  let value: Double
  let weight: Double
}
