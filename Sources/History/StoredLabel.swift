package import Profiling

/// A label with the time at which it was observed.
package struct StoredLabel: Hashable, Sendable {
  package let answer: Answer
  /// Milliseconds since 1970-01-01 UTC; `nil` when the label carries no time.
  package let time: Int64?

  package init(answer: Answer, time: Int64?) {
    self.answer = answer
    self.time = time
  }

  /// Whether this label, read later, takes the place of `earlier`.
  ///
  /// The later observation wins whichever file was read first; of two without a difference in time
  /// the one that was read last.
  package func replaces(_ earlier: StoredLabel) -> Bool {
    guard self != earlier else { return false }
    guard let mine = time, let theirs = earlier.time, mine != theirs else { return true }
    return mine > theirs
  }
}
