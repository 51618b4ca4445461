/// Where the bytes of one field lie in the scanner's buffer, quotes excluded.
///
/// 32 bits a side keep a tile of cells small; the options bound buffers to less than that.
struct CellRange: Sendable, Equatable {
  private let lower: UInt32
  private let upper: UInt32

  @inline(__always)
  init(_ start: Int, _ end: Int) {
    assert(0 <= start && start <= end && end <= Int(UInt32.max), "A cell outside any buffer.")
    lower = UInt32(truncatingIfNeeded: start)
    upper = UInt32(truncatingIfNeeded: end)
  }

  var start: Int { Int(lower) }
  var end: Int { Int(upper) }
  var count: Int { Int(upper) - Int(lower) }
  var isEmpty: Bool { lower == upper }

  /// The range without spaces and tabs at both ends.
  func trimmed(in bytes: Span<UInt8>) -> CellRange {
    var start = start
    var end = end
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return CellRange(start, end)
  }

  /// The text of the field.
  func text(in bytes: Span<UInt8>) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(start..<end)))
    } catch {
      preconditionFailure("The scanner hands out only fields of valid UTF-8.")
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
