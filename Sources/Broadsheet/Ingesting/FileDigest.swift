import Crypto
import Foundation

/// Size and SHA-256 of a file: what it is known by.
package struct FileDigest: Hashable, Sendable {
  /// Bytes.
  package let size: Int
  /// 64 hexadecimal digits.
  package let hexadecimal: String

  private static let blockSize = 1 << 20

  /// Reads the file once, in blocks.
  package init(ofFileAt path: String) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { file.closeFile() }
    var hash = SHA256()
    var size = 0
    while let block = try file.read(upToCount: Self.blockSize), !block.isEmpty {
      hash.update(data: block)
      size += block.count
    }
    self.size = size
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
