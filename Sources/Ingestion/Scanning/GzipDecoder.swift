/// Decompresses a gzip file of one or more members (RFC 1952) with zlib.
///
/// Zero bytes after the last member are skipped, as gzip(1) does: tapes and some object stores pad
/// files. Anything else there is an error.
final class GzipDecoder: Decoder {
  /// The first two bytes of every member.
  static let signature: [UInt8] = [0x1F, 0x8B]

  private enum State {
    case insideMember, betweenMembers, padding, ended
  }

  private let file: FileBytes
  private let inflater: Inflater
  private var input: [UInt8]
  /// The part of `input` not decompressed yet.
  private var next: Int
  private var end: Int
  /// Bytes of the file before `input[0]`.
  private var inputOffset = 0
  private var fileHasEnded = false
  private var state = State.insideMember

  /// - Parameter start: The bytes already taken from the file.
  init(file: FileBytes, start: [UInt8], blockBytes: Int) throws(IngestionError) {
    self.file = file
    inflater = try Inflater(path: file.path)
    input = start
    next = 0
    end = start.count
    if input.count < blockBytes {
      input.append(contentsOf: repeatElement(0, count: blockBytes - input.count))
    }
  }

  /// Decompresses up to `count` bytes to `buffer[offset...]`; 0 only at the end of the data.
  func read(
    into buffer: inout [UInt8], at offset: Int, upTo count: Int
  ) throws(IngestionError) -> Int {
    while true {
      if next == end, !fileHasEnded { try fillInput() }
      switch state {
      case .insideMember:
        if next == end {
          throw IngestionError(.truncatedGzip(byteOffset: byteOffset), path: file.path)
        }
        let step = inflater.inflate(
          input, from: next..<end, into: &buffer, at: offset..<offset + count)
        next += step.consumed
        switch step.status {
        case .moreToCome: break
        case .endOfMember: state = .betweenMembers
        case .failed(let reason): throw corrupt(reason)
        }
        if step.produced > 0 { return step.produced }
      case .betweenMembers:
        if next == end { state = .ended } else { try beginMember() }
      case .padding:
        if next == end { state = .ended } else { try skipPadding() }
      case .ended:
        return 0
      }
    }
  }

  private var byteOffset: Int { inputOffset + next }

  private func fillInput() throws(IngestionError) {
    inputOffset += end
    next = 0
    end = try file.read(into: &input, at: 0, upTo: input.count)
    fileHasEnded = end == 0
  }

  private func beginMember() throws(IngestionError) {
    if input[next] == 0 {
      state = .padding
    } else if input[next] == Self.signature[0] {
      inflater.reset()
      state = .insideMember
    } else {
      throw corrupt("other data follows")
    }
  }

  private func skipPadding() throws(IngestionError) {
    while next < end, input[next] == 0 { next += 1 }
    if next < end { throw corrupt("other data follows") }
  }

  private func corrupt(_ reason: String) -> IngestionError {
    IngestionError(.corruptGzip(byteOffset: byteOffset, reason: reason), path: file.path)
  }
}
