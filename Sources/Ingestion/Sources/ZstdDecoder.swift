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

  private let file: FileBytes
  private let stream: ZstdStream
  private var input: [UInt8]
  /// The part of `input` not decompressed yet.
  private var next = 0
  private var end: Int
  /// Bytes of the file before `input[0]`.
  private var inputOffset = 0
  private var fileHasEnded = false
  private var isInsideFrame = true

  /// - Parameter start: The bytes already taken from the file.
  init(file: FileBytes, start: [UInt8], blockBytes: Int) throws(IngestionError) {
    self.file = file
    stream = try ZstdStream(path: file.path)
    input = start
    end = start.count
    if input.count < blockBytes {
      input.append(contentsOf: repeatElement(0, count: blockBytes - input.count))
    }
  }

  func read(
    into buffer: inout [UInt8], at offset: Int, upTo count: Int
  ) throws(IngestionError) -> Int {
    while true {
      if next == end, !fileHasEnded { try fillInput() }
      if next == end, !isInsideFrame { return 0 }
      let step = stream.decompress(
        input, from: next..<end, into: &buffer, at: offset..<offset + count)
      let isLast = next == end
      next += step.consumed
      switch step.status {
      case .moreToCome: isInsideFrame = true
      case .endOfFrame: isInsideFrame = false
      case .failed(let reason):
        throw IngestionError(
          .corruptZstd(byteOffset: inputOffset + next, reason: reason), path: file.path)
      }
      if step.produced > 0 { return step.produced }
      if isLast, isInsideFrame {
        throw IngestionError(.truncatedZstd(byteOffset: inputOffset + next), path: file.path)
      }
    }
  }

  private func fillInput() throws(IngestionError) {
    inputOffset += end
    next = 0
    end = try file.read(into: &input, at: 0, upTo: input.count)
    fileHasEnded = end == 0
  }
}
