/// Decimal text without locale: comma between thousands, point, true minus sign.
enum NumberText {
  static let minus = "\u{2212}"

  /// A whole number, such as `1,274`.
  static func grouped(_ number: Int) -> String {
    (number < 0 ? minus : "") + grouped(digits: String(number.magnitude))
  }

  /// A number with exactly `decimals` digits after the point, halves away from zero.
  ///
  /// A number that rounds to zero has no sign. From 10¹⁵ on, where a `Double` has no decimals left
  /// to show, it is written with a power of ten.
  /// Fewer than no decimals round to tens, hundreds and so on.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "\(minus)∞" : "∞" }
    guard decimals >= 0 else { return fixed(rounded(value, decimals: decimals), decimals: 0) }
    let scale = power(decimals)
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return scientific(value) }
    var digits = String(Int(scaled))
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let whole = grouped(digits: String(digits.dropLast(decimals)))
    let text = decimals == 0 ? whole : whole + "." + digits.suffix(decimals)
    return value < 0 && scaled > 0 ? minus + text : text
  }

  /// The number nearest to `value` that has so many decimals, halves away from zero.
  static func rounded(_ value: Double, decimals: Int) -> Double {
    let scale = power(decimals.magnitude)
    return decimals < 0
      ? (value / scale).rounded(.toNearestOrAwayFromZero) * scale
      : (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  /// Two significant digits and a power of ten, such as `1.2 × 10⁻⁷`.
  static func scientific(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var exponent = 0
    var mantissa = value.magnitude
    while mantissa >= 9.95 {
      mantissa /= 10
      exponent += 1
    }
    while mantissa < 0.995 {
      mantissa *= 10
      exponent -= 1
    }
    let superscript = String(exponent).map { raised[$0] ?? $0 }
    return (value < 0 ? minus : "") + fixed(mantissa, decimals: 1) + " × 10" + String(superscript)
  }

  /// The fewest decimals, at most six, that show the number exactly; `nil` where six do not.
  static func exactDecimals(_ value: Double) -> Int? {
    (0...6).first { places in
      let scaled = value * power(places)
      return (scaled - scaled.rounded()).magnitude <= 1e-9 * max(1, scaled.magnitude)
    }
  }

  /// A written number from 0 on as a percentage in the same digits: `0.54` as `54 %`, `0.593` as
  /// `59.3 %`.
  ///
  /// - Returns: `nil` for a text that is no such number.
  static func percent(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let padded = decimals + String(repeating: "0", count: max(0, 2 - decimals.count))
    let shifted = String((whole + padded.prefix(2)).drop { $0 == "0" })
    let rest = padded.dropFirst(2)
    return (shifted.isEmpty ? "0" : shifted) + (rest.isEmpty ? "" : "." + rest) + " %"
  }

  static func power(_ exponent: some BinaryInteger) -> Double {
    (0..<Int(exponent)).reduce(1.0) { product, _ in product * 10 }
  }

  private static func grouped(digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "-": "⁻",
  ]
}
