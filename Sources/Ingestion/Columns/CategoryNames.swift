import Foundation

/// Numbers the different texts of a column in order of first appearance.
///
/// A dictionary keyed by `String` would make a string for every field; this one compares bytes and
/// makes a string once for each name. Texts are equal when their bytes are.
struct CategoryNames: Sendable {
  /// The names, each at the index that is its code.
  private(set) var values: [String] = []

  /// What a text is recognised by.
  private struct Entry: Sendable {
    let hash: UInt64
    /// Its first eight bytes, the first one lowest, zeros after a shorter text.
    let beginning: UInt64
    let count: Int
    /// Where it starts in `storage`.
    let start: Int
  }

  private var entries: [Entry] = []
  /// The UTF-8 of all names, one after the other.
  private var storage: [UInt8] = []

  /// Open addressing with linear probing: codes, or `free`. A power of two in size, half full at
  /// most.
  private var slots = [Int32](repeating: CategoryNames.free, count: CategoryNames.initialSlots)

  /// Bytes of all names together.
  var byteCount: Int { storage.count }

  /// The code of a text, which is entered if it is new.
  mutating func code(of cell: CellRange, in bytes: Span<UInt8>) -> Int32 {
    let count = cell.count
    let beginning = Self.beginning(cell, bytes)
    let hash = Self.hash(cell, bytes, beginning)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != Self.free {
      let code = Int(slots[slot])
      let entry = entries[code]
      // Up to eight bytes their number and the bytes themselves say everything.
      if entry.beginning == beginning, entry.count == count,
        count <= 8 || (entry.hash == hash && isEqual(entry, cell, bytes))
      {
        return Int32(code)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(values.count)
    slots[slot] = code
    values.append(Self.normalised(cell.text(in: bytes)))
    entries.append(
      Entry(hash: hash, beginning: beginning, count: count, start: storage.count))
    for index in cell.start..<cell.end { storage.append(bytes[index]) }
    if values.count * 2 > slots.count { grow() }
    return code
  }

  mutating func removeAll() {
    // A new array, as the old one is handed out; the rest is kept for the next batch.
    values = []
    storage.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = Self.free }
  }

  /// One spelling for letters with accents, which Unicode can write in two ways: a dictionary of
  /// strings takes both for one key and would keep whichever came first.
  private static func normalised(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  private static let free: Int32 = -1
  private static let initialSlots = 64

  private func isEqual(_ entry: Entry, _ cell: CellRange, _ bytes: Span<UInt8>) -> Bool {
    let storage = storage.span
    for offset in 8..<cell.count
    where storage[entry.start + offset] != bytes[cell.start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: Self.free, count: slots.count * 2)
    for (code, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code)
    }
  }

  private static func beginning(_ cell: CellRange, _ bytes: Span<UInt8>) -> UInt64 {
    let count = cell.count
    if cell.start + 8 <= bytes.count {
      let word = ByteSearch.word(bytes, at: cell.start)
      return count >= 8 ? word : word & ((1 << UInt64(8 * count)) - 1)
    }
    var word: UInt64 = 0
    for offset in 0..<min(count, 8) {
      word |= UInt64(bytes[cell.start + offset]) << UInt64(8 * offset)
    }
    return word
  }

  /// Multiplies and folds eight bytes at a time; the last eight may overlap those before.
  ///
  /// It need not resist an attacker: a batch holds few names, and the worst order of them costs
  /// some milliseconds.
  private static func hash(_ cell: CellRange, _ bytes: Span<UInt8>, _ beginning: UInt64) -> UInt64 {
    var hash = fold(beginning ^ UInt64(cell.count))
    var position = cell.start + 8
    while position < cell.end {
      hash = fold(hash ^ ByteSearch.word(bytes, at: min(position, cell.end - 8)))
      position += 8
    }
    return hash
  }

  @inline(__always)
  private static func fold(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
