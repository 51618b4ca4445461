import Foundation

/// Numbers the different texts of a column in order of first appearance.
///
/// A dictionary keyed by `String` would make a string for every field; this one compares bytes and
/// makes a string once for each name. Texts are equal when their bytes are.
struct CategoryNames: Sendable {
  /// The names, each at the index that is its code.
  private(set) var values: [String] = []

  /// The UTF-8 of all names, one after the other, and where each ends.
  private var storage: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []

  /// Open addressing with linear probing: codes, or `free`. A power of two in size, half full at
  /// most.
  private var slots = [Int32](repeating: CategoryNames.free, count: CategoryNames.initialSlots)

  /// The code of a text, which is entered if it is new.
  mutating func code(of cell: CellRange, in bytes: Span<UInt8>) -> Int32 {
    let hash = Self.hash(cell, bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != Self.free {
      let code = Int(slots[slot])
      if hashes[code] == hash, isEqual(code, cell, bytes) { return Int32(code) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(values.count)
    slots[slot] = code
    values.append(Self.normalised(cell.text(in: bytes)))
    for index in cell.start..<cell.end { storage.append(bytes[index]) }
    ends.append(storage.count)
    hashes.append(hash)
    if values.count * 2 > slots.count { grow() }
    return code
  }

  mutating func removeAll() {
    // A new array, as the old one is handed out; the rest is kept for the next batch.
    values = []
    storage.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = Self.free }
  }

  /// One spelling for letters with accents, which Unicode can write in two ways: a dictionary of
  /// strings takes both for one key and would keep whichever came first.
  private static func normalised(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  private static let free: Int32 = -1
  private static let initialSlots = 64

  private func isEqual(_ code: Int, _ cell: CellRange, _ bytes: Span<UInt8>) -> Bool {
    let start = code == 0 ? 0 : ends[code - 1]
    guard ends[code] - start == cell.count else { return false }
    for offset in 0..<cell.count where storage[start + offset] != bytes[cell.start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: Self.free, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code)
    }
  }

  /// FNV-1a with the high half folded into the low bits that pick a slot.
  ///
  /// It need not resist an attacker: a batch holds few names, and the worst order of them costs
  /// some milliseconds.
  private static func hash(_ cell: CellRange, _ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in cell.start..<cell.end {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
    }
    return hash ^ (hash >> 32)
  }
}
