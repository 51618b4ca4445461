/// The bytes of a file in blocks, decompressed if it is a gzip or zstd file.
///
/// What a file is, its first bytes decide; names are often wrong.
final class ByteSource {
  private let file: FileBytes
  private let decoder: (any Decoder)?
  /// Bytes of a plain file that were read to recognise it and not handed out yet.
  private var probed: ArraySlice<UInt8>

  /// - Parameter blockBytes: Compressed bytes read at a time.
  /// - Throws: Also for files of a format that is known and cannot be read.
  init(path: String, blockBytes: Int) throws(IngestionError) {
    file = try FileBytes(path: path)
    var start = [UInt8](repeating: 0, count: ForeignFormat.probedBytes)
    var count = 0
    while count < start.count {
      let added = try file.read(into: &start, at: count, upTo: start.count - count)
      if added == 0 { break }
      count += added
    }
    let read = start.prefix(count)
    if read.starts(with: GzipDecoder.signature) {
      decoder = try GzipDecoder(file: file, start: Array(read), blockBytes: blockBytes)
      probed = []
    } else if ZstdDecoder.recognises(read) {
      decoder = try ZstdDecoder(file: file, start: Array(read), blockBytes: blockBytes)
      probed = []
    } else if let format = ForeignFormat(start: read) {
      throw format.error(path: path)
    } else {
      decoder = nil
      probed = read
    }
  }

  /// Bytes of the file, as stored there, that were read so far.
  var bytesRead: Int { file.bytesRead }

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
