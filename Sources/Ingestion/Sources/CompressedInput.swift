/// The compressed bytes of a file, block by block, for a decoder.
struct CompressedInput {
  let path: String
  private let file: FileBytes
  private(set) var bytes: [UInt8]
  /// The part of `bytes` that is not decompressed yet.
  private(set) var rest: Range<Int>
  /// Bytes of the file before `bytes[0]`.
  private var offset = 0
  private var fileHasEnded = false

  /// - Parameters:
  ///   - start: The bytes already taken from the file.
  ///   - blockBytes: Bytes read at a time; more if `start` is longer.
  init(file: FileBytes, start: [UInt8], blockBytes: Int) {
    path = file.path
    self.file = file
    bytes = start
    rest = 0..<start.count
    if bytes.count < blockBytes {
      bytes.append(contentsOf: repeatElement(0, count: blockBytes - bytes.count))
    }
  }

  /// True when nothing is left; after ``fillIfEmpty()``, at the end of the file.
  var isEmpty: Bool { rest.isEmpty }

  /// Where in the file the next byte is.
  var byteOffset: Int { offset + rest.lowerBound }

  /// The next byte.
  ///
  /// - Precondition: One is left.
  var first: UInt8 { bytes[rest.lowerBound] }

  /// Counts the next bytes as decompressed.
  mutating func drop(_ count: Int) {
    rest = rest.lowerBound + count..<rest.upperBound
  }

  /// Reads the next block if nothing is left of the last one.
  mutating func fillIfEmpty() throws(IngestionError) {
    guard isEmpty, !fileHasEnded else { return }
    offset += rest.upperBound
    rest = 0..<0
    let count = try file.read(into: &bytes, at: 0, upTo: bytes.count)
    rest = 0..<count
    fileHasEnded = count == 0
  }
}
