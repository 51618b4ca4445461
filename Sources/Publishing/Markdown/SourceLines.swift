/// A Markdown text and where its lines begin, counted as CommonMark counts them.
struct SourceLines {
  /// The text as bytes, without a byte order mark and with U+FFFD for every U+0000, so that byte
  /// columns agree with what the parser reports.
  let bytes: [UInt8]
  private let ranges: [Range<Int>]

  init(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.contains(0) { bytes = bytes.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] } }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
    ranges = Self.lineRanges(of: bytes)
  }

  /// Whether the text may say where a link of another place leads, as `[name]: address` does.
  var mayDefineLinks: Bool {
    bytes.indices.dropFirst().contains {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 - 1] == UInt8(ascii: "]")
    }
  }

  /// The lines of a paragraph as text, without indentation and block quote markers.
  ///
  /// - Parameters:
  ///   - first: Number of the first line, from 1.
  ///   - last: Number of the last line.
  ///   - column: Byte column in the first line where the paragraph begins, from 1.
  ///   - quoteDepth: Number of block quotes around it: each may repeat its `>` on every line.
  func paragraph(first: Int, last: Int, column: Int, quoteDepth: Int) -> [String] {
    guard first >= 1, last <= ranges.count, first <= last else { return [] }
    return (first...last).map { number in
      var line = bytes[ranges[number - 1]]
      if number == first {
        line = line.dropFirst(column - 1)
      } else {
        for _ in 0..<quoteDepth {
          line = line.drop(while: Self.isBlank)
          if line.first == UInt8(ascii: ">") { line = line.dropFirst() }
        }
      }
      return String(decoding: line.drop(while: Self.isBlank), as: UTF8.self)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func lineRanges(of bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index += 1
        continue
      }
      ranges.append(start..<index)
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
      start = index
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }
}
