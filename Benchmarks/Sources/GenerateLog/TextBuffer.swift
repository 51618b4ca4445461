import Foundation

/// Text on its way to a file, written in large pieces.
struct TextBuffer: ~Copyable {
  private var bytes: [UInt8] = []
  private let file: FileHandle

  init(path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    bytes.reserveCapacity(Self.limit + 65_536)
  }

  private static let limit = 4 << 20

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ digits: Int, width: Int) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    var rest = digits
    while divisor > 0 {
      bytes.append(48 + UInt8(rest / divisor % 10))
      rest %= divisor
      divisor /= 10
    }
  }

  /// `value` with `digits` places after the point, or in its shortest exact form for 17.
  mutating func append(_ value: Double, digits: Int) {
    guard digits < 17 else { return append("\(value)") }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    if value < 0 { bytes.append(45) }
    append("\(scaled / Int(scale))")
    bytes.append(46)
    append(scaled % Int(scale), width: digits)
  }

  /// A record is complete; the file gets it when enough have come.
  mutating func endRecord() throws {
    bytes.append(10)
    if bytes.count >= Self.limit { try flush() }
  }

  mutating func flush() throws {
    try file.write(contentsOf: Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }

  consuming func close() throws {
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
