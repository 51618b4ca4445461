/// Writes numbers bit by bit, lowest bits first, into bytes.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var word: UInt64 = 0
  private var filled: UInt64 = 0

  /// - Parameters:
  ///   - number: Below 2 to the power of `width`.
  ///   - width: At most 32.
  private mutating func addShort(_ number: UInt64, width: UInt64) {
    word |= number << filled
    filled += width
    while filled >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: word))
      word >>= 8
      filled -= 8
    }
  }

  /// - Parameters:
  ///   - number: Below 2 to the power of `width`.
  ///   - width: At most 64.
  mutating func add(_ number: UInt64, width: UInt64) {
    addShort(number & 0xFFFF_FFFF, width: min(width, 32))
    if width > 32 { addShort(number >> 32, width: width - 32) }
  }

  /// A Golomb–Rice code: the number's upper part in unary, its lower `parameter` bits as they are.
  /// An upper part of ``RiceCode/longest`` or more is marked, and the number written out.
  mutating func add(rice number: UInt64, parameter: UInt64) {
    let upper = number >> parameter
    guard upper < RiceCode.longest else {
      add((1 << RiceCode.longest) - 1, width: RiceCode.longest)
      add(number, width: 64)
      return
    }
    add((1 << upper) - 1, width: upper + 1)
    add(parameter == 0 ? 0 : number & ((1 << parameter) - 1), width: parameter)
  }

  /// Fills the last byte up.
  mutating func finish() {
    if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: word)) }
    (word, filled) = (0, 0)
  }
}

/// Reads what ``BitWriter`` wrote.
struct BitReader {
  private let bytes: ArraySlice<UInt8>
  private var bit = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// Whole bytes that were read, the last of them perhaps not to its end.
  var consumed: Int { (bit + 7) / 8 }

  mutating func number(width: UInt64) throws(ProfileCodecError) -> UInt64 {
    guard bit + Int(width) <= bytes.count * 8 else { throw .truncated }
    var result: UInt64 = 0
    var done: UInt64 = 0
    while done < width {
      let offset = UInt64(bit % 8)
      let taken = min(8 - offset, width - done)
      let part = UInt64(bytes[bytes.startIndex + bit / 8]) >> offset & ((1 << taken) - 1)
      result |= part << done
      done += taken
      bit += Int(taken)
    }
    return result
  }

  mutating func rice(parameter: UInt64) throws(ProfileCodecError) -> UInt64 {
    var upper: UInt64 = 0
    while try number(width: 1) == 1 {
      upper += 1
      if upper == RiceCode.longest { return try number(width: 64) }
    }
    let lower = try number(width: parameter)
    return upper << parameter | lower
  }
}

/// How lists of small numbers become few bits.
///
/// Source: R. F. Rice, *Some practical universal noiseless coding techniques*, JPL 79-22, 1979.
enum RiceCode {
  /// Upper parts from here on are not written in unary.
  static let longest: UInt64 = 24

  /// Of the parameters around the bits of the mean the one under which the numbers take fewest
  /// bits, of equal ones the smallest.
  static func parameter(for numbers: some Collection<UInt64>) -> UInt64 {
    let mean = numbers.reduce(0.0) { $0 + Double($1) } / Double(max(1, numbers.count))
    let near = mean < 1 ? 0 : UInt64(mean.exponent) + 1
    let candidates = (near > 2 ? near - 2 : 0)...min(near + 1, 63)
    return candidates.min {
      (size(of: numbers, parameter: $0), $0) < (size(of: numbers, parameter: $1), $1)
    } ?? near
  }

  /// Bits that the numbers take.
  static func size(of numbers: some Collection<UInt64>, parameter: UInt64) -> UInt64 {
    numbers.reduce(0) { sum, number in
      let upper = number >> parameter
      return sum + (upper < longest ? upper + 1 + parameter : longest + 64)
    }
  }
}
