/// Numbers as text, equal on every machine: no locale, no exponent where a reader expects digits.
enum DecimalText {
  /// A coordinate with at most two decimals, without trailing zeros and never `-0`.
  ///
  /// A hundredth of a user unit is far below what any screen or printer can show. A value that is
  /// not finite becomes 0, as a path holding `nan` would not be drawn at all.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((min(max(value, -1e7), 1e7) * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-" + String(whole) : String(whole)
    if rest > 0 {
      text += rest < 10 ? ".0" : "."
      text += String(rest % 10 == 0 ? rest / 10 : rest)
    }
    return text
  }

  /// A coordinate of a path, with at most one decimal: a tenth of a user unit is still finer than a
  /// pixel, and paths are what a chart weighs most by.
  static func pathCoordinate(_ value: Double) -> String {
    coordinate(value.isFinite ? (value * 10).rounded() / 10 : 0)
  }

  /// A number for readers: fixed decimals, thousands set apart by commas, a true minus sign.
  ///
  /// Halves are rounded away from zero, which is what readers were taught. Values too large for
  /// their digits to be exact are given in Swift's shortest round-trip form.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let places = min(max(decimals, 0), 9)
    let scaled = (value.magnitude * powerOfTen(places)).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(value)" }
    var digits = String(Int(scaled))
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    let whole = grouped(digits.dropLast(places))
    let text = places == 0 ? whole : whole + "." + digits.suffix(places)
    return value < 0 && scaled > 0 ? "−" + text : text
  }

  /// 10 to the power of `exponent`; exact up to 22, correctly rounded to 300 within one unit.
  static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<min(exponent.magnitude, 300) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  private static func grouped(_ digits: Substring) -> String {
    guard digits.utf8.count > 3 else { return String(digits) }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }
}
