extension IngestionError: CustomStringConvertible {
  /// Place and fault on one line, the remedy on the next:
  /// `predictions.csv:48121:7: quoted field never closed`.
  package var description: String {
    var place = path
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    return "\(place): \(kind)\n\(advice)"
  }
}

extension IngestionError.Kind: CustomStringConvertible {
  /// The fault in words, without its place.
  package var description: String {
    switch self {
    case .cannotOpen(let reason): "cannot open: \(reason)"
    case .cannotRead(let reason): "cannot read: \(reason)"
    case .truncatedGzip(let offset): "gzip data ends early, at byte \(offset)"
    case .corruptGzip(let offset, let reason): "corrupt gzip data at byte \(offset): \(reason)"
    case .truncatedZstd(let offset): "zstd data ends early, at byte \(offset)"
    case .corruptZstd(let offset, let reason): "corrupt zstd data at byte \(offset): \(reason)"
    case .foreignFormat(let name): "this is \(name), which cannot be read directly"
    case .binaryFile: "this is not text (binary file?)"
    case .invalidUTF8: "not valid UTF-8"
    case .recordTooLong(let maximum): "record longer than \(maximum) bytes"
    case .unclosedQuote: "quoted field never closed"
    case .noHeader: "has no header"
    case .malformedHeader: "header has text after a closing quote"
    case .duplicateColumn(let name): "column '\(name)' appears twice in the header"
    case .missingColumn(let name): "no column '\(name)'"
    case .malformedPath(let name): "'\(name)' is not the path of a key"
    case .notJSONLines: "this is one JSON array, not one object on each line"
    case .tooManyMalformedRows(let count, let total, let problems):
      "\(count) of \(total) rows are malformed; the first: "
        + problems.map(\.description).joined(separator: "; ")
    }
  }

  var usualAdvice: String {
    switch self {
    case .cannotOpen: "Check the path and the permissions of the file."
    case .cannotRead: "Check that the path names a file and that its disk is in order."
    case .truncatedGzip: "Copy the file again, or wait until it has been written completely."
    case .corruptGzip: "Copy the file again and test it with 'gzip -t'."
    case .truncatedZstd: "Copy the file again, or wait until it has been written completely."
    case .corruptZstd: "Copy the file again and test it with 'zstd -t'."
    case .foreignFormat: "Export the data as CSV or JSON Lines in UTF-8."
    case .binaryFile: "Export the data as CSV in UTF-8; spreadsheets and UTF-16 cannot be read."
    case .invalidUTF8: "Convert the file to UTF-8, for example with iconv."
    case .recordTooLong: "Look for a quote that is not closed, or raise the limit for one record."
    case .unclosedQuote: "Close the quote; a quote inside a quoted field is written twice."
    case .noHeader: "Write the names of the columns on the first line."
    case .malformedHeader: "Put a delimiter after the closing quote, or write inner quotes twice."
    case .duplicateColumn: "Give every column a name of its own."
    case .malformedPath:
      "Write the keys from the outermost to the innermost, joined by '.'; a '.' within a key is "
        + "written '\\.', a '\\' is written '\\\\'."
    case .notJSONLines: "Write its elements one to a line, for example with jq -c '.[]'."
    case .missingColumn: "Check the name in the configuration and in the file."
    case .tooManyMalformedRows:
      "Correct the file, or raise 'malformed_share' if such rows may be left out."
    }
  }
}
