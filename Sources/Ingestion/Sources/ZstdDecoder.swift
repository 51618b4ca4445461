/// Decompresses a zstd file of one or more frames (RFC 8878) with libzstd.
///
/// Skippable frames are skipped. The window is limited to the 128 MiB that `zstd` itself accepts
/// without `--long`, so that a file cannot ask for any amount of memory.
final class ZstdDecoder: Decoder {
  /// Whether the first four bytes of a file are those of a zstd frame, or of a frame to be skipped.
  static func recognises(_ start: some Sequence<UInt8>) -> Bool {
    let bytes = Array(start.prefix(4))
    guard bytes.count == 4 else { return false }
    if bytes == [0x28, 0xB5, 0x2F, 0xFD] { return true }
    return bytes[0] & 0xF0 == 0x50 && Array(bytes.dropFirst()) == [0x2A, 0x4D, 0x18]
  }

  private let stream: ZstdStream
  private var input: CompressedInput
  private var isInsideFrame = true

  /// - Parameter start: The bytes already taken from the file.
  init(file: FileBytes, start: [UInt8], blockBytes: Int) throws(IngestionError) {
    stream = try ZstdStream(path: file.path)
    input = CompressedInput(file: file, start: start, blockBytes: blockBytes)
  }

  func read(
    into buffer: inout [UInt8], at offset: Int, upTo count: Int
  ) throws(IngestionError) -> Int {
    while true {
      try input.fillIfEmpty()
      if input.isEmpty, !isInsideFrame { return 0 }
      let step = stream.decompress(
        input.bytes, from: input.rest, into: &buffer, at: offset..<offset + count)
      let isLast = input.isEmpty
      input.drop(step.consumed)
      switch step.status {
      case .moreToCome: isInsideFrame = true
      case .endOfFrame: isInsideFrame = false
      case .failed(let reason):
        throw IngestionError(
          .corruptZstd(byteOffset: input.byteOffset, reason: reason), path: input.path)
      }
      if step.produced > 0 { return step.produced }
      if isLast, isInsideFrame {
        throw IngestionError(.truncatedZstd(byteOffset: input.byteOffset), path: input.path)
      }
    }
  }
}
