import Assessment

/// Gives statuses in tables the shape that belongs to their words, keeps a number and its sign of
/// per cent on one line, and lets a digest break where a line ends.
enum StatusMarkup {
  private static let cellEnd = Array("</td>".utf8)
  private static let noBreakSpace = Array("\u{A0}".utf8)
  /// Hexadecimal digits of a SHA-256, and after how many of them a line may end.
  private static let digestLength = 64
  private static let digestPart = 16
  private static let breakPlace = Array("<wbr>".utf8)

  /// For each status what a cell must end with, and what takes its place.
  private static let chips = Status.allCases.map { status in
    (
      words: Array(">\(status.words)".utf8),
      chip: Array(
        "><span class=\"status status-\(status.rawValue)\">\(status.words)</span>".utf8)
    )
  }

  /// A cell whose whole text is a status becomes a chip, the space of `4.2 %` one that does not
  /// break; everything else stays as it is.
  ///
  /// One pass over the bytes: the pages of a large archive are gigabytes in all.
  static func decorated(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1_024)
    let cellEnd = cellEnd
    let span = bytes.span
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard span[index] == UInt8(ascii: "%") || span[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if bytes[index] == UInt8(ascii: "%"), index > copied + 1,
        bytes[index - 1] == UInt8(ascii: " "),
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index - 2])
      {
        result += bytes[copied..<(index - 1)]
        result += noBreakSpace
        copied = index
      }
      guard index + cellEnd.count <= bytes.count, span[index + 1] == cellEnd[1],
        span[index + 2] == cellEnd[2],
        bytes[index..<index + cellEnd.count].elementsEqual(cellEnd)
      else {
        index += 1
        continue
      }
      let found = chips.first { chip in
        index - chip.words.count >= copied && chip.words.last == bytes[index - 1]
          && bytes[(index - chip.words.count)..<index].elementsEqual(chip.words)
      }
      if let found {
        result += bytes[copied..<(index - found.words.count)]
        result += found.chip
        copied = index
      } else if isDigest(bytes, endingAt: index), index - digestLength >= copied {
        for part in stride(from: index - digestLength, to: index, by: digestPart) {
          result += bytes[copied..<part + digestPart]
          copied = part + digestPart
          if copied < index { result += breakPlace }
        }
      }
      index += cellEnd.count
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a cell that ends at `end` holds a digest and nothing else.
  private static func isDigest(_ bytes: [UInt8], endingAt end: Int) -> Bool {
    let start = end - digestLength
    guard start > 0, bytes[start - 1] == UInt8(ascii: ">") else { return false }
    return bytes[start..<end].allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
  }
}
