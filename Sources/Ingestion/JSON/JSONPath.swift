/// The keys that lead to one value of a record, from the outermost to the innermost.
///
/// Written with dots between the keys: `request.features.age`. A dot that belongs to a key is
/// written `\.`, a backslash `\\`. A whole number is also the place of an element of an array,
/// counted from 0: `scores.0`.
struct JSONPath: Hashable {
  /// At least one; any of them may be empty, as JSON allows.
  let keys: [[UInt8]]

  init(keys: [[UInt8]]) {
    self.keys = keys
  }

  /// nil when a backslash stands before something other than a dot or a backslash.
  init?(_ text: String) {
    var keys: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8 {
      switch (byte, isEscaped) {
      case (UInt8(ascii: "\\"), false):
        isEscaped = true
        continue
      case (UInt8(ascii: "."), false): keys.append([])
      case (UInt8(ascii: "."), true), (UInt8(ascii: "\\"), true), (_, false):
        keys[keys.count - 1].append(byte)
      case (_, true): return nil
      }
      isEscaped = false
    }
    guard !isEscaped else { return nil }
    self.keys = keys
  }

  /// The path as it is written in a configuration.
  var text: String {
    keys.map { key in
      var written: [UInt8] = []
      for byte in key {
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "\\") {
          written.append(UInt8(ascii: "\\"))
        }
        written.append(byte)
      }
      return String(decoding: written, as: UTF8.self)
    }.joined(separator: ".")
  }
}
