import Synchronization

/// What went wrong with a part of a record that is read only when somebody asks for it.
///
/// Whoever asks cannot be told there: the part is empty then. So whoever publishes or exports a record
/// asks here once all is made and before anything of it is written.
package final class ReadingFault: Sendable {
  private let first = Mutex<(any Error)?>(nil)

  package init() {}

  /// Of several errors the first one is kept.
  package func note(_ error: any Error) {
    first.withLock { known in
      if known == nil { known = error }
    }
  }

  /// Throws what was noted.
  package func check() throws {
    if let error = first.withLock({ $0 }) { throw error }
  }
}

extension [ModelRecord] {
  /// Throws when a part of a record that was asked for could not be read.
  package func checkReading() throws {
    for record in self { try record.fault?.check() }
  }
}
