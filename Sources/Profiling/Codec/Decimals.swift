/// Numbers that are whole multiples of a unit: of a power of ten, or, as spans of time are kept in
/// days, of a second or a millisecond.
enum Decimals {
  /// How many of each unit one has, which a `Double` holds exactly; more decimals seldom mean a decimal
  /// number.
  private static let units: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 86_400, 86_400_000,
  ]

  /// How many of the units are powers of ten.
  private static let powerCount = 13

  static var unitCount: Int { units.count }

  /// The numbers as whole ones, in their order, and the number of their unit, if each comes back to the
  /// bit: the quotient of two exact numbers is rounded as the text of the decimal, or the span of time,
  /// was.
  static func wholes(_ numbers: [Double]) -> (wholes: [UInt64], unit: Int)? {
    guard let decimals = decimals(numbers) else { return partOfDay(numbers) }
    return decimals.wholes.map { ($0, decimals.unit) }
  }

  /// - Precondition: `unit` is below ``unitCount``.
  static func number(_ whole: UInt64, unit: Int) -> Double {
    Double(Int64(bitPattern: whole ^ (1 << 63))) / units[unit]
  }

  /// The fewest decimals with which each number by itself is whole; those of all are enough for most, else
  /// there are no whole numbers.
  private static func decimals(_ numbers: [Double]) -> (wholes: [UInt64]?, unit: Int)? {
    var unit = 0
    var wholes: [UInt64] = []
    wholes.reserveCapacity(numbers.count)
    var start = 0
    for (index, number) in numbers.enumerated() {
      while true {
        if let whole = whole(number, unit) {
          wholes.append(code(of: whole))
          break
        }
        unit += 1
        // Those before have to be written anew, see below.
        start = index
        if unit == powerCount { return nil }
      }
    }
    for index in 0..<start {
      guard let whole = whole(numbers[index], unit) else { return (nil, unit) }
      wholes[index] = code(of: whole)
    }
    return (wholes, unit)
  }

  private static func partOfDay(_ numbers: [Double]) -> (wholes: [UInt64], unit: Int)? {
    for unit in powerCount..<units.count {
      var wholes: [UInt64] = []
      for number in numbers {
        guard let whole = whole(number, unit) else { break }
        wholes.append(code(of: whole))
      }
      if wholes.count == numbers.count { return (wholes, unit) }
    }
    return nil
  }

  private static func code(of whole: Int64) -> UInt64 { UInt64(bitPattern: whole) ^ (1 << 63) }

  private static func whole(_ number: Double, _ unit: Int) -> Int64? {
    let scaled = (number * units[unit]).rounded()
    guard scaled.magnitude < 0x1p53, scaled / units[unit] == number else { return nil }
    return Int64(scaled)
  }
}
