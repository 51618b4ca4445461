/// Writes numbers bit by bit, lowest bits first, into bytes.
struct BitWriter {
  /// What was finished.
  private(set) var bytes: [UInt8] = []
  /// Full words that are not bytes yet.
  private var words: [UInt64] = []
  private var word: UInt64 = 0
  private var filled: UInt64 = 0

  /// - Parameters:
  ///   - number: Below 2 to the power of `width`.
  ///   - width: At most 64.
  mutating func add(_ number: UInt64, width: UInt64) {
    word |= number << filled
    filled += width
    guard filled >= 64 else { return }
    words.append(word)
    filled -= 64
    // What did not fit; shifts by 64 and more give zero.
    word = number >> (width - filled)
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
    let lower = number & ((1 << parameter) - 1)
    if upper + 1 + parameter <= 64 {
      add((1 << upper) - 1 | lower << (upper + 1), width: upper + 1 + parameter)
    } else {
      add((1 << upper) - 1, width: upper + 1)
      add(lower, width: parameter)
    }
  }

  /// Fills the last byte up.
  mutating func finish() {
    let tail = Int((filled + 7) / 8)
    bytes.reserveCapacity(bytes.count + words.count * 8 + tail)
    for word in words {
      for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * byte))) }
    }
    for byte in 0..<tail { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * byte))) }
    words = []
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
  static func parameter(for numbers: [UInt64]) -> UInt64 {
    let mean = numbers.reduce(0.0) { $0 + Double($1) } / Double(max(1, numbers.count))
    let near = mean < 1 ? 0 : UInt64(mean.exponent) + 1
    let first = near > 2 ? near - 2 : 0
    let last = min(near + 1, 63)
    // All four at once; the last ones repeat where there are fewer.
    let candidates: InlineArray<4, UInt64> = [
      first, min(first + 1, last), min(first + 2, last), min(first + 3, last),
    ]
    var sizes = InlineArray<4, UInt64>(repeating: 0)
    for number in numbers {
      for index in 0..<4 {
        let parameter = candidates[index]
        let upper = number >> parameter
        sizes[index] &+= upper < longest ? upper &+ 1 &+ parameter : longest &+ 64
      }
    }
    var best = 0
    for index in 1..<4 where sizes[index] < sizes[best] { best = index }
    return candidates[best]
  }
}
