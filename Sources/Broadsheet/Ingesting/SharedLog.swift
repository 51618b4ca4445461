import Ingestion
import Synchronization

/// A file of records that several threads read together.
///
/// CSV is cut into blocks that each thread takes apart itself; any other reader is taken in turns,
/// a batch at a time.
final class SharedLog: Sendable {
  private enum Source: Sendable {
    case blocks(CSVBlocks)
    case reader(TurnTaking)
  }

  /// A reader that one thread at a time may use.
  private final class TurnTaking: Sendable {
    let reader: Mutex<any BatchReader>

    init(_ reader: sending any BatchReader) {
      self.reader = Mutex(reader)
    }
  }

  /// What a thread takes at a time.
  enum Piece: Sendable {
    case text(TextBlock)
    case batch(Batch)
  }

  /// What there was in a piece.
  struct Content: Sendable {
    let batch: Batch?
    var problems: [RowProblem] = []
    var malformedRowCount = 0
    var bytesRead = 0
  }

  let header: [String]
  private let source: Source
  /// The file as messages name it.
  private let shown: String

  init(_ blocks: CSVBlocks, shown: String) {
    header = blocks.header
    source = .blocks(blocks)
    self.shown = shown
  }

  init(_ reader: sending any BatchReader, shown: String) {
    header = reader.header
    source = .reader(TurnTaking(reader))
    self.shown = shown
  }

  /// The next piece of the file; nil after the last. Called by one thread at a time.
  func next() throws(IngestionError) -> Piece? {
    do {
      switch source {
      case .blocks(let blocks): return try blocks.next().map { .text($0) }
      case .reader(let turns):
        let result = turns.reader.withLock { reader -> Result<Batch?, IngestionError> in
          do throws(IngestionError) {
            return .success(try reader.nextBatch())
          } catch {
            return .failure(error)
          }
        }
        return try result.get().map { .batch($0) }
      }
    } catch {
      throw error.named(shown)
    }
  }

  /// What takes pieces apart; one for each thread.
  func makeDecoder() -> Decoder {
    if case .blocks(let blocks) = source {
      return Decoder(blocks: blocks.makeDecoder(), shown: shown)
    }
    return Decoder(blocks: nil, shown: shown)
  }

  final class Decoder {
    private let blocks: CSVBlockDecoder?
    private let shown: String

    fileprivate init(blocks: CSVBlockDecoder?, shown: String) {
      self.blocks = blocks
      self.shown = shown
    }

    func content(of piece: Piece) throws(IngestionError) -> Content {
      switch piece {
      case .batch(let batch): return Content(batch: batch)
      case .text(let text):
        do {
          guard let decoded = try blocks?.decode(text) else {
            preconditionFailure("Text comes from blocks alone.")
          }
          return Content(
            batch: decoded.batch, problems: decoded.problems,
            malformedRowCount: decoded.malformedRowCount, bytesRead: text.bytesRead)
        } catch {
          throw error.named(shown)
        }
      }
    }
  }

  /// What was unreadable in the whole file.
  ///
  /// - Parameter contents: What the pieces held together, without their rows.
  /// - Throws: When there was too much of it.
  func unreadable(
    rowCount: Int, _ contents: Content
  ) throws(IngestionError) -> (problems: [RowProblem], malformedRowCount: Int) {
    switch source {
    case .blocks(let blocks):
      do {
        try blocks.checkMalformedShare(
          rowCount: rowCount, malformedRowCount: contents.malformedRowCount,
          firstProblems: contents.problems)
      } catch {
        throw error.named(shown)
      }
      return (contents.problems, contents.malformedRowCount)
    case .reader(let turns):
      return turns.reader.withLock { ($0.problems, $0.malformedRowCount) }
    }
  }
}
