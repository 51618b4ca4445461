/// The keys that are wanted of a record, by the objects they stand in, and those that were met.
///
/// Machines write the keys of their records in the same order again and again, so each key
/// remembers which one followed it last; only where that is wrong is a key looked up.
struct JSONKeyTree: Sendable {
  /// One key of one object, in one spelling.
  struct Member: Sendable {
    /// Where the key lies in `words`, with both quotes.
    fileprivate let firstWord: Int
    fileprivate let wordCount: Int
    /// Bytes of the key with both quotes.
    let length: Int
    fileprivate let lastMask: UInt64
    fileprivate let hash: UInt64
    fileprivate let node: Int
    /// The member that stands for this key in every spelling; itself for the plain one.
    let canonical: Int
    /// The wanted value that this is, or -1; of the canonical member only, like what follows.
    fileprivate(set) var field = -1
    /// The object whose members are wanted, or -1.
    fileprivate(set) var child = -1
    /// The record in which it was met last.
    var record = 0
    /// Whether it was met with a value other than an object or null; when looking for keys only.
    var hasValue = false
    /// The spelling that followed this spelling last, or -1.
    var next = -1
  }

  /// An object, or an array some of whose elements are wanted.
  struct Node: Sendable {
    /// The member that came first last time, or -1.
    var first = -1
    /// Canonical members, in order of entry, and the key of each.
    fileprivate(set) var members: [Int] = []
    fileprivate var keys: [[UInt8]] = []
    /// The canonical member of each element of an array, or -1.
    fileprivate(set) var elements: [Int] = []
  }

  static let root = 0

  /// Beyond this many, keys that nobody asked for are no longer remembered: a log may use
  /// identifiers as keys.
  private static let maximumMembers = 8_192
  private static let maximumElements = 65_536

  var members: [Member] = []
  var nodes = [Node()]
  private(set) var fieldCount = 0
  private var words: [UInt64] = []
  private var canonical: [CanonicalKey: Int] = [:]
  /// Open addressing with linear probing: members, or -1. A power of two in size, half full at most.
  private var slots = [Int32](repeating: -1, count: 64)

  private struct CanonicalKey: Hashable {
    let node: Int
    let key: [UInt8]
  }

  // MARK: - Building

  /// Enters a wanted value.
  ///
  /// - Returns: Its number, from 0 in order of entry.
  mutating func addField(_ path: JSONPath) -> Int {
    let field = fieldCount
    fieldCount += 1
    var node = Self.root
    for key in path.keys.dropLast() { node = child(ofMember: member(key, of: node)) }
    if let last = path.keys.last { members[member(last, of: node)].field = field }
    return field
  }

  /// The object below a member, which is entered if it is new.
  mutating func child(ofMember member: Int) -> Int {
    if members[member].child < 0 {
      members[member].child = nodes.count
      nodes.append(Node())
    }
    return members[member].child
  }

  /// The canonical member of a key, which is entered if it is new.
  private mutating func member(_ key: [UInt8], of node: Int) -> Int {
    let canonicalKey = CanonicalKey(node: node, key: key)
    if let known = canonical[canonicalKey] { return known }
    let member = append(spelling: Self.quoted(key), of: node, canonical: nil)
    canonical[canonicalKey] = member
    nodes[node].members.append(member)
    nodes[node].keys.append(key)
    if let place = Self.arrayPlace(key) {
      while nodes[node].elements.count <= place { nodes[node].elements.append(-1) }
      nodes[node].elements[place] = member
    }
    return member
  }

  private static func quoted(_ key: [UInt8]) -> [UInt8] {
    [UInt8(ascii: "\"")] + key + [UInt8(ascii: "\"")]
  }

  private static func arrayPlace(_ key: [UInt8]) -> Int? {
    guard let place = Int(String(decoding: key, as: UTF8.self)),
      (0..<maximumElements).contains(place),
      Array(String(place).utf8) == key
    else { return nil }
    return place
  }

  // MARK: - Looking up

  /// Whether the bytes from `position` are this key with both quotes.
  ///
  /// Changes nothing; were it not `mutating`, every call would count five references up and down,
  /// which took half of the time of reading a file.
  @inline(__always)
  mutating func matches(_ index: Int, _ bytes: Span<UInt8>, at position: Int) -> Bool {
    let member = members[index]
    let last = member.wordCount - 1
    for index in 0..<last
    where words[member.firstWord + index] != JSONWords.word(bytes, at: position + 8 * index) {
      return false
    }
    return words[member.firstWord + last]
      == JSONWords.word(bytes, at: position + 8 * last) & member.lastMask
  }

  /// The member that a key is, or -1 for one that is not remembered.
  ///
  /// - Parameters:
  ///   - key: Both quotes included.
  ///   - hasEscapes: Whether the key is spelt with escapes, which are well formed.
  ///   - remembersAll: Whether keys that nobody asked for become wanted.
  mutating func find(
    _ bytes: Span<UInt8>, _ key: Range<Int>, of node: Int, hasEscapes: Bool, remembersAll: Bool
  ) -> Int {
    let hash = Self.hash(bytes, key, node)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let found = Int(slots[slot])
      let member = members[found]
      if member.hash == hash, member.node == node, member.length == key.count,
        matches(found, bytes, at: key.lowerBound)
      {
        return found
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    var spelling: [UInt8] = []
    for index in key { spelling.append(bytes[index]) }
    return enter(spelling, of: node, hasEscapes: hasEscapes, remembersAll: remembersAll)
  }

  private mutating func enter(
    _ spelling: [UInt8], of node: Int, hasEscapes: Bool, remembersAll: Bool
  ) -> Int {
    var plain = Array(spelling.dropFirst().dropLast())
    if hasEscapes {
      let text = JSONEscape.resolve(CellRange(0, plain.count), in: &plain)
      plain.removeLast(plain.count - text.end)
    }
    let known = canonical[CanonicalKey(node: node, key: plain)]
    guard members.count < Self.maximumMembers else { return known ?? -1 }
    if remembersAll, known == nil {
      let member = member(plain, of: node)
      return hasEscapes ? append(spelling: spelling, of: node, canonical: member) : member
    }
    return append(spelling: spelling, of: node, canonical: known)
  }

  /// Enters one spelling of a key.
  private mutating func append(spelling: [UInt8], of node: Int, canonical: Int?) -> Int {
    let index = members.count
    let padded = spelling + [UInt8](repeating: 0, count: JSONWords.padding)
    let wordCount = (spelling.count + 7) / 8
    let lastMask = JSONWords.mask(spelling.count - 8 * (wordCount - 1))
    let firstWord = words.count
    for number in 0..<wordCount {
      let word = JSONWords.word(padded.span, at: 8 * number)
      words.append(number == wordCount - 1 ? word & lastMask : word)
    }
    let hash = Self.hash(padded.span, 0..<spelling.count, node)
    members.append(
      Member(
        firstWord: firstWord, wordCount: wordCount, length: spelling.count, lastMask: lastMask,
        hash: hash, node: node, canonical: canonical ?? index))
    // A quote within the plain spelling can only be met escaped.
    let content = spelling.dropFirst().dropLast()
    if canonical != nil || !content.contains(UInt8(ascii: "\"")) { insert(index, hash: hash) }
    return index
  }

  private mutating func insert(_ member: Int, hash: UInt64) {
    if (members.count + 1) * 2 > slots.count {
      let entered = slots.filter { $0 >= 0 }
      slots = [Int32](repeating: -1, count: slots.count * 4)
      for old in entered { place(Int(old), hash: members[Int(old)].hash) }
    }
    place(member, hash: hash)
  }

  private mutating func place(_ member: Int, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(member)
  }

  /// A multiplicative hash over words; it need not resist an attacker, as the table is bounded.
  private static func hash(_ bytes: Span<UInt8>, _ key: Range<Int>, _ node: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
    var position = key.lowerBound
    while position < key.upperBound {
      let count = min(8, key.upperBound - position)
      hash ^= JSONWords.word(bytes, at: position) & JSONWords.mask(count)
      hash = hash &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 32
      position += 8
    }
    return hash
  }

  // MARK: - What was met

  /// Whether a wanted value was met in any record, `null` included.
  func hasMet(_ field: Int) -> Bool {
    members.contains { $0.field == field && $0.record > 0 }
  }

  /// The paths of all values met, in the order of their bytes.
  var paths: [JSONPath] {
    var found: [JSONPath] = []
    func visit(_ node: Int, _ keys: [[UInt8]]) {
      for (key, member) in zip(nodes[node].keys, nodes[node].members) {
        let path = keys + [key]
        let child = members[member].child
        if members[member].hasValue || (child < 0 && members[member].record > 0) {
          found.append(JSONPath(keys: path))
        }
        if child >= 0 { visit(child, path) }
      }
    }
    visit(Self.root, [])
    return found.sorted { one, other in
      one.keys.lexicographicallyPrecedes(other.keys) { $0.lexicographicallyPrecedes($1) }
    }
  }
}
