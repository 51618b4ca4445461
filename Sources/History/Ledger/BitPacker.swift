/// Puts numbers of one width into words, one after the other, lowest bits first.
struct BitPacker {
  private let width: Int
  private var word: UInt64 = 0
  private var filled = 0

  init(width: Int) {
    self.width = width
  }

  /// - Parameter number: Below 2 to the power of the width.
  @inline(__always)
  mutating func add(_ number: UInt64, to words: inout [UInt64]) {
    word |= number << UInt64(filled)
    filled += width
    guard filled >= 64 else { return }
    words.append(word)
    filled -= 64
    // A shift by 64 gives 0.
    word = number >> UInt64(width - filled)
  }

  mutating func finish(_ words: inout [UInt64]) {
    if filled > 0 { words.append(word) }
  }
}

/// Takes numbers of one width out of words, as ``BitPacker`` put them there.
struct BitUnpacker {
  let width: Int

  /// - Parameter start: The first word; there are enough words for all numbers.
  func codes(_ count: Int, from words: [UInt64], at start: Int) -> [UInt64] {
    switch width {
    case 0: return [UInt64](repeating: 0, count: count)
    case 64: return Array(words[start..<start + count])
    case 8, 16, 32: return wholeBytes(count, from: words, at: start)
    default: return bits(count, from: words, at: start)
    }
  }

  /// For widths of which several fill a word.
  private func wholeBytes(_ count: Int, from words: [UInt64], at start: Int) -> [UInt64] {
    let perWord = 64 / width
    let mask: UInt64 = (1 << UInt64(width)) - 1
    let wordCount = (count + perWord - 1) / perWord
    var codes = [UInt64](capacity: wordCount * perWord) { output in
      for index in start..<start + wordCount {
        var rest = words[index]
        for _ in 0..<perWord {
          output.append(rest & mask)
          rest >>= UInt64(width)
        }
      }
    }
    codes.removeLast(codes.count - count)
    return codes
  }

  private func bits(_ count: Int, from words: [UInt64], at start: Int) -> [UInt64] {
    let mask: UInt64 = (1 << UInt64(width)) - 1
    return [UInt64](capacity: count) { output in
      var (word, offset) = (start, 0)
      for _ in 0..<count {
        var part = words[word] >> UInt64(offset)
        offset += width
        if offset >= 64 {
          word += 1
          offset -= 64
          if offset > 0 { part |= words[word] << UInt64(width - offset) }
        }
        output.append(part & mask)
      }
    }
  }
}
