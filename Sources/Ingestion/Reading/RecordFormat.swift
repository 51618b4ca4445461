/// How the records of a text file are written.
package enum RecordFormat: String, Sendable, CaseIterable {
  /// A header, then fields separated by commas.
  case csv
  /// One JSON object on each line.
  case jsonLines = "jsonl"

  /// The format by content: JSON Lines when the first character that is not blank is a brace.
  ///
  /// - Throws: Also for a file that is one JSON array.
  package init(ofFileAt path: String) throws(IngestionError) {
    let blockBytes = 1 << 12
    let source = try ByteSource(path: path, blockBytes: blockBytes)
    var block = [UInt8](repeating: 0, count: blockBytes)
    var mark = TextWindow.byteOrderMark[...]
    while true {
      let count = try source.read(into: &block, at: 0, upTo: blockBytes)
      if count == 0 { break }
      for byte in block.prefix(count) {
        if let expected = mark.first, byte == expected {
          mark.removeFirst()
          continue
        }
        mark = []
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: continue
        case UInt8(ascii: "{"): self = .jsonLines
        case UInt8(ascii: "["): throw IngestionError(.notJSONLines, path: path, line: 1)
        default: self = .csv
        }
        return
      }
    }
    self = .csv
  }

  /// Opens a file in its format.
  ///
  /// - Parameter format: nil to go by content.
  package static func reader(
    path: String, format: RecordFormat?, requests: [ColumnRequest], options: CSVOptions
  ) throws(IngestionError) -> any BatchReader {
    let format = if let format { format } else { try RecordFormat(ofFileAt: path) }
    return switch format {
    case .csv: try CSVReader(path: path, requests: requests, options: options)
    case .jsonLines: try JSONLinesReader(path: path, requests: requests, options: options)
    }
  }
}
