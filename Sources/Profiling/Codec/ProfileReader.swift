/// Why stored bytes are no profile.
package enum ProfileCodecError: Error, Equatable {
  /// The bytes end in the middle of a value.
  case truncated
  /// A form that this version of the program does not know.
  case unknownVersion(UInt64)
  /// A value that no profile can hold.
  case invalid(String)
}

extension ProfileCodecError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .truncated: "a stored profile ends too early"
    case .unknownVersion(let version): "a stored profile has the unknown version \(version)"
    case .invalid(let what): "a stored profile holds an invalid \(what)"
    }
  }
}

/// Reads what ``ProfileWriter`` wrote; every fault in the bytes is an error, never a trap.
struct ProfileReader {
  let bytes: [UInt8]
  /// Index of the byte that is read next.
  private(set) var position = 0
  /// Version of the stored form that the bytes have.
  var version: UInt64 = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// Leaves out what was read from ``bytes`` otherwise, up to an index that may lie beyond their end.
  mutating func skip(to end: Int) throws(ProfileCodecError) {
    guard end <= bytes.count else { throw .truncated }
    position = end
  }

  private mutating func byte() throws(ProfileCodecError) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func word() throws(ProfileCodecError) -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64, shift < 63 || next <= 1 else { throw .invalid("number") }
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return result }
      shift += 7
    }
  }

  mutating func count() throws(ProfileCodecError) -> Int {
    // Sums of so many counts as a profile has stay far from overflow.
    guard let count = Int(exactly: try word()), count < 1 << 48 else { throw .invalid("count") }
    return count
  }

  mutating func flag() throws(ProfileCodecError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw .invalid("flag")
    }
  }

  mutating func number() throws(ProfileCodecError) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      bits |= UInt64(try byte()) << UInt64(shift)
    }
    return Double(bitPattern: bits)
  }

  mutating func optionalNumber() throws(ProfileCodecError) -> Double? {
    try flag() ? try number() : nil
  }

  mutating func text() throws(ProfileCodecError) -> String {
    let length = try count()
    guard length <= bytes.count - position else { throw .truncated }
    defer { position += length }
    guard let text = String(validating: bytes[position..<(position + length)], as: UTF8.self)
    else { throw .invalid("text") }
    return text
  }

  mutating func sparseCounts() throws(ProfileCodecError) -> [Int] {
    let length = try count()
    let entries = try count()
    guard length <= 1 << 24, entries <= length else { throw .invalid("vector") }
    var counts = [Int](repeating: 0, count: length)
    var next = 0
    for _ in 0..<entries {
      let gap = try count()
      guard gap < length - next else { throw .invalid("vector") }
      next += gap
      counts[next] = try count()
      next += 1
    }
    return counts
  }

  /// A list as ``ProfileWriter/write(list:_:)`` wrote it.
  mutating func list<Element>(
    _ body: (inout ProfileReader) throws(ProfileCodecError) -> Element
  ) throws(ProfileCodecError) -> [Element] {
    let length = try count()
    guard length <= bytes.count - position else { throw .truncated }
    var result: [Element] = []
    result.reserveCapacity(length)
    for _ in 0..<length { result.append(try body(&self)) }
    return result
  }
}
