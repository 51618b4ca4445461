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

  private let inflater: Inflater
  private var input: CompressedInput
  private var state = State.insideMember

  /// - Parameter start: The bytes already taken from the file.
  init(file: FileBytes, start: [UInt8], blockBytes: Int) throws(IngestionError) {
    inflater = try Inflater(path: file.path)
    input = CompressedInput(file: file, start: start, blockBytes: blockBytes)
  }

  /// Decompresses up to `count` bytes to `buffer[offset...]`; 0 only at the end of the data.
  func read(
    into buffer: inout [UInt8], at offset: Int, upTo count: Int
  ) throws(IngestionError) -> Int {
    while true {
      try input.fillIfEmpty()
      switch state {
      case .insideMember:
        if input.isEmpty {
          throw IngestionError(.truncatedGzip(byteOffset: input.byteOffset), path: input.path)
        }
        let step = inflater.inflate(
          input.bytes, from: input.rest, into: &buffer, at: offset..<offset + count)
        input.drop(step.consumed)
        switch step.status {
        case .moreToCome: break
        case .endOfMember: state = .betweenMembers
        case .failed(let reason): throw corrupt(reason)
        }
        if step.produced > 0 { return step.produced }
      case .betweenMembers:
        if input.isEmpty { state = .ended } else { try beginMember() }
      case .padding:
        if input.isEmpty { state = .ended } else { try skipPadding() }
      case .ended:
        return 0
      }
    }
  }

  private func beginMember() throws(IngestionError) {
    if input.first == 0 {
      state = .padding
    } else if input.first == Self.signature[0] {
      inflater.reset()
      state = .insideMember
    } else {
      throw corrupt("other data follows")
    }
  }

  private func skipPadding() throws(IngestionError) {
    while !input.isEmpty, input.first == 0 { input.drop(1) }
    if !input.isEmpty { throw corrupt("other data follows") }
  }

  private func corrupt(_ reason: String) -> IngestionError {
    IngestionError(.corruptGzip(byteOffset: input.byteOffset, reason: reason), path: input.path)
  }
}
