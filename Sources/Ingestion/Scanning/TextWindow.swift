/// The bytes of a text that were read and not used yet, in one buffer.
///
/// What lies before `position` is used up. Before more is read, the rest moves to the front of the
/// buffer, so that the buffer holds one block and the beginning of one record.
struct TextWindow: ~Copyable {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where more bytes come from; nil when blocks are loaded instead.
  private let source: ByteSource?
  /// The buffer; what lies beyond `filled` has no meaning.
  var bytes: [UInt8] = []
  /// The end of what has been read into the buffer.
  private(set) var filled = 0
  /// The first byte that belongs to no record yet.
  var position = 0
  /// True when nothing follows what is in the buffer.
  private(set) var hasEnded: Bool
  /// The end of what is known to be UTF-8.
  private var validated = 0
  private var invalidByte: Int?

  /// A window on the text of a source.
  init(on source: ByteSource) {
    self.source = source
    hasEnded = false
  }

  /// A window on blocks that are loaded.
  init() {
    source = nil
    hasEnded = true
  }

  /// Bytes that were read and not used yet.
  var count: Int { filled - position }

  /// True when all of the text has been used.
  var isUsedUp: Bool { hasEnded && position == filled }

  // MARK: - Filling

  /// Reads more: what is not used moves to the front, by `position` places, and what is new follows it.
  ///
  /// - Parameters:
  ///   - wanted: Bytes asked of the source.
  ///   - padding: Bytes that the buffer has beyond them.
  mutating func refill(upTo wanted: Int, padding: Int = 0) throws(IngestionError) {
    let kept = count
    if position > 0 {
      for offset in 0..<kept { bytes[offset] = bytes[position + offset] }
      validated -= position
      invalidByte = invalidByte.map { $0 - position }
      filled = kept
      position = 0
    }
    let needed = filled + wanted + padding
    if bytes.count < needed {
      bytes.append(contentsOf: repeatElement(0, count: needed - bytes.count))
    }
    let added = try source?.read(into: &bytes, at: filled, upTo: wanted) ?? 0
    hasEnded = added == 0
    filled += added
    validate()
  }

  /// Steps over the byte order mark if the text begins with it.
  mutating func skipByteOrderMark() {
    if bytes.prefix(filled).starts(with: Self.byteOrderMark) {
      position = Self.byteOrderMark.count
    }
  }

  /// Takes a block in place of whatever was there.
  mutating func load(_ block: consuming TextBlock) {
    position = block.start
    validated = block.start
    invalidByte = nil
    filled = block.end
    // Last, and taken over: what is changed in it should not have to be copied.
    bytes = block.bytes.take()
    validate()
  }

  /// Gives up the buffer, and all that is in it.
  mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    (position, filled, validated) = (0, 0, 0)
    return taken
  }

  // MARK: - Text

  /// The first byte that is not part of UTF-8 text, if it lies before `end`.
  func invalidByte(before end: Int) -> Int? {
    guard let invalidByte, invalidByte < end else { return nil }
    return invalidByte
  }

  /// Goes on behind text that is not UTF-8, if any lies before `next`.
  mutating func skipInvalidText(upTo next: Int) {
    guard invalidByte(before: next) != nil else { return }
    invalidByte = nil
    validated = next
    validate()
  }

  /// Extends the part of the buffer that is known to be UTF-8 as far as whole characters go.
  private mutating func validate() {
    guard invalidByte == nil, validated < filled else { return }
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(validated..<filled))
      validated = filled
    } catch {
      let start = validated + error.byteOffsets.lowerBound
      let end = validated + error.byteOffsets.upperBound
      // A character cut off by the end of the block is completed by the next one.
      let isCutOff = error.kind == .truncatedScalar && end == filled && !hasEnded
      if !isCutOff { invalidByte = start }
      validated = start
    }
  }
}
