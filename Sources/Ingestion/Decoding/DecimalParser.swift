/// Reads decimal text as the nearest `Double`, ties to even, as `Double(String)` does, but from bytes.
///
/// The grammar is `[+-] digits [. digits] [(e|E) [+-] digits]` with at least one digit before the
/// exponent. Names such as "inf" and "nan", hexadecimal digits and separators of thousands are not
/// numbers here, nor is anything too large for a finite `Double`.
enum DecimalParser {
  /// - Complexity: O(n); constant memory but for numbers of 20 or more digits.
  static func parse(_ bytes: Span<UInt8>, _ cell: CellRange) -> Double? {
    var position = cell.start
    let end = cell.end
    var isNegative = false
    if position < end, bytes[position] == Byte.minus || bytes[position] == Byte.plus {
      isNegative = bytes[position] == Byte.minus
      position += 1
    }
    let digitsStart = position
    var mantissa: UInt64 = 0
    var significant = 0
    var digits = 0
    var fraction = 0
    var point: Int?
    while position < end {
      let digit = bytes[position] &- Byte.zero
      if digit <= 9 {
        // Wraps beyond 19 significant digits; the value is not used then.
        mantissa = mantissa &* 10 &+ UInt64(digit)
        if mantissa != 0 || significant != 0 { significant += 1 }
        digits += 1
        if point != nil { fraction += 1 }
      } else if bytes[position] == Byte.point, point == nil {
        point = position
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return nil }
    let digitsEnd = position
    var exponent = 0
    if position < end {
      guard let written = self.exponent(bytes, position, end) else { return nil }
      exponent = written
    }
    exponent -= fraction
    var magnitude: Double? = nil
    if significant <= 19 { magnitude = exact(mantissa, exponent) }
    if magnitude == nil {
      let digits = CellRange(digitsStart, digitsEnd)
      magnitude = general(bytes, digits, significant: significant, exponent: exponent)
    }
    guard let magnitude, magnitude.isFinite else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  enum Byte {
    static let zero = UInt8(ascii: "0")
    static let plus = UInt8(ascii: "+")
    static let minus = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")
  }

  /// Larger exponents than any text within a record can make up for with its digits.
  private static let exponentLimit = 1 << 40

  /// The exponent written from an `e` at `start` to the end, or nil if that is something else.
  private static func exponent(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var position = start + 1
    var isNegative = false
    if position < end, bytes[position] == Byte.minus || bytes[position] == Byte.plus {
      isNegative = bytes[position] == Byte.minus
      position += 1
    }
    guard position < end else { return nil }
    var value = 0
    while position < end {
      let digit = bytes[position] &- Byte.zero
      guard digit <= 9 else { return nil }
      value = min(value * 10 + Int(digit), exponentLimit)
      position += 1
    }
    return isNegative ? -value : value
  }

  // MARK: - Rounding

  /// mantissa · 10^exponent, where integer or one floating operation gives it correctly rounded.
  private static func exact(_ mantissa: UInt64, _ exponent: Int) -> Double? {
    if mantissa == 0 { return 0 }
    // Both operands are exact, so the one operation rounds once.
    if mantissa <= 1 << 53, (-22...22).contains(exponent) {
      let value = Double(mantissa)
      return exponent < 0 ? value / powersOfTen[-exponent] : value * powersOfTen[exponent]
    }
    if (-19...0).contains(exponent) { return quotient(mantissa, wholePowersOfTen[-exponent]) }
    return nil
  }

  /// dividend / divisor, both positive, rounded to nearest, ties to even.
  ///
  /// With both shifted until their top bits are set, the quotient of dividend · 2^63 has 63 or 64
  /// bits; with the remainder as a sticky bit these are more than rounding to 53 bits needs.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    let dividendShift = dividend.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let high = dividend << dividendShift
    let (bits, remainder) = (divisor << divisorShift).dividingFullWidth((high >> 1, high << 63))
    let dropped = 11 - bits.leadingZeroBitCount
    let half: UInt64 = 1 << (dropped - 1)
    let tail = bits & (half << 1 - 1)
    var kept = bits >> dropped
    if tail > half || (tail == half && (remainder != 0 || kept & 1 == 1)) { kept += 1 }
    let scale = dropped - 63 + divisorShift - dividendShift
    return Double(sign: .plus, exponent: scale, significand: Double(kept))
  }

  /// The general case, left to the standard library.
  ///
  /// - Parameters:
  ///   - digits: The digits, perhaps with a point among them that is ignored.
  ///   - significant: How many digits there are from the first that is not 0.
  private static func general(
    _ bytes: Span<UInt8>, _ digits: CellRange, significant: Int, exponent: Int
  ) -> Double? {
    // The value lies in [10^(order - 1), 10^order). These bounds, well outside those of Double,
    // spare the library exponents of any length.
    let order = significant + exponent
    if order > 400 { return nil }
    if order < -400 { return 0 }
    var text: [UInt8] = []
    text.reserveCapacity(digits.count)
    for index in digits.start..<digits.end where bytes[index] != Byte.point {
      text.append(bytes[index])
    }
    return Double("\(String(decoding: text, as: UTF8.self))e\(exponent)")
  }
}

let powersOfTen: InlineArray<23, Double> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

private let wholePowersOfTen: InlineArray<20, UInt64> = [
  1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]
