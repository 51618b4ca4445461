import CZstd

/// One zstd decompression state; the only user of libzstd.
@safe
final class ZstdStream {
  /// What one step did.
  struct Step {
    enum Status {
      case moreToCome
      case endOfFrame
      case failed(reason: String)
    }

    let consumed: Int
    let produced: Int
    let status: Status
  }

  /// An opaque structure that belongs to libzstd.
  private let stream: OpaquePointer

  init(path: String) throws(IngestionError) {
    guard let created = unsafe ZSTD_createDStream() else {
      throw IngestionError(.cannotRead(reason: "libzstd has no memory"), path: path)
    }
    unsafe stream = created
  }

  deinit {
    unsafe ZSTD_freeDStream(stream)
  }

  /// Decompresses as much as the input and the room allow. After the end of a frame the next step
  /// begins the next one, and skips frames that hold no data.
  ///
  /// - Parameter from: May be empty at the end of the file, to get what is still held back.
  /// - Precondition: Both ranges lie within their arrays, and the room is not empty.
  func decompress(
    _ input: [UInt8], from: Range<Int>, into output: inout [UInt8], at room: Range<Int>
  ) -> Step {
    precondition(from.lowerBound >= 0 && from.upperBound <= input.count)
    precondition(output.indices.contains(room.lowerBound) && room.upperBound <= output.count)
    var consumed = 0
    var produced = 0
    // libzstd keeps neither pointer beyond the call, and the preconditions keep both ranges inside.
    let result = unsafe input.withUnsafeBufferPointer { origin in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var source = unsafe ZSTD_inBuffer(
          src: origin.baseAddress.map { unsafe UnsafeRawPointer($0 + from.lowerBound) },
          size: from.count, pos: 0)
        var sink = unsafe ZSTD_outBuffer(
          dst: target.baseAddress.map { unsafe UnsafeMutableRawPointer($0 + room.lowerBound) },
          size: room.count, pos: 0)
        let result = unsafe ZSTD_decompressStream(stream, &sink, &source)
        consumed = unsafe source.pos
        produced = unsafe sink.pos
        return result
      }
    }
    guard ZSTD_isError(result) == 0 else {
      let reason = unsafe String(cString: ZSTD_getErrorName(result))
      return Step(consumed: consumed, produced: produced, status: .failed(reason: reason))
    }
    return Step(
      consumed: consumed, produced: produced, status: result == 0 ? .endOfFrame : .moreToCome)
  }
}
