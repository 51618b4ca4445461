import Statistics

/// Lists of numbers in few bits. Since version 4 of the stored form.
extension ProfileWriter {
  /// Numbers as one Golomb–Rice coded list; how many there are is known from elsewhere.
  mutating func write(packed numbers: [UInt64], as code: RiceCode? = nil) {
    guard !numbers.isEmpty else { return }
    let code = code ?? RiceCode(for: numbers)
    write(code.parameter)
    append(words: code.words(of: numbers.span), bytes: Int((code.bitCount + 7) / 8))
  }

  /// Ascending numbers: the first, and the distances, without the zeros at the end of all of them.
  mutating func write(ascending numbers: [UInt64]) {
    var union: UInt64 = 0
    for number in numbers { union |= number }
    let shift = UInt64(numbers.isEmpty ? 0 : union.trailingZeroBitCount)
    write(shift)
    guard let first = numbers.first else { return }
    write(first >> shift)
    let numbers = numbers.span
    let gaps = [UInt64](capacity: numbers.count - 1) { output in
      for index in 1..<numbers.count {
        output.append((numbers[index] &>> shift) - (numbers[index &- 1] &>> shift))
      }
    }
    write(packed: gaps)
  }
}

extension ProfileReader {
  mutating func packed(_ count: Int) throws(ProfileCodecError) -> [UInt64] {
    guard count > 0 else { return [] }
    let parameter = try riceParameter(of: count)
    let content = bytes
    let bytes = content.span
    let start = position
    var end = start
    let numbers = [UInt64](capacity: count) { output in
      var bits = BitReader(at: start)
      for _ in 0..<count { output.append(bits.rice(bytes, parameter: parameter)) }
      end = bits.end
    }
    try skip(to: end)
    return numbers
  }

  /// What a list of so many numbers begins with.
  mutating func riceParameter(of count: Int) throws(ProfileCodecError) -> UInt64 {
    let parameter = try word()
    guard parameter < 64 else { throw .invalid("parameter") }
    // Every number takes a bit at least, so a false count ends here and not in a lack of memory.
    guard count <= (bytes.count - position) * 8 else { throw .truncated }
    return parameter
  }

  mutating func ascending(_ count: Int) throws(ProfileCodecError) -> [UInt64] {
    let shift = try word()
    guard shift <= 64 else { throw .invalid("shift") }
    guard count > 0 else { return [] }
    let first = try word()
    let gaps = try packed(count - 1)
    let span = gaps.span
    var (sum, hasOverflowed) = (first, false)
    let numbers = [UInt64](capacity: count) { output in
      output.append(sum << shift)
      for index in span.indices {
        let (next, overflows) = sum.addingReportingOverflow(span[index])
        hasOverflowed = hasOverflowed || overflows
        sum = next
        output.append(sum << shift)
      }
    }
    // The last is the largest.
    guard !hasOverflowed, (sum << shift) >> shift == sum else { throw .invalid("list") }
    return numbers
  }
}
