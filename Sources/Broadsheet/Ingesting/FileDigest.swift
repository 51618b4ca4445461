import Crypto
import Ingestion

/// Size and SHA-256 of a file: what it is known by.
package struct FileDigest: Hashable, Sendable {
  /// Bytes.
  package let size: Int
  /// 64 hexadecimal digits.
  package let hexadecimal: String

  private static let blockSize = 1 << 17

  init(size: Int, hexadecimal: String) {
    self.size = size
    self.hexadecimal = hexadecimal
  }

  /// Reads the file once, in blocks.
  package init(ofFileAt path: String) throws {
    let file = try FileBytes(path: path)
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    var hash = SHA256()
    while true {
      let count = try file.read(into: &block, at: 0, upTo: block.count)
      if count == 0 { break }
      hash.update(data: block[..<count])
    }
    size = file.bytesRead
    hexadecimal = ContentDigest.text(of: hash.finalize())
  }

  /// The digest of the digests of several files, in the given order.
  package init(combining parts: [FileDigest]) {
    var hash = SHA256()
    for part in parts { hash.update(data: Array(part.hexadecimal.utf8)) }
    size = parts.reduce(0) { $0 + $1.size }
    hexadecimal = parts.count == 1 ? parts[0].hexadecimal : ContentDigest.text(of: hash.finalize())
  }
}
