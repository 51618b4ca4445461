/// The list of files in the bytes of a manifest, read without a decoder: it is nearly all of them.
///
/// Reads exactly what ``AuditManifest/canonicalBytes()`` writes for plain texts. Anything else is left
/// to the decoder, and whoever reads a manifest compares it with its canonical form.
struct PlainFileList {
  let files: [AuditManifest.File]
  /// The bytes of the manifest with an empty list.
  let rest: [UInt8]

  private static let start = Array("\"files\":[".utf8)
  private static let beforePath = Array("{\"path\":\"".utf8)
  private static let beforeDigest = Array(",\"sha256\":\"".utf8)
  private static let beforeSize = Array(",\"size\":".utf8)

  /// `nil` for a list that is not plain.
  init?(in bytes: [UInt8]) {
    guard let place = Self.place(of: Self.start, in: bytes) else { return nil }
    var index = place + Self.start.count
    let listStart = index
    var files: [AuditManifest.File] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
      if !files.isEmpty {
        guard Self.take([UInt8(ascii: ",")], bytes, &index) else { return nil }
      }
      guard Self.take(Self.beforePath, bytes, &index), let path = Self.text(bytes, &index),
        Self.take(Self.beforeDigest, bytes, &index), let sha256 = Self.text(bytes, &index),
        Self.take(Self.beforeSize, bytes, &index), let size = Self.number(bytes, &index),
        Self.take([UInt8(ascii: "}")], bytes, &index)
      else { return nil }
      files.append(AuditManifest.File(path: path, size: size, sha256: sha256))
    }
    guard index < bytes.count else { return nil }
    self.files = files
    rest = Array(bytes[..<listStart] + bytes[index...])
  }

  /// Only texts without quotes and escapes stand before the list, so its first mention is its begin.
  private static func place(of part: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.indices.first { index in
      bytes[index] == part[0] && index + part.count <= bytes.count
        && bytes[index..<(index + part.count)].elementsEqual(part)
    }
  }

  private static func take(_ part: [UInt8], _ bytes: [UInt8], _ index: inout Int) -> Bool {
    guard index + part.count <= bytes.count else { return false }
    for offset in part.indices where bytes[index + offset] != part[offset] { return false }
    index += part.count
    return true
  }

  /// A text up to its closing quote, which is taken too.
  private static func text(_ bytes: [UInt8], _ index: inout Int) -> String? {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] > 0x1F, bytes[index] < 0x7F, bytes[index] != UInt8(ascii: "\\") else {
        return nil
      }
      index += 1
    }
    guard index < bytes.count else { return nil }
    defer { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func number(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    return Int(String(decoding: bytes[start..<index], as: UTF8.self))
  }
}
