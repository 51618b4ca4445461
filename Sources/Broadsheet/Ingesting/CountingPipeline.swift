import Dispatch
import Foundation
import Ingestion
import Profiling
import Synchronization

/// Reads and counts a prediction log with several threads, and hands its rows on in file order.
///
/// Threads take turns to read a piece of the file and count it side by side. What they leave of its
/// rows is delivered to the caller's own thread, one piece after the other as in the file, so that
/// nothing that reaches the record depends on which thread was faster.
struct CountingPipeline {
  let log: PredictionLog
  let counter: PredictionCounter
  let threadCount: Int
  /// Whether the row that starts on a line is not counted, because it was read before; nil when all
  /// rows are.
  let left: (@Sendable (Int) -> Bool)?

  /// Why a file was given up.
  enum Failure: Error {
    case reading(IngestionError)
    case unknownStage(line: Int, text: String)
  }

  /// What a thread made of a piece of the file.
  struct Counted: Sendable {
    var rows: PredictionBlock?
    var content = SharedLog.Content(batch: nil)
  }

  /// Reads to the end.
  ///
  /// - Parameter deliver: Called on the calling thread for each piece, in file order.
  /// - Throws: The first failure in file order, or what `deliver` throws. All threads have ended then.
  func run(_ file: SharedLog, deliver: (Counted) throws -> Void) throws {
    let line = DeliveryLine(file: file, room: 2 * threadCount + 2)
    let group = DispatchGroup()
    for _ in 0..<threadCount {
      group.enter()
      // Threads of their own: the callers wait for them, perhaps on every thread that a pool has.
      Thread.detachNewThread { [self] in
        defer { group.leave() }
        var memory = CountingMemory()
        let decoder = file.makeDecoder()
        while let (index, piece) = line.take() {
          line.put(count(piece, decoder, &memory), at: index)
        }
      }
    }
    defer {
      line.stop()
      group.wait()
    }
    while let counted = try line.next() { try deliver(counted) }
  }

  private func count(
    _ piece: Result<SharedLog.Piece, Failure>, _ decoder: SharedLog.Decoder,
    _ memory: inout CountingMemory
  ) -> Result<Counted, Failure> {
    do throws(Failure) {
      let piece = try piece.get()
      let content: SharedLog.Content
      do throws(IngestionError) {
        content = try decoder.content(of: piece)
      } catch {
        throw Failure.reading(error)
      }
      var counted = Counted()
      if let batch = content.batch {
        if let (line, text) = log.unknownStage(in: batch) {
          throw Failure.unknownStage(line: line, text: text)
        }
        counted.rows = counter.count(batch, leavingOut: left, spare: &memory)
      }
      counted.content = SharedLog.Content(
        batch: nil, problems: content.problems, malformedRowCount: content.malformedRowCount,
        bytesRead: content.bytesRead)
      return .success(counted)
    } catch {
      return .failure(error)
    }
  }
}

/// Pieces that are being counted, and counted ones until their turn to be delivered has come.
private final class DeliveryLine: Sendable {
  typealias Piece = Result<SharedLog.Piece, CountingPipeline.Failure>
  typealias Outcome = Result<CountingPipeline.Counted, CountingPipeline.Failure>

  private struct State: Sendable {
    /// Number of outcomes delivered.
    var delivered = 0
    /// The number of pieces, once the file has ended.
    var count: Int?
    var ready: [Int: Outcome] = [:]
  }

  /// Held while a piece is read, so that numbers follow the file.
  private let turn = Mutex(Turn())
  private struct Turn: Sendable {
    var taken = 0
    var hasEnded = false
  }

  private let file: SharedLog
  private let state = Mutex(State())
  /// One signal for each piece that may be taken: it bounds what waits for its turn.
  private let room = DispatchSemaphore(value: 0)
  /// One signal for each outcome, and for the end.
  private let arrivals = DispatchSemaphore(value: 0)

  init(file: SharedLog, room places: Int) {
    self.file = file
    for _ in 0..<places { room.signal() }
  }

  /// The next piece with its number; nil when there is nothing more to do.
  func take() -> (Int, Piece)? {
    room.wait()
    return turn.withLock { turn -> (Int, Piece)? in
      guard !turn.hasEnded else {
        // Wakes the next thread that waits for room, which finds the end, too.
        room.signal()
        return nil
      }
      let index = turn.taken
      do throws(IngestionError) {
        if let piece = try file.next() {
          turn.taken += 1
          return (index, .success(piece))
        }
        end(&turn, count: index)
        return nil
      } catch {
        end(&turn, count: index + 1)
        return (index, .failure(.reading(error)))
      }
    }
  }

  func put(_ outcome: Outcome, at index: Int) {
    state.withLock { $0.ready[index] = outcome }
    arrivals.signal()
  }

  /// The next outcome in file order; nil after the last.
  func next() throws -> CountingPipeline.Counted? {
    while true {
      let (outcome, isAtEnd) = state.withLock { state in
        (state.ready.removeValue(forKey: state.delivered), state.count == state.delivered)
      }
      if let outcome {
        state.withLock { $0.delivered += 1 }
        room.signal()
        return try outcome.get()
      }
      if isAtEnd { return nil }
      arrivals.wait()
    }
  }

  /// Lets all threads end after what they are doing.
  func stop() {
    turn.withLock { $0.hasEnded = true }
    room.signal()
  }

  private func end(_ turn: inout Turn, count: Int) {
    turn.hasEnded = true
    state.withLock { $0.count = count }
    arrivals.signal()
    room.signal()
  }
}
