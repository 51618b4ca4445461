/// A set of rows of a file, by their ordinals; one bit a row.
package struct RowSet: Sendable, Equatable {
  private var words: [UInt64] = []
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  package func contains(_ ordinal: Int) -> Bool {
    let word = ordinal / 64
    return word < words.count && words[word] >> UInt64(ordinal % 64) & 1 == 1
  }

  package mutating func insert(_ ordinal: Int) {
    guard !contains(ordinal) else { return }
    let word = ordinal / 64
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(ordinal % 64)
    count += 1
  }
}
