/// Splits bytes into records and fields by RFC 4180, with the liberties that real files take.
///
/// A record ends at LF or CRLF; a CR elsewhere in an unquoted field is data. A quote opens a quoted
/// field only as the first byte of the field; later it is data. Lines without any byte are blank.
struct RecordSplitter: Sendable {
  let delimiter: UInt8

  /// What was found at the start of a window.
  enum Outcome: Equatable {
    /// A record that ends before `end` and contains line breaks of its own inside quotes.
    case record(end: Int, innerLineBreaks: Int)
    /// A line with nothing on it.
    case blankLine(end: Int)
    /// The window ends first, inside the quotes opened at `openQuote` if that is given.
    case incomplete(openQuote: Int?)
  }

  /// Reads one record, or one blank line, from the start of the window.
  ///
  /// - Parameters:
  ///   - window: The bytes to look at; not empty, starting at a record's first byte.
  ///   - isFinal: Whether the file ends where the window does.
  ///   - line: The line on which the window starts.
  ///   - table: Receives the record; left as it was unless the outcome is `.record`.
  func split(
    _ bytes: Span<UInt8>, window: Range<Int>, isFinal: Bool, line: Int,
    into table: inout RecordTable
  ) -> Outcome {
    if let outcome = blankLine(bytes, window, isFinal) { return outcome }
    table.beginRecord(line: line)
    var cursor = Cursor(position: window.lowerBound, end: window.upperBound, isFinal: isFinal)
    while true {
      let isQuoted = cursor.position < cursor.end && bytes[cursor.position] == Byte.quote
      let ending =
        isQuoted
        ? quotedField(bytes, &cursor, into: &table)
        : unquotedFields(bytes, &cursor, into: &table)
      switch ending {
      case .field: continue
      case .room: table.makeRoom()
      case .record:
        return .record(end: cursor.position, innerLineBreaks: cursor.innerLineBreaks)
      case .window(let openQuote):
        table.cancelRecord()
        return .incomplete(openQuote: openQuote)
      }
    }
  }

  private enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
  }

  private struct Cursor {
    var position: Int
    let end: Int
    let isFinal: Bool
    var innerLineBreaks = 0
  }

  /// What ended together with a field.
  private enum Ending {
    case field
    case record
    case window(openQuote: Int?)
    /// Nothing, as the table has no room for another one.
    case room
  }

  private func blankLine(
    _ bytes: Span<UInt8>, _ window: Range<Int>, _ isFinal: Bool
  ) -> Outcome? {
    let first = bytes[window.lowerBound]
    if first == Byte.lineFeed { return .blankLine(end: window.lowerBound + 1) }
    guard first == Byte.carriageReturn else { return nil }
    let second = window.lowerBound + 1
    if second == window.upperBound { return isFinal ? nil : .incomplete(openQuote: nil) }
    return bytes[second] == Byte.lineFeed ? .blankLine(end: second + 1) : nil
  }

  /// Reads fields up to one that is quoted, or to the end of the record.
  ///
  /// Goes through the window eight bytes at a time, wherever fields end.
  private func unquotedFields(
    _ bytes: Span<UInt8>, _ cursor: inout Cursor, into table: inout RecordTable
  ) -> Ending {
    let end = cursor.end
    var start = cursor.position
    var position = start
    let delimiters = ByteSearch.repeated(delimiter)
    let feeds = ByteSearch.repeated(Byte.lineFeed)
    let ending = table.fill { cells, count -> Ending? in
      while position &+ 8 <= end {
        let word = ByteSearch.word(bytes, at: position)
        let lineFeeds = ByteSearch.matches(word ^ feeds)
        var found = ByteSearch.matches(word ^ delimiters) | lineFeeds
        while found != 0 {
          if count == cells.count { return .room }
          let place = position &+ found.trailingZeroBitCount &>> 3
          if lineFeeds & found & (0 &- found) != 0 {
            let isPair = place > start && bytes[place &- 1] == Byte.carriageReturn
            cells[count] = CellRange(start, isPair ? place &- 1 : place)
            count &+= 1
            start = place &+ 1
            return .record
          }
          cells[count] = CellRange(start, place)
          count &+= 1
          start = place &+ 1
          if start < end, bytes[start] == Byte.quote { return .field }
          found &= found &- 1
        }
        position &+= 8
      }
      return nil
    }
    cursor.position = start
    return ending ?? lastBytes(bytes, &cursor, from: max(position, start), into: &table)
  }

  /// Ends a field within the last bytes of the window, which are looked at one by one.
  ///
  /// - Parameter searched: The field has no end before.
  private func lastBytes(
    _ bytes: Span<UInt8>, _ cursor: inout Cursor, from searched: Int,
    into table: inout RecordTable
  ) -> Ending {
    let start = cursor.position
    let end = cursor.end
    var position = searched
    while position < end {
      let byte = bytes[position]
      if byte == delimiter {
        table.append(CellRange(start, position))
        cursor.position = position + 1
        return .field
      }
      if byte == Byte.lineFeed {
        let isPair = position > start && bytes[position - 1] == Byte.carriageReturn
        table.append(CellRange(start, isPair ? position - 1 : position))
        cursor.position = position + 1
        return .record
      }
      position += 1
    }
    guard cursor.isFinal else { return .window(openQuote: nil) }
    table.append(CellRange(start, end))
    cursor.position = end
    return .record
  }

  private func quotedField(
    _ bytes: Span<UInt8>, _ cursor: inout Cursor, into table: inout RecordTable
  ) -> Ending {
    let opening = cursor.position
    let end = cursor.end
    var position = opening + 1
    var isEscaped = false
    while true {
      while position < end, bytes[position] != Byte.quote {
        if bytes[position] == Byte.lineFeed { cursor.innerLineBreaks += 1 }
        position += 1
      }
      if position == end { return .window(openQuote: opening) }
      // Of a quote at the very end `afterQuote` asks for more, as the next byte decides what it is.
      guard position + 1 < end, bytes[position + 1] == Byte.quote else { break }
      isEscaped = true
      position += 2
    }
    let content = CellRange(opening + 1, position)
    cursor.position = position + 1
    return afterQuote(
      bytes, &cursor, content: content, isEscaped: isEscaped, into: &table)
  }

  private func afterQuote(
    _ bytes: Span<UInt8>, _ cursor: inout Cursor, content: CellRange, isEscaped: Bool,
    into table: inout RecordTable
  ) -> Ending {
    let start = cursor.position
    let end = cursor.end
    var position = start
    while position < end, bytes[position] != delimiter, bytes[position] != Byte.lineFeed {
      position += 1
    }
    if position == end, !cursor.isFinal { return .window(openQuote: nil) }
    let endsLine = position < end && bytes[position] == Byte.lineFeed
    let isPair = endsLine && position == start + 1 && bytes[start] == Byte.carriageReturn
    if position > start, !isPair { table.noteTextAfterQuote() }
    if isEscaped { table.appendEscaped(content) } else { table.append(content) }
    cursor.position = min(position + 1, end)
    return position == end || endsLine ? .record : .field
  }
}
