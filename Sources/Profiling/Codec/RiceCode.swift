/// How lists of small numbers become few bits: of each its upper part in unary, as ones and a zero, and its
/// lower bits as they are, lowest first. An upper part of ``longest`` or more is marked by as many ones, and the
/// number written out in 64 bits.
///
/// Source: R. F. Rice, *Some practical universal noiseless coding techniques*, JPL 79-22, 1979.
struct RiceCode {
  /// Upper parts from here on are not written in unary.
  static let longest: UInt64 = 24

  /// How many lower bits are written as they are.
  let parameter: UInt64
  /// What the numbers take.
  let bitCount: UInt64

  /// Of the parameters around the bits of the mean the one under which the numbers take fewest
  /// bits, of equal ones the smallest.
  init(for numbers: [UInt64]) {
    let numbers = numbers.span
    // Halves of numbers, whose sums do not overflow.
    var (low, high, union): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for index in numbers.indices {
      low &+= numbers[index] & 0xFFFF_FFFF
      high &+= numbers[index] &>> 32
      union |= numbers[index]
    }
    let mean = (Double(high) * 0x1p32 + Double(low)) / Double(max(1, numbers.count))
    let near = mean < 1 ? 0 : UInt64(mean.exponent) + 1
    let first = near > 2 ? near - 2 : 0
    let last = min(near + 1, 63, first + 3)
    let sizes =
      union &>> first < Self.longest
      ? Self.sizes(of: numbers, from: first) : Self.sizesWithLarge(numbers, from: first)
    var (best, bestSize) = (first, UInt64.max)
    for parameter in first...last where sizes[Int(parameter - first)] < bestSize {
      (best, bestSize) = (parameter, sizes[Int(parameter - first)])
    }
    parameter = best
    bitCount = bestSize
  }

  /// Bits under each of four parameters, of numbers with short upper parts.
  private static func sizes(of numbers: Span<UInt64>, from first: UInt64) -> InlineArray<4, UInt64>
  {
    var uppers: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for index in numbers.indices {
      let upper = numbers[index] &>> first
      uppers.0 &+= upper
      uppers.1 &+= upper &>> 1
      uppers.2 &+= upper &>> 2
      uppers.3 &+= upper &>> 3
    }
    let lower = UInt64(numbers.count) &* (1 &+ first)
    let more = UInt64(numbers.count)
    return [
      uppers.0 &+ lower, uppers.1 &+ lower &+ more, uppers.2 &+ lower &+ 2 &* more,
      uppers.3 &+ lower &+ 3 &* more,
    ]
  }

  /// The same of any numbers.
  private static func sizesWithLarge(
    _ numbers: Span<UInt64>, from first: UInt64
  ) -> InlineArray<4, UInt64> {
    var sizes: InlineArray<4, UInt64> = [0, 0, 0, 0]
    for index in numbers.indices {
      let upper = numbers[index] &>> first
      for step in sizes.indices {
        let part = upper &>> UInt64(step)
        sizes[step] &+= part < longest ? part &+ 1 &+ first &+ UInt64(step) : longest &+ 64
      }
    }
    return sizes
  }

  /// The bits of all numbers, the first one lowest in the first word.
  func words(of numbers: Span<UInt64>) -> [UInt64] {
    [UInt64](capacity: Int(bitCount / 64) + 2) { output in
      var (word, filled): (UInt64, UInt64) = (0, 0)
      for index in numbers.indices {
        let number = numbers[index]
        let upper = number &>> parameter
        if upper < Self.longest, upper &+ 1 &+ parameter <= 64 {
          let lower = number & ((1 &<< parameter) &- 1)
          Self.add(
            (1 &<< upper) &- 1 | lower << (upper &+ 1), upper &+ 1 &+ parameter, &word, &filled,
            &output)
        } else if upper < Self.longest {
          Self.add((1 &<< upper) &- 1, upper &+ 1, &word, &filled, &output)
          Self.add(number & ((1 &<< parameter) &- 1), parameter, &word, &filled, &output)
        } else {
          Self.add((1 << Self.longest) - 1, Self.longest, &word, &filled, &output)
          Self.add(number, 64, &word, &filled, &output)
        }
      }
      if filled > 0 { output.append(word) }
    }
  }

  /// - Parameters:
  ///   - number: Below 2 to the power of `width`.
  ///   - width: At most 64.
  ///   - word: Bits that are not in the output yet, as many as are `filled`: less than 64.
  @inline(__always)
  private static func add(
    _ number: UInt64, _ width: UInt64, _ word: inout UInt64, _ filled: inout UInt64,
    _ output: inout OutputSpan<UInt64>
  ) {
    word |= number &<< filled
    filled &+= width
    guard filled >= 64 else { return }
    output.append(word)
    filled &-= 64
    // What did not fit; shifts by 64 and more give zero.
    word = number >> (width &- filled)
  }
}
