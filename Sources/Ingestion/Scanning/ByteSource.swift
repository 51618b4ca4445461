/// The bytes of a file in blocks, decompressed if it is a gzip file.
///
/// What a file is, its first two bytes decide; names are often wrong.
final class ByteSource {
  private let file: FileBytes
  private let decoder: GzipDecoder?
  /// Bytes of a plain file that were read to recognise it and not handed out yet.
  private var probed: ArraySlice<UInt8>

  /// - Parameter blockBytes: Compressed bytes read at a time.
  init(path: String, blockBytes: Int) throws(IngestionError) {
    file = try FileBytes(path: path)
    var start = [UInt8](repeating: 0, count: 2)
    var count = 0
    while count < start.count {
      let added = try file.read(into: &start, at: count, upTo: start.count - count)
      if added == 0 { break }
      count += added
    }
    if start == GzipDecoder.signature {
      decoder = try GzipDecoder(file: file, start: start, blockBytes: blockBytes)
      probed = []
    } else {
      decoder = nil
      probed = start.prefix(count)
    }
  }

  /// Reads up to `count` bytes to `buffer[offset...]`; 0 only at the end of the data.
  ///
  /// - Precondition: The buffer has room for them, and `count` is at least 1.
  func read(
    into buffer: inout [UInt8], at offset: Int, upTo count: Int
  ) throws(IngestionError) -> Int {
    if let decoder { return try decoder.read(into: &buffer, at: offset, upTo: count) }
    guard probed.isEmpty else {
      let handed = probed.prefix(count)
      for (index, byte) in handed.enumerated() { buffer[offset + index] = byte }
      probed = probed.dropFirst(handed.count)
      return handed.count
    }
    return try file.read(into: &buffer, at: offset, upTo: count)
  }
}
