/// Tidies what empty sections of a template leave behind.
enum BlankLines {
  /// At most one blank line in a row, none at the start, one line feed at the end.
  ///
  /// A line of nothing but spaces is blank. One pass over the bytes.
  static func collapsed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1)
    var isPending = false
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if line.allSatisfy({ $0 == 0x20 }) {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(0x0A) }
        isPending = false
        result += line
        result.append(0x0A)
      }
      start = end + 1
    }
    if result.isEmpty { result.append(0x0A) }
    return String(decoding: result, as: UTF8.self)
  }
}
