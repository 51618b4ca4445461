import Foundation
import History
import Testing

@Suite("RunLock")
struct RunLockTests {
  @Test("keeps a second run away, and says which history")
  func secondRun() throws {
    try withTemporaryHistory { path in
      let first = try RunLock(history: path)
      let error = try #require(throws: HistoryError.self) { try RunLock(history: path) }
      #expect(error.kind == .locked)
      #expect(error.path == path)
      try first.release()
    }
  }

  @Test("can be taken again once it is released")
  func released() throws {
    try withTemporaryHistory { path in
      try RunLock(history: path).release()
      try RunLock(history: path).release()
    }
  }

  @Test("does not keep readers of the history away")
  func readers() throws {
    try withTemporaryHistory { path in
      _ = try HistoryStore(path: path)
      let lock = try RunLock(history: path)
      #expect(try HistoryStore(path: path).read { try $0.model(named: "none") } == nil)
      try lock.release()
    }
  }

  @Test("belongs to one history only")
  func otherHistory() throws {
    try withTemporaryHistory { path in
      let first = try RunLock(history: path)
      let second = try RunLock(history: path + "-other")
      try first.release()
      try second.release()
    }
  }

  @Test("says storage, not damage, where it cannot be written")
  func missingFolder() throws {
    try withTemporaryHistory { path in
      let error = try #require(throws: HistoryError.self) {
        try RunLock(history: path + ".missing/history.sqlite")
      }
      #expect(error.kind == .storage)
    }
  }
}
