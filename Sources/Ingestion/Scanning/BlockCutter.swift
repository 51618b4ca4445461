import Synchronization

/// Some consecutive whole records of a file, as bytes.
package struct TextBlock: Sendable {
  /// The records; what lies beyond `end` has no meaning.
  let bytes: BlockBytes
  /// The first byte that is part of the block.
  var start: Int
  var end: Int
  /// The 1-based line of the file on which the block starts.
  var firstLine: Int
  /// Bytes of the file, as stored there, that were read so far.
  package let bytesRead: Int
}

/// Bytes that go from thread to thread and are taken once: whoever takes them is their only owner, and
/// can write to them without a copy.
final class BlockBytes: Sendable {
  private let bytes: Mutex<[UInt8]>

  init(_ bytes: [UInt8]) {
    self.bytes = Mutex(bytes)
  }

  /// Gives the bytes away; nothing is left for a second call.
  func take() -> [UInt8] {
    bytes.withLock { bytes in
      var taken: [UInt8] = []
      swap(&taken, &bytes)
      return taken
    }
  }
}

/// Cuts a CSV file into blocks of whole records, so that several threads can take them apart.
///
/// Only quotes decide whether a line feed ends a record, so all that is looked at are quotes and the
/// bytes around them. Where a quote opens a field and where it closes it is what ``RecordSplitter``
/// says; blocks end where it would end a record.
struct BlockCutter: ~Copyable {
  private static let lineFeed = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")

  /// Rows that a block of long lines should have, and how much larger it may be for them.
  private static let rowsWanted = 1_024
  private static let largestGrowth = 4

  let path: String
  private let source: ByteSource
  private let delimiter: UInt8
  private let blockBytes: Int
  private let maximumRecordBytes: Int
  /// The beginning of the next block.
  private var carried: [UInt8] = []
  /// Bytes of the text taken from the source so far.
  private var taken = 0
  private var line = 1
  /// What blocks ask of the file, once it is known how long lines are.
  private var wantedBytes: Int
  private var isAtStart = true
  private var hasEnded = false

  init(path: String, options: CSVOptions) throws(IngestionError) {
    self.path = path
    source = try ByteSource(path: path, blockBytes: options.blockBytes)
    delimiter = options.delimiter.byte
    blockBytes = options.blockBytes
    wantedBytes = options.blockBytes
    maximumRecordBytes = options.maximumRecordBytes
  }

  /// The next block; nil after the last.
  ///
  /// A block whose first record is longer than allowed ends inside it, and is the last.
  ///
  /// - Parameter spare: Bytes of a block that is done with, to be filled anew.
  mutating func next(reusing spare: consuming [UInt8] = []) throws(IngestionError) -> TextBlock? {
    if hasEnded { return nil }
    // Moved, as two owners would cost a copy of the block.
    var bytes = consume spare
    if bytes.count < carried.count { bytes = carried }
    for (index, byte) in carried.enumerated() { bytes[index] = byte }
    var filled = carried.count
    carried = []
    while true {
      filled = try fill(&bytes, filled)
      let mark = TextWindow.byteOrderMark
      let start = isAtStart && bytes.prefix(filled).starts(with: mark) ? mark.count : 0
      let isComplete = hasEnded || (isAtStart && filled < mark.count)
      if !isComplete {
        guard let end = recordsEnd(bytes.span, start..<filled) else {
          if filled - start <= maximumRecordBytes { continue }
          // The reader of the block finds that its first record is too long, and says where.
          hasEnded = true
          return block(bytes, start, filled)
        }
        carried = Array(bytes[end..<filled])
        return block(bytes, start, end)
      }
      guard hasEnded else { continue }
      return filled > start ? block(bytes, start, filled) : nil
    }
  }

  private mutating func block(_ bytes: [UInt8], _ start: Int, _ end: Int) -> TextBlock {
    isAtStart = false
    let firstLine = line
    let lineCount = ByteSearch.count(Self.lineFeed, in: bytes.span, start..<end)
    line += lineCount
    // With hundreds of columns a block holds few rows, and what is looked up for a column is fetched for
    // few numbers.
    let manyRows = (end - start) / max(1, lineCount) * Self.rowsWanted
    wantedBytes = max(blockBytes, min(manyRows, Self.largestGrowth * blockBytes))
    return TextBlock(
      bytes: BlockBytes(bytes), start: start, end: end, firstLine: firstLine,
      bytesRead: source.bytesRead)
  }

  /// Reads one block more.
  ///
  /// - Returns: The end of what has been read.
  private mutating func fill(_ bytes: inout [UInt8], _ filled: Int) throws(IngestionError) -> Int {
    // Blocks grow with what was read before: in a small file one that is large would hold many days,
    // and all of them are counted at once. Reads that grow with a long record keep the effort linear.
    let wanted = max(min(wantedBytes, max(ByteScanner.probedBytes, taken / 32)), filled / 4)
    if bytes.count < filled + wanted {
      // With room to spare, as the next block carries over a little more or less.
      var larger = [UInt8](repeating: 0, count: filled + wanted + wanted / 8)
      for index in 0..<filled { larger[index] = bytes[index] }
      bytes = larger
    }
    let count = try source.read(into: &bytes, at: filled, upTo: wanted)
    if count == 0 { hasEnded = true }
    taken += count
    if isAtStart { try checkBinary(bytes, filled..<filled + count) }
    return filled + count
  }

  /// A NUL in the first block is taken as the mark of a binary file.
  private func checkBinary(_ bytes: [UInt8], _ range: Range<Int>) throws(IngestionError) {
    let probed = range.clamped(to: 0..<ByteScanner.probedBytes)
    if ByteSearch.first(0, in: bytes.span, probed) < probed.upperBound {
      throw IngestionError(.binaryFile, path: path)
    }
  }

  /// The end of the last record that is known to end in the window, which starts with a record.
  private func recordsEnd(_ bytes: Span<UInt8>, _ window: Range<Int>) -> Int? {
    var found: Int?
    // Outside quotes, at the beginning of a record or right before a delimiter or line feed.
    var position = window.lowerBound
    while position < window.upperBound {
      let quote = ByteSearch.first(Self.quote, in: bytes, position..<window.upperBound)
      let opens = quote == window.upperBound || opensField(bytes, quote, window.lowerBound)
      if let feed = ByteSearch.last(Self.lineFeed, in: bytes, position..<quote) { found = feed + 1 }
      if quote == window.upperBound { break }
      guard opens else {
        position = quote + 1
        continue
      }
      guard let closing = closingQuote(bytes, quote, window.upperBound) else { break }
      // What follows a closing quote is text up to the end of the field, quotes included.
      position = closing + 1
      while position < window.upperBound, bytes[position] != delimiter,
        bytes[position] != Self.lineFeed
      {
        position += 1
      }
    }
    return found
  }

  private func opensField(_ bytes: Span<UInt8>, _ quote: Int, _ start: Int) -> Bool {
    quote == start || bytes[quote - 1] == delimiter || bytes[quote - 1] == Self.lineFeed
  }

  /// The quote that closes the one at `opening`; nil when more bytes are needed to know it.
  private func closingQuote(_ bytes: Span<UInt8>, _ opening: Int, _ end: Int) -> Int? {
    var position = opening + 1
    while true {
      position = ByteSearch.first(Self.quote, in: bytes, position..<end)
      if position + 1 >= end { return nil }
      if bytes[position + 1] != Self.quote { return position }
      position += 2
    }
  }
}
