/// A table of GitHub Flavored Markdown, read from the lines of a paragraph; cells are still Markdown.
///
/// Source: GitHub Flavored Markdown Spec 0.29, section 4.10 "Tables (extension)". Deliberate leniency:
/// a line of the paragraph that lacks the `>` or the indentation of its quote or list still counts as
/// a row, and so does indented code right under a table; the specification ends the table there.
struct PipeTable: Equatable {
  enum Alignment: String {
    case left, center, right
  }

  /// One entry per column; `nil` leaves it to the stylesheet.
  let alignments: [Alignment?]
  let header: [String]
  /// Each as long as the header: missing cells are empty, surplus ones are dropped.
  let rows: [[String]]

  /// Finds the first delimiter row that fits the row above it.
  ///
  /// - Returns: The table and the number of lines above it, which stay a paragraph.
  static func find(in lines: [String]) -> (linesAbove: Int, table: PipeTable)? {
    for index in lines.indices.dropFirst() {
      guard let alignments = alignments(of: lines[index]) else { continue }
      let header = cells(of: lines[index - 1])
      guard header.count == alignments.count else { continue }
      let rows = lines[(index + 1)...].map { line -> [String] in
        let row = cells(of: line).prefix(header.count)
        return Array(row) + Array(repeating: "", count: header.count - row.count)
      }
      return (index - 1, PipeTable(alignments: alignments, header: header, rows: rows))
    }
    return nil
  }

  /// Splits a row at its pipes. A pipe after a backslash belongs to the cell, which loses that
  /// backslash; this holds in code too and comes before any other reading of the cell.
  static func cells(of line: String) -> [String] {
    let row = trimmed(line)
    var cells: [String] = []
    var start = row.first == pipe ? row.startIndex + 1 : row.startIndex
    var hasEscape = false
    for index in row.indices.dropFirst(start - row.startIndex) where row[index] == pipe {
      if index > start, row[index - 1] == backslash {
        hasEscape = true
        continue
      }
      cells.append(text(row[start..<index], hasEscape: hasEscape))
      start = index + 1
      hasEscape = false
    }
    // The pipe at the end of a row closes the last cell instead of opening another.
    if row.last != pipe || start < row.endIndex {
      cells.append(text(row[start...], hasEscape: hasEscape))
    }
    return cells
  }

  /// The alignments that a delimiter row asks for, or `nil` when the line is not one.
  private static func alignments(of line: String) -> [Alignment?]? {
    guard line.utf8.allSatisfy({ "|-: \t".utf8.contains($0) }) else { return nil }
    let cells = cells(of: line)
    var alignments: [Alignment?] = []
    for cell in cells {
      let opens = cell.hasPrefix(":")
      let closes = cell.count > 1 && cell.hasSuffix(":")
      let dashes = cell.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
      switch (opens, closes) {
      case (true, true): alignments.append(.center)
      case (true, false): alignments.append(.left)
      case (false, true): alignments.append(.right)
      case (false, false): alignments.append(nil)
      }
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static let pipe = UInt8(ascii: "|")
  private static let backslash = UInt8(ascii: "\\")

  private static func text(_ cell: ArraySlice<UInt8>, hasEscape: Bool) -> String {
    guard hasEscape else { return String(decoding: trimmed(cell), as: UTF8.self) }
    var bytes: [UInt8] = []
    for byte in cell {
      if byte == pipe, bytes.last == backslash { bytes.removeLast() }
      bytes.append(byte)
    }
    return String(decoding: trimmed(bytes[...]), as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    trimmed(Array(text.utf8)[...])
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }
}
