/// The digits after a decimal point, cut to thousandths.
struct DecimalFraction {
  /// 0 to 999.
  private(set) var thousandths: Int64 = 0

  /// Whether a digit other than 0 follows the third.
  private(set) var hasMore = false

  var isZero: Bool { thousandths == 0 && !hasMore }

  /// Reads nothing at all as zero, or a point with at least one digit; nil for anything else.
  init?(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    if start == end { return }
    guard bytes[start] == UInt8(ascii: "."), start + 1 < end else { return nil }
    var weight: Int64 = 100
    for position in (start + 1)..<end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      thousandths += Int64(digit) * weight
      if weight == 0, digit != 0 { hasMore = true }
      weight /= 10
    }
  }
}
