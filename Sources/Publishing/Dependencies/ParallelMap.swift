import Foundation
import Synchronization

/// Makes something of each element, side by side on all cores.
///
/// The results stand in the order of the elements, whichever thread was first; of several failures
/// the one of the first element is thrown. So nothing depends on the number of threads.
package enum ParallelMap {
  /// Room for deep documents: the usual half megabyte of a second thread is soon used up.
  private static let stackSize = 16 << 20

  package static func results<Element: Sendable, Result: Sendable, Failure: Error>(
    of elements: [Element], threadCount: Int,
    _ make: @escaping @Sendable (Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    guard threadCount > 1, elements.count > 1 else {
      var results: [Result] = []
      results.reserveCapacity(elements.count)
      for element in elements { results.append(try make(element)) }
      return results
    }
    let queue = ParallelQueue(elements, make)
    let group = DispatchGroup()
    for _ in 0..<min(threadCount, elements.count) {
      group.enter()
      let thread = Thread {
        queue.work()
        group.leave()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    group.wait()
    return try queue.results()
  }
}

/// Elements that threads take in turn.
private final class ParallelQueue<Element: Sendable, Outcome: Sendable, Failure: Error>: Sendable {
  private struct State {
    var next = 0
    var outcomes: [Result<Outcome, Failure>?]
    var hasFailed = false
  }

  private let elements: [Element]
  private let make: @Sendable (Element) throws(Failure) -> Outcome
  private let state: Mutex<State>

  init(_ elements: [Element], _ make: @escaping @Sendable (Element) throws(Failure) -> Outcome) {
    self.elements = elements
    self.make = make
    state = Mutex(State(outcomes: Array(repeating: nil, count: elements.count)))
  }

  func work() {
    // Elements are taken in order, so all before a failure are made, and the first one is known.
    while let index = take() {
      let outcome: Result<Outcome, Failure>
      do throws(Failure) {
        outcome = .success(try make(elements[index]))
      } catch {
        outcome = .failure(error)
      }
      put(outcome, at: index)
    }
  }

  func results() throws(Failure) -> [Outcome] {
    var results: [Outcome] = []
    results.reserveCapacity(elements.count)
    for outcome in state.withLock({ $0.outcomes }) {
      if let outcome { results.append(try outcome.get()) }
    }
    return results
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < elements.count, !state.hasFailed else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  private func put(_ outcome: Result<Outcome, Failure>, at index: Int) {
    state.withLock { state in
      if case .failure = outcome { state.hasFailed = true }
      state.outcomes[index] = outcome
    }
  }
}
