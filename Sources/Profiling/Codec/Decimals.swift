/// Numbers that are whole multiples of a power of ten.
enum Decimals {
  /// Powers of ten that a `Double` holds exactly; more decimals seldom mean a decimal number.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
  ]

  static var exponents: Int { powers.count }

  /// The numbers as whole ones, in their order, if each comes back to the bit: the quotient of two
  /// exact numbers is rounded as the text of the decimal was.
  static func wholes(_ numbers: [Double]) -> (wholes: [UInt64], exponent: Int)? {
    var exponent = 0
    for number in numbers {
      while whole(number, exponent) == nil {
        exponent += 1
        if exponent == powers.count { return nil }
      }
    }
    var wholes: [UInt64] = []
    wholes.reserveCapacity(numbers.count)
    for number in numbers {
      guard let whole = whole(number, exponent) else { return nil }
      wholes.append(UInt64(bitPattern: whole) ^ (1 << 63))
    }
    return (wholes, exponent)
  }

  /// - Precondition: `exponent` is below ``exponents``.
  static func number(_ whole: UInt64, exponent: Int) -> Double {
    Double(Int64(bitPattern: whole ^ (1 << 63))) / powers[exponent]
  }

  private static func whole(_ number: Double, _ exponent: Int) -> Int64? {
    let scaled = (number * powers[exponent]).rounded()
    guard scaled.magnitude < 0x1p53, scaled / powers[exponent] == number else { return nil }
    return Int64(scaled)
  }
}
