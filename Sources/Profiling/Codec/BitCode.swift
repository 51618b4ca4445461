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
    let (words, last) = (words, word)
    let tail = Int((filled + 7) / 8)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: words.count * 8 + tail))
    var target = bytes.mutableSpan
    for index in words.indices {
      for byte in 0..<8 {
        let part = words[index] &>> UInt64(8 &* byte)
        target[start &+ 8 &* index &+ byte] = UInt8(truncatingIfNeeded: part)
      }
    }
    for byte in 0..<tail {
      let part = last &>> UInt64(8 &* byte)
      target[start + 8 * words.count + byte] = UInt8(truncatingIfNeeded: part)
    }
    self.words = []
    (word, filled) = (0, 0)
  }
}

/// Reads what ``BitWriter`` wrote.
struct BitReader {
  private let bytes: ArraySlice<UInt8>
  /// Index of the byte that comes next into the window.
  private var next: Int
  /// Bits that were taken from the bytes and not read yet, lowest first; zeros above them.
  private var window: UInt64 = 0
  /// How many bits the window holds.
  private var held: UInt64 = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Whole bytes that were read, the last of them perhaps not to its end.
  var consumed: Int { next - bytes.startIndex - Int(held / 8) }

  /// Fills the window to more than 56 bits, as long as there are bytes.
  private mutating func fill() {
    while held <= 56, next < bytes.endIndex {
      window |= UInt64(bytes[next]) &<< held
      next += 1
      held += 8
    }
  }

  /// - Parameter width: At most 56, and no more than the window holds.
  private mutating func take(_ width: UInt64) -> UInt64 {
    let result = window & ((1 &<< width) &- 1)
    window &>>= width
    held -= width
    return result
  }

  /// - Parameter width: At most 64.
  mutating func number(width: UInt64) throws(ProfileCodecError) -> UInt64 {
    guard width <= 56 else {
      let lower = try number(width: 32)
      return lower | (try number(width: width - 32)) << 32
    }
    if held < width { fill() }
    guard held >= width else { throw .truncated }
    return take(width)
  }

  mutating func rice(parameter: UInt64) throws(ProfileCodecError) -> UInt64 {
    if held <= RiceCode.longest { fill() }
    // Zeros stand above what the window holds, so that no more ones are counted than there are bits.
    let upper = UInt64((~window).trailingZeroBitCount)
    if upper >= RiceCode.longest {
      _ = take(RiceCode.longest)
      return try number(width: 64)
    }
    guard upper < held else { throw .truncated }
    _ = take(upper + 1)
    return upper << parameter | (try number(width: parameter))
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
    let last = min(near + 1, 63, first + 3)
    // The bits of all upper parts, of up to four parameters at once.
    var uppers: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var large: [UInt64] = []
    for number in numbers {
      let upper = number &>> first
      guard upper < longest else {
        large.append(upper)
        continue
      }
      uppers.0 &+= upper
      uppers.1 &+= upper &>> 1
      uppers.2 &+= upper &>> 2
      uppers.3 &+= upper &>> 3
    }
    let sums: InlineArray<4, UInt64> = [uppers.0, uppers.1, uppers.2, uppers.3]
    var (best, bestSize) = (first, UInt64.max)
    for parameter in first...last {
      let step = Int(parameter - first)
      var size = sums[step] &+ UInt64(numbers.count - large.count) &* (1 &+ parameter)
      for number in large {
        let upper = number &>> UInt64(step)
        size &+= upper < longest ? upper &+ 1 &+ parameter : longest &+ 64
      }
      if size < bestSize { (best, bestSize) = (parameter, size) }
    }
    return best
  }
}
