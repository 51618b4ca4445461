import Foundation

/// Numbers the different texts of a column in order of first appearance.
///
/// A dictionary keyed by `String` would make a string for every field; this one compares bytes and
/// makes a string once for each name. Texts are equal when their bytes are.
struct CategoryNames: Sendable {
  /// The names, each at the index that is its code.
  private(set) var values: [String] = []

  /// What a text is recognised by, together with its code: one look into memory for each text.
  private struct Slot: Sendable {
    /// Its first eight bytes, the first one lowest, zeros after a shorter text.
    let beginning: UInt64
    /// Its last eight bytes, of a text of more than eight.
    let ending: UInt64
    let count: Int32
    /// ``free`` in a slot without a text.
    let code: Int32
  }

  /// The UTF-8 of all names, one after the other, and where each starts.
  private var storage: [UInt8] = []
  private var starts: [Int] = []
  private var hashes: [UInt64] = []

  /// Open addressing with linear probing. A power of two in size; an eighth full at most while it is small,
  /// so that nearly all texts are found at first sight, then half full.
  private var slots = [Slot](repeating: CategoryNames.empty, count: CategoryNames.initialSlots)

  /// Bytes of all names together.
  var byteCount: Int { storage.count }

  /// The code of a text, which is entered if it is new.
  mutating func code(of cell: CellRange, in bytes: Span<UInt8>) -> Int32 {
    let count = cell.count
    let beginning = Self.beginning(cell, bytes)
    let ending = Self.ending(cell, bytes)
    let hash = Self.hash(cell, bytes, beginning, ending)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot.code == Self.free { break }
      // Up to sixteen bytes their number and both ends say everything.
      if slot.beginning == beginning, slot.ending == ending, slot.count == Int32(count),
        count <= 16 || isEqual(Int(slot.code), cell, bytes)
      {
        return slot.code
      }
      place = (place + 1) & (slots.count - 1)
    }
    let code = Int32(values.count)
    slots[place] = Slot(beginning: beginning, ending: ending, count: Int32(count), code: code)
    values.append(Self.normalised(cell.text(in: bytes)))
    hashes.append(hash)
    starts.append(storage.count)
    for index in cell.start..<cell.end { storage.append(bytes[index]) }
    if values.count * (slots.count < Self.roomySlots ? 8 : 2) > slots.count { grow() }
    return code
  }

  mutating func removeAll() {
    // A new array, as the old one is handed out; the rest is kept for the next batch.
    values = []
    storage.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    for place in slots.indices { slots[place] = Self.empty }
  }

  /// One spelling for letters with accents, which Unicode can write in two ways: a dictionary of
  /// strings takes both for one key and would keep whichever came first.
  private static func normalised(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  private static let free: Int32 = -1
  private static let empty = Slot(beginning: 0, ending: 0, count: 0, code: free)
  private static let initialSlots = 64
  private static let roomySlots = 1 << 12

  /// Whether a name of more than sixteen bytes is the text between its first and last eight.
  private func isEqual(_ code: Int, _ cell: CellRange, _ bytes: Span<UInt8>) -> Bool {
    let storage = storage.span
    let start = starts[code]
    for offset in 8..<cell.count - 8
    where storage[start + offset] != bytes[cell.start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Self.empty, count: old.count * 2)
    for slot in old where slot.code != Self.free {
      var place = Int(truncatingIfNeeded: hashes[Int(slot.code)]) & (slots.count - 1)
      while slots[place].code != Self.free { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// Lengths of names vary, so nothing here or in ``ending(_:_:)`` branches on them.
  @inline(__always)
  private static func beginning(_ cell: CellRange, _ bytes: Span<UInt8>) -> UInt64 {
    let count = min(cell.count, 8)
    if cell.start + 8 <= bytes.count {
      return ByteSearch.word(bytes, at: cell.start) & ~(UInt64.max << UInt64(8 &* count))
    }
    var word: UInt64 = 0
    for offset in 0..<count {
      word |= UInt64(bytes[cell.start + offset]) << UInt64(8 * offset)
    }
    return word
  }

  /// The last eight bytes; 0 of a text of at most eight.
  @inline(__always)
  private static func ending(_ cell: CellRange, _ bytes: Span<UInt8>) -> UInt64 {
    guard cell.end >= 8 else { return 0 }
    let isLong: UInt64 = cell.count > 8 ? 1 : 0
    return ByteSearch.word(bytes, at: cell.end &- 8) & (0 &- isLong)
  }

  /// Multiplies and folds eight bytes at a time, the last eight before those in the middle.
  ///
  /// It need not resist an attacker: a list holds few names, and the worst order of them costs
  /// some milliseconds.
  @inline(__always)
  private static func hash(
    _ cell: CellRange, _ bytes: Span<UInt8>, _ beginning: UInt64, _ ending: UInt64
  ) -> UInt64 {
    var hash = fold(fold(beginning ^ UInt64(cell.count)) ^ ending)
    if cell.count <= 16 { return hash }
    var position = cell.start + 8
    while position < cell.end - 8 {
      hash = fold(hash ^ ByteSearch.word(bytes, at: position))
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
