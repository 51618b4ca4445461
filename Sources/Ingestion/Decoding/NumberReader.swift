/// Reads a field as a number: decimal text, `true`/`false` as 1/0, or a missing token.
struct NumberReader: Sendable {
  private let missingTokens: MissingTokens
  /// A caller's own tokens may look like numbers (-999), so they are compared first; the usual ones
  /// cannot, so they cost nothing where numbers are found.
  let tokensMayBeNumbers: Bool

  init(missingTokens: [String]?) {
    self.missingTokens = missingTokens.map(MissingTokens.init) ?? .pandas
    tokensMayBeNumbers = missingTokens != nil
  }

  func read(_ cell: CellRange, of bytes: Span<UInt8>) -> Reading<Double> {
    if !tokensMayBeNumbers, let value = DecimalParser.plain(bytes, cell) { return .value(value) }
    let cell = cell.trimmed(in: bytes)
    if cell.isEmpty { return .missing }
    if tokensMayBeNumbers, missingTokens.contains(cell, of: bytes) { return .missing }
    if let value = DecimalParser.parse(bytes, cell) { return .value(value) }
    if missingTokens.contains(cell, of: bytes) { return .missing }
    if isWord(Self.trueWord, cell, bytes) { return .value(1) }
    if isWord(Self.falseWord, cell, bytes) { return .value(0) }
    return .malformed
  }

  private static let trueWord = Array("true".utf8)
  private static let falseWord = Array("false".utf8)

  /// Whether the cell is the lower-case word, in any case.
  private func isWord(_ word: [UInt8], _ cell: CellRange, _ bytes: Span<UInt8>) -> Bool {
    guard cell.count == word.count else { return false }
    for index in word.indices where bytes[cell.start + index] | 0x20 != word[index] { return false }
    return true
  }
}
