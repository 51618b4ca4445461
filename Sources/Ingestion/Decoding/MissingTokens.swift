/// The texts that stand for a missing value; the empty field always does.
struct MissingTokens: Sendable {
  private let tokens: [[UInt8]]

  init(_ tokens: [String]) {
    self.tokens = tokens.filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  /// Nothing but the empty field.
  static let none = MissingTokens([])

  /// What `pandas.read_csv` takes as missing unless told otherwise (pandas 2, `na_values`).
  static let pandas = MissingTokens([
    "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>",
    "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
  ])

  func contains(_ cell: CellRange, of bytes: Span<UInt8>) -> Bool {
    let count = cell.count
    if count == 0 { return true }
    for token in tokens where token.count == count {
      var index = 0
      while index < count, token[index] == bytes[cell.start + index] { index += 1 }
      if index == count { return true }
    }
    return false
  }
}
