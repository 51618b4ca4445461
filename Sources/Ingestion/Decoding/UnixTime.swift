/// Reads Unix time written as `[-] digits [. digits]`.
///
/// The unit follows from the size: below 10^11 seconds (until the year 5138), below 10^14
/// milliseconds, below 10^17 microseconds, else nanoseconds. Seconds are never confused with
/// milliseconds after March 1973, which is before the first machine-learning log.
enum UnixTime {
  /// Milliseconds since 1970-01-01 00:00 UTC, rounded down; nil if the text is something else.
  static func milliseconds(_ bytes: Span<UInt8>, _ cell: CellRange) -> Int64? {
    var position = cell.start
    let isNegative = position < cell.end && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    var whole: Int64 = 0
    while position < cell.end, let digit = digit(bytes[position]) {
      let (tenfold, overflows) = whole.multipliedReportingOverflow(by: 10)
      let (sum, carries) = tenfold.addingReportingOverflow(digit)
      if overflows || carries { return nil }
      whole = sum
      position += 1
    }
    guard position > start,
      let fraction = DecimalFraction(bytes, from: position, to: cell.end)
    else { return nil }

    let magnitude: Int64
    let isCut: Bool
    switch whole {
    case ..<100_000_000_000:
      magnitude = whole * 1_000 + fraction.thousandths
      isCut = fraction.hasMore
    case ..<100_000_000_000_000:
      magnitude = whole
      isCut = !fraction.isZero
    case ..<100_000_000_000_000_000:
      magnitude = whole / 1_000
      isCut = whole % 1_000 != 0 || !fraction.isZero
    default:
      magnitude = whole / 1_000_000
      isCut = whole % 1_000_000 != 0 || !fraction.isZero
    }
    // Rounding down moves a negative instant away from zero.
    return isNegative ? -magnitude - (isCut ? 1 : 0) : magnitude
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    let digit = byte &- UInt8(ascii: "0")
    return digit <= 9 ? Int64(digit) : nil
  }
}
