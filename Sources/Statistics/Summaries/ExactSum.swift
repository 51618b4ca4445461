/// A sum of floating-point numbers without rounding.
///
/// The numbers are added into a fixed-point integer that spans the whole range of `Double`, so the
/// sum does not depend on the order of the additions, and sums merge exactly. Only reading the
/// value rounds, once, to nearest even.
///
/// - Complexity: O(1) per number; 544 bytes once a number was added.
///
/// Source: R. M. Neal, *Fast Exact Summation Using Small and Large Superaccumulators*, 2015.
package struct ExactSum: Sendable {
  /// Digits to the base 2³² with room for carries; digit i weighs 2^(32·i − 1074).
  private var digits: [Int64] = []
  /// Additions since carries were last propagated; a digit holds 2³⁰ of them without overflow.
  private var pending = 0
  /// True when an infinite term was added; the sum then has no finite value.
  private var overflowed = false

  private static let digitCount = 68
  private static let pendingLimit = 1 << 30

  package init() {}

  /// Adds one number; one that is not finite makes the sum infinite.
  package mutating func add(_ number: Double) {
    guard number.isFinite else {
      overflowed = true
      return
    }
    guard number != 0 else { return }
    prepare()
    let bits = number.bitPattern
    let exponent = Int((bits >> 52) & 0x7FF)
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    let significand = exponent == 0 ? fraction : fraction | (1 << 52)
    let position = max(exponent, 1) - 1
    let index = position >> 5
    let shift = UInt64(position & 31)
    let low = Int64((significand << shift) & 0xFFFF_FFFF)
    // (s << shift) >> 32 without losing the bits that leave the word at the top.
    let high = significand >> (32 - shift)
    let middle = Int64(high & 0xFFFF_FFFF)
    let top = Int64(high >> 32)
    if number > 0 {
      digits[index] += low
      digits[index + 1] += middle
      digits[index + 2] += top
    } else {
      digits[index] -= low
      digits[index + 1] -= middle
      digits[index + 2] -= top
    }
  }

  /// Adds ±`magnitude` · 2^(`position` − 1074) exactly.
  ///
  /// - Precondition: `position` is at least 0, and the top bit lies within the range of `Double`.
  mutating func add(_ magnitude: UInt128, at position: Int, isNegative: Bool) {
    guard magnitude != 0 else { return }
    prepare()
    let shift = position & 31
    var index = position >> 5
    var digit = Int64(truncatingIfNeeded: (magnitude << shift) & 0xFFFF_FFFF)
    var rest = magnitude >> (32 - shift)
    while true {
      digits[index] += isNegative ? -digit : digit
      if rest == 0 { return }
      digit = Int64(truncatingIfNeeded: rest & 0xFFFF_FFFF)
      rest >>= 32
      index += 1
    }
  }

  /// Adds the square of a number, exactly unless it overflows or its error term underflows.
  package mutating func addSquare(_ number: Double) {
    addProduct(number, number)
  }

  /// Adds a product, exactly unless it overflows or its error term underflows.
  mutating func addProduct(_ one: Double, _ other: Double) {
    let product = one * other
    add(product)
    if product.isFinite { add((-product).addingProduct(one, other)) }
  }

  /// The sum rounded to the nearest `Double`; infinite after an infinite term or on overflow.
  package var value: Double {
    guard !overflowed else { return .infinity }
    let (isNegative, magnitude) = canonical
    guard let top = magnitude.lastIndex(where: { $0 != 0 }) else { return 0 }
    var window = UInt128(magnitude[top]) << 64
    if top >= 1 { window |= UInt128(magnitude[top - 1]) << 32 }
    if top >= 2 { window |= UInt128(magnitude[top - 2]) }
    // Anything below the window only decides a tie, for which one sticky bit is enough.
    if top >= 3, magnitude[..<(top - 2)].contains(where: { $0 != 0 }) { window |= 1 }
    let rounded = Double(window)
    let scaled = Double(
      sign: .plus, exponent: rounded.exponent + 32 * (top - 2) - 1074,
      significand: rounded.significand)
    return isNegative ? -scaled : scaled
  }

  /// The sum as an unevaluated pair: `value` and what rounding took away, about 106 bits in all.
  package var pair: DoublePair {
    let high = value
    guard high.isFinite else { return DoublePair(high: high, low: 0) }
    var rest = self
    rest.add(-high)
    return DoublePair(high: high, low: rest.value)
  }

  private mutating func prepare() {
    if digits.isEmpty { digits = [Int64](repeating: 0, count: Self.digitCount) }
    pending += 1
    if pending >= Self.pendingLimit {
      propagate()
      pending = 1
    }
  }

  /// Brings every digit but the last into 0 ..< 2³²; the last carries the sign.
  private mutating func propagate() {
    for index in 0..<(Self.digitCount - 1) {
      let carry = digits[index] >> 32
      digits[index] -= carry << 32
      digits[index + 1] += carry
    }
    pending = 0
  }
}

extension ExactSum: Mergeable {
  package mutating func merge(_ other: ExactSum) {
    overflowed = overflowed || other.overflowed
    guard !other.digits.isEmpty else { return }
    if digits.isEmpty {
      digits = other.digits
      pending = other.pending
      return
    }
    if pending + other.pending >= Self.pendingLimit { propagate() }
    for index in digits.indices { digits[index] += other.digits[index] }
    pending += max(other.pending, 1)
  }
}

extension ExactSum: Equatable {
  /// Equal sums, however they came about.
  package static func == (left: ExactSum, right: ExactSum) -> Bool {
    left.overflowed == right.overflowed && left.stored == right.stored
  }
}

extension ExactSum {
  /// Sign and magnitude in the base 2³², least significant digit first: the one canonical form.
  package struct Stored: Equatable, Sendable {
    package let isNegative: Bool
    /// Number of zero digits left out at the low end.
    package let skipped: Int
    package let digits: [UInt32]
    package let overflowed: Bool

    package init(isNegative: Bool, skipped: Int, digits: [UInt32], overflowed: Bool) {
      self.isNegative = isNegative
      self.skipped = skipped
      self.digits = digits
      self.overflowed = overflowed
    }
  }

  /// What a file needs to keep; equal sums give equal values.
  package var stored: Stored {
    let (isNegative, magnitude) = canonical
    guard let top = magnitude.lastIndex(where: { $0 != 0 }),
      let bottom = magnitude.firstIndex(where: { $0 != 0 })
    else { return Stored(isNegative: false, skipped: 0, digits: [], overflowed: overflowed) }
    return Stored(
      isNegative: isNegative, skipped: bottom, digits: Array(magnitude[bottom...top]),
      overflowed: overflowed)
  }

  /// The sum that `stored` came from; `nil` when its digits lie outside the range of `Double`.
  package init?(_ stored: Stored) {
    overflowed = stored.overflowed
    guard !stored.digits.isEmpty else { return }
    guard (0..<Self.digitCount).contains(stored.skipped),
      stored.digits.count <= Self.digitCount - stored.skipped
    else { return nil }
    digits = [Int64](repeating: 0, count: Self.digitCount)
    for (offset, digit) in stored.digits.enumerated() {
      digits[stored.skipped + offset] = stored.isNegative ? -Int64(digit) : Int64(digit)
    }
    pending = 1
  }

  private var canonical: (isNegative: Bool, magnitude: [UInt32]) {
    guard !digits.isEmpty else { return (false, []) }
    var copy = self
    copy.propagate()
    let isNegative = (copy.digits.last ?? 0) < 0
    if isNegative {
      for index in copy.digits.indices { copy.digits[index] = -copy.digits[index] }
      copy.propagate()
    }
    return (isNegative, copy.digits.map { UInt32(truncatingIfNeeded: $0) })
  }
}
