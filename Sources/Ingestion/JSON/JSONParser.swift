/// Reads one line as a JSON object (RFC 8259) and notes where the wanted values lie.
///
/// All of the line is checked, wanted or not. Besides the standard, `NaN`, `Infinity` and
/// `-Infinity` are accepted, which Python writes. Of a key that stands twice in an object the last
/// one counts, with all that is in it.
struct JSONParser: Sendable {
  /// A wanted object that the file holds as a string with JSON in it, as envelopes of messages do.
  struct Embedded {
    let node: Int
    /// The string between its quotes, escapes and all.
    let cell: CellRange
  }

  static let maximumDepth = 64

  var tree: JSONKeyTree
  /// Where each wanted value lies; empty for one that is missing.
  private(set) var cells: [CellRange]
  private(set) var embedded: [Embedded] = []

  private let remembersAll: Bool
  /// The record in which a cell last had escapes.
  private var recordWithEscapes: [Int]
  private var recordHasEscapes = false
  private var record = 0
  /// Where reading stands, and the end of the line.
  var position = 0
  var end = 0

  /// - Parameter remembersAll: Whether all keys are to be found rather than some.
  init(tree: JSONKeyTree, remembersAll: Bool = false) {
    self.tree = tree
    self.remembersAll = remembersAll
    cells = [CellRange](repeating: Self.missing, count: tree.fieldCount)
    recordWithEscapes = [Int](repeating: 0, count: tree.fieldCount)
  }

  /// The cells of the record whose escapes are still to be resolved.
  var cellsWithEscapes: [Int] {
    recordHasEscapes ? recordWithEscapes.indices.filter { recordWithEscapes[$0] == record } : []
  }

  /// Reads the next record.
  ///
  /// - Parameter bytes: Has ``JSONWords/padding`` bytes behind the line.
  mutating func parse(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(JSONFault) {
    record += 1
    recordHasEscapes = false
    embedded.removeAll(keepingCapacity: true)
    for index in cells.indices { cells[index] = Self.missing }
    try parseObject(bytes, line, node: JSONKeyTree.root)
  }

  /// Reads the object that a string of this record holds; one that holds something else is missing.
  mutating func parse(
    _ bytes: Span<UInt8>, _ text: CellRange, into node: Int
  ) throws(JSONFault) {
    let text = text.trimmed(in: bytes)
    guard !text.isEmpty, bytes[text.start] == Byte.openingBrace else { return }
    try parseObject(bytes, text.start..<text.end, node: node)
  }

  private static let missing = CellRange(0, 0)

  private mutating func parseObject(
    _ bytes: Span<UInt8>, _ range: Range<Int>, node: Int
  ) throws(JSONFault) {
    position = range.lowerBound
    end = range.upperBound
    skipBlanks(bytes)
    guard position < end, bytes[position] == Byte.openingBrace else { throw fault(.notAnObject) }
    try object(bytes, node: node, depth: 1)
    skipBlanks(bytes)
    guard position == end else { throw fault(.textAfterObject) }
  }

  // MARK: - Objects and arrays

  /// Reads an object from its opening brace.
  ///
  /// - Parameter node: The object in the tree, or -1 if nothing in it is wanted.
  private mutating func object(
    _ bytes: Span<UInt8>, node: Int, depth: Int
  ) throws(JSONFault) {
    guard depth <= Self.maximumDepth else { throw fault(.tooDeep) }
    position += 1
    skipBlanks(bytes)
    if position < end, bytes[position] == Byte.closingBrace {
      position += 1
      return
    }
    var previous = -1
    while true {
      guard position < end, bytes[position] == Byte.quote else { throw fault(.expectedKey) }
      let spelling = node < 0 ? -1 : try key(bytes, of: node, after: previous)
      if node < 0 { _ = try string(bytes) }
      skipBlanks(bytes)
      guard position < end, bytes[position] == Byte.colon else { throw fault(.expectedColon) }
      position += 1
      skipBlanks(bytes)
      if spelling < 0 {
        _ = try value(bytes, depth: depth)
      } else {
        try value(bytes, of: tree.members[spelling].canonical, depth: depth)
        previous = spelling
      }
      skipBlanks(bytes)
      guard position < end else { throw fault(.unfinished) }
      if bytes[position] == Byte.closingBrace { break }
      guard bytes[position] == Byte.comma else { throw fault(.expectedCommaOrEnd) }
      position += 1
      skipBlanks(bytes)
    }
    position += 1
  }

  /// Reads a key and finds it in the tree; -1 for one that is neither wanted nor remembered.
  @inline(__always)
  private mutating func key(
    _ bytes: Span<UInt8>, of node: Int, after previous: Int
  ) throws(JSONFault) -> Int {
    let expected = previous < 0 ? tree.nodes[node].first : tree.members[previous].next
    if expected >= 0 {
      let length = tree.members[expected].length
      if position + length <= end, tree.matches(expected, bytes, at: position) {
        position += length
        return expected
      }
    }
    let start = position
    let (_, hasEscapes) = try string(bytes)
    let found = tree.find(
      bytes, start..<position, of: node, hasEscapes: hasEscapes, remembersAll: remembersAll)
    if previous < 0 { tree.nodes[node].first = found } else { tree.members[previous].next = found }
    return found
  }

  /// Reads the value of a key of the tree.
  private mutating func value(
    _ bytes: Span<UInt8>, of member: Int, depth: Int
  ) throws(JSONFault) {
    if tree.members[member].record == record { forget(member) }
    tree.members[member].record = record
    guard position < end else { throw fault(.unfinished) }
    let first = bytes[position]
    var child = tree.members[member].child
    if remembersAll, first == Byte.openingBrace { child = tree.child(ofMember: member) }
    if child >= 0, first == Byte.openingBrace {
      return try object(bytes, node: child, depth: depth + 1)
    }
    if child >= 0, first == Byte.openingBracket, !remembersAll {
      return try array(bytes, node: child, depth: depth + 1)
    }
    let (cell, hasEscapes) = try value(bytes, depth: depth)
    if remembersAll, !cell.isEmpty || first == Byte.quote { tree.members[member].hasValue = true }
    if child >= 0, hasEscapes {
      // No object with a key can stand in a string without a single escape.
      embedded.append(Embedded(node: child, cell: cell))
      return
    }
    let field = tree.members[member].field
    guard field >= 0 else { return }
    cells[field] = cell
    if hasEscapes {
      recordWithEscapes[field] = record
      recordHasEscapes = true
    }
  }

  /// Takes back what an earlier occurrence of the same key brought.
  private mutating func forget(_ member: Int) {
    let field = tree.members[member].field
    if field >= 0 {
      cells[field] = Self.missing
      recordWithEscapes[field] = 0
    }
    let child = tree.members[member].child
    guard child >= 0 else { return }
    embedded.removeAll { $0.node == child }
    for inner in tree.nodes[child].members where tree.members[inner].record == record {
      forget(inner)
    }
  }

  /// Reads an array from its opening bracket.
  ///
  /// - Parameter node: Tells the elements that are wanted; -1 for none.
  private mutating func array(
    _ bytes: Span<UInt8>, node: Int, depth: Int
  ) throws(JSONFault) {
    guard depth <= Self.maximumDepth else { throw fault(.tooDeep) }
    position += 1
    skipBlanks(bytes)
    if position < end, bytes[position] == Byte.closingBracket {
      position += 1
      return
    }
    var place = 0
    while true {
      let member =
        node >= 0 && place < tree.nodes[node].elements.count
        ? tree.nodes[node].elements[place] : -1
      if member >= 0 {
        try value(bytes, of: member, depth: depth)
      } else {
        _ = try value(bytes, depth: depth)
      }
      place += 1
      skipBlanks(bytes)
      guard position < end else { throw fault(.unfinished) }
      if bytes[position] == Byte.closingBracket { break }
      guard bytes[position] == Byte.comma else { throw fault(.expectedCommaOrEnd) }
      position += 1
      skipBlanks(bytes)
    }
    position += 1
  }

  // MARK: - Values

  /// Reads any value and says where its text lies: a string without its quotes, an object or array
  /// as it stands, nothing for `null` and `NaN`.
  @inline(__always)
  private mutating func value(
    _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONFault) -> (cell: CellRange, hasEscapes: Bool) {
    guard position < end else { throw fault(.unfinished) }
    let start = position
    switch bytes[position] {
    case Byte.quote: return try string(bytes)
    case Byte.zero...Byte.nine: try number(bytes)
    case Byte.minus:
      if position + 1 < end, bytes[position + 1] == UInt8(ascii: "I") {
        try word(Word.minusInfinity, bytes)
      } else {
        try number(bytes)
      }
    case Byte.openingBrace: try object(bytes, node: -1, depth: depth + 1)
    case Byte.openingBracket: try array(bytes, node: -1, depth: depth + 1)
    case UInt8(ascii: "t"): try word(Word.true, bytes)
    case UInt8(ascii: "f"): try word(Word.false, bytes)
    case UInt8(ascii: "I"): try word(Word.infinity, bytes)
    case UInt8(ascii: "n"):
      try word(Word.null, bytes)
      return (CellRange(start, start), false)
    case UInt8(ascii: "N"):
      try word(Word.notANumber, bytes)
      return (CellRange(start, start), false)
    default: throw fault(.expectedValue)
    }
    return (CellRange(start, position), false)
  }
}
