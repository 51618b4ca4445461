import CZlib

/// One zlib decompression state; the only user of zlib.
@safe
final class Inflater {
  /// What one step did.
  struct Step {
    enum Status {
      case moreToCome
      case endOfMember
      case failed(reason: String)
    }

    let consumed: Int
    let produced: Int
    let status: Status
  }

  /// zlib keeps a pointer back to this structure, so it must never move.
  private let stream: UnsafeMutablePointer<z_stream>

  init(path: String) throws(IngestionError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe inflateInit2_(
      stream, Self.gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      // Every stored property is set by now, so deinit runs and frees the structure.
      throw IngestionError(.cannotRead(reason: "zlib error \(status)"), path: path)
    }
  }

  deinit {
    // Also right after a failed initialisation: zlib then only reports that there is no state.
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Prepares for the next member.
  func reset() {
    unsafe inflateReset(stream)
  }

  /// Decompresses as much as the input and the room allow.
  ///
  /// - Precondition: Both ranges lie within their arrays and are not empty.
  func inflate(
    _ input: [UInt8], from: Range<Int>, into output: inout [UInt8], at room: Range<Int>
  ) -> Step {
    precondition(input.indices.contains(from.lowerBound) && from.upperBound <= input.count)
    precondition(output.indices.contains(room.lowerBound) && room.upperBound <= output.count)
    // The pointers stay in the stream after the closures end, but zlib touches them only inside
    // `inflate`, and they are set anew before each call.
    let status = unsafe input.withUnsafeBufferPointer { origin in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: origin.baseAddress.map { unsafe $0 + from.lowerBound })
        unsafe stream.pointee.avail_in = UInt32(from.count)
        unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + room.lowerBound }
        unsafe stream.pointee.avail_out = UInt32(room.count)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    return Step(
      consumed: from.count - Int(unsafe stream.pointee.avail_in),
      produced: room.count - Int(unsafe stream.pointee.avail_out),
      status: outcome(status))
  }

  /// The largest window, and a gzip header rather than a zlib one.
  private static let gzipOnly: Int32 = 15 + 16

  private func outcome(_ status: Int32) -> Step.Status {
    switch status {
    // Z_BUF_ERROR only says that nothing could be done with what was there.
    case Z_OK, Z_BUF_ERROR: .moreToCome
    case Z_STREAM_END: .endOfMember
    default:
      if let message = unsafe stream.pointee.msg {
        .failed(reason: unsafe String(cString: message))
      } else {
        .failed(reason: "zlib error \(status)")
      }
    }
  }
}
