/// A file that cannot be read, or not be trusted: what is wrong, where, and what to do.
package struct IngestionError: Error, Sendable, Equatable {
  /// What went wrong.
  package enum Kind: Sendable, Equatable {
    case cannotOpen(reason: String)
    case cannotRead(reason: String)
    case truncatedGzip(byteOffset: Int)
    case corruptGzip(byteOffset: Int, reason: String)
    case truncatedZstd(byteOffset: Int)
    case corruptZstd(byteOffset: Int, reason: String)
    case foreignFormat(name: String)
    case binaryFile
    case invalidUTF8
    case recordTooLong(maximumBytes: Int)
    case unclosedQuote
    case noHeader
    case malformedHeader
    case duplicateColumn(name: String)
    case missingColumn(name: String)
    case malformedPath(name: String)
    case notJSONLines
    case tooManyMalformedRows(count: Int, total: Int, firstProblems: [RowProblem])
  }

  package let kind: Kind

  /// The file as the caller named it.
  package let path: String

  /// 1-based line, where the fault has one.
  package let line: Int?

  /// 1-based character (Unicode scalar) within the line, where the fault has one.
  package let column: Int?

  /// What to do about it, in one or two sentences.
  package let advice: String

  /// - Parameter advice: nil for the advice that fits every error of this kind.
  package init(
    _ kind: Kind, path: String, line: Int? = nil, column: Int? = nil, advice: String? = nil
  ) {
    self.kind = kind
    self.path = path
    self.line = line
    self.column = column
    self.advice = advice ?? kind.usualAdvice
  }
}
