/// The smallest gzip file around some bytes: one stored block, nothing compressed (RFC 1951, 1952).
enum GzipSample {
  /// - Parameter content: At most 65,535 bytes.
  static func file(_ content: [UInt8]) -> [UInt8] {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let length = UInt16(content.count)
    return header + [1] + littleEndian(length) + littleEndian(~length) + content
      + littleEndian(checksum(of: content)) + littleEndian(UInt32(content.count))
  }

  /// CRC-32 as of ISO 3309, bit by bit.
  private static func checksum(of content: [UInt8]) -> UInt32 {
    ~content.reduce(UInt32.max) { register, byte in
      (0..<8).reduce(register ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }

  private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
