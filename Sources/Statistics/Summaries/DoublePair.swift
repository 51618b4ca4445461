/// A number as the unevaluated sum of two `Double`s: about 106 significant bits.
///
/// Used where one subtraction would cancel most digits, as in a variance from sums.
///
/// Source: T. J. Dekker, *A floating-point technique for extending the available precision*, 1971.
package struct DoublePair: Sendable {
  package let high: Double
  /// What `high` lacks; at most half a unit in its last place.
  package let low: Double

  package init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  package var value: Double { high + low }

  package static func - (left: DoublePair, right: DoublePair) -> DoublePair {
    let sum = left.high - right.high
    let shadow = sum - left.high
    let error = (left.high - (sum - shadow)) + (-right.high - shadow)
    return DoublePair(exactly: sum, error + left.low - right.low)
  }

  package static func * (left: DoublePair, right: DoublePair) -> DoublePair {
    let product = left.high * right.high
    let error = (-product).addingProduct(left.high, right.high)
    return DoublePair(exactly: product, error + left.high * right.low + left.low * right.high)
  }

  package static func / (left: DoublePair, right: Double) -> DoublePair {
    let quotient = left.high / right
    let remainder = left.high.addingProduct(-quotient, right) + left.low
    return DoublePair(exactly: quotient, remainder / right)
  }

  /// Renormalises a sum whose second term is small beside the first.
  private init(exactly larger: Double, _ smaller: Double) {
    high = larger + smaller
    low = smaller - (high - larger)
  }
}
