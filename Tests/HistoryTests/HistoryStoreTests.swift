import Foundation
import GRDB
import History
import Profiling
import Testing

@Suite("HistoryStore")
struct HistoryStoreTests {
  private struct Interruption: Error {}

  private func names(_ sql: String, in path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: sql) }
  }

  @Test("creates its folder and tables, by a migration with a name")
  func createsTables() throws {
    try withTemporaryHistory { path in
      let nested = path + ".d/deep/history.sqlite"
      _ = try HistoryStore(path: nested)
      let tables = try names("SELECT name FROM sqlite_master WHERE type = 'table'", in: nested)
      #expect(
        Set(tables).isSuperset(of: [
          "model", "version", "arm", "inputFile", "inputProfile", "outcomeProfile",
          "referenceProfile", "segmentCombination", "publishedTerms", "publishedValue",
          "ledgerSecret", "ledgerAnswer", "ledgerRun", "ledgerPage", "profileStamp",
          "measuredPeriod", "measuredReference", "publishedUnit", "publishedState", "knownFile",
        ]))
      #expect(
        try names("SELECT identifier FROM grdb_migrations", in: nested) == [
          "create the record", "keep first published values", "keep first published terms",
          "keep predictions in a compact ledger", "keep manifests and revisions",
          "keep measures and what pages were made from", "keep measures of references",
          "know files by what the file system says of them",
        ])
    }
  }

  @Test("opens a second time without changing anything")
  func opensAgain() throws {
    try withTemporaryHistory { path in
      let schema = SampleModel.schema
      try HistoryStore(path: path).write { history in
        _ = try history.addModel(named: "one", schema: schema, referenceDigest: "abc")
      }
      let model = try HistoryStore(path: path).read { try $0.model(named: "one") }
      #expect(model?.schema == schema)
      #expect(model?.referenceDigest == "abc")
    }
  }

  @Test("keeps nothing of a transaction that throws, and passes the error on")
  func allOrNothing() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      #expect(throws: Interruption.self) {
        try store.write { history in
          _ = try history.addModel(
            named: "one", schema: SampleModel.schema, referenceDigest: nil)
          throw Interruption()
        }
      }
      #expect(try store.read { try $0.model(named: "one") } == nil)
    }
  }

  @Test("refuses to write inside a read")
  func readOnly() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      #expect(throws: HistoryError.self) {
        try store.read { history in
          _ = try history.addModel(
            named: "one", schema: SampleModel.schema, referenceDigest: nil)
        }
      }
    }
  }

  @Test("is one file once it is settled")
  func settles() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      try store.write { history in
        _ = try history.addModel(
          named: "one", schema: SampleModel.schema, referenceDigest: nil)
      }
      try store.settle()
      try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
      let copy = try HistoryStore(path: path + ".copy").read { try $0.model(named: "one") }
      #expect(copy != nil)
    }
  }

  @Test("says of a text file that it is no history, and what to do")
  func textFile() throws {
    try withTemporaryHistory { path in
      let text = Data("id,truth\n1,0\n".utf8)
      try text.write(to: URL(fileURLWithPath: path))
      let error = try #require(throws: HistoryError.self) { try HistoryStore(path: path) }
      #expect(error.kind == .unreadable)
      #expect(error.path == path)
      #expect(error.advice.contains("'history'"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }
  }

  @Test("refuses a history with a migration that it does not know")
  func newerProgram() throws {
    try withTemporaryHistory { path in
      _ = try HistoryStore(path: path)
      try DatabaseQueue(path: path).write { database in
        try database.execute(
          sql: "INSERT INTO grdb_migrations (identifier) VALUES ('add something later')")
      }
      let error = try #require(throws: HistoryError.self) { try HistoryStore(path: path) }
      #expect(error.kind == .tooNew)
      #expect(error.advice.contains("Install"))
    }
  }

  @Test("says storage, not damage, when its folder cannot be made")
  func folderUnderAFile() throws {
    try withTemporaryHistory { path in
      try Data().write(to: URL(fileURLWithPath: path))
      let error = try #require(throws: HistoryError.self) {
        try HistoryStore(path: path + "/below/history.sqlite")
      }
      #expect(error.kind == .storage)
    }
  }

  @Test("says corrupt of a profile that cannot be read")
  func damagedProfile() throws {
    try withTemporaryHistory { path in
      let store = try HistoryStore(path: path)
      let day = Day(number: 20_000)
      let arm = try store.write { history in
        let arm = try SampleModel.arm(in: history)
        try history.save(InputProfile(), malformedRowCount: 0, of: arm, day: day)
        return arm
      }
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "UPDATE inputProfile SET profile = x'FF'")
      }
      let error = try #require(throws: (any Error).self) {
        try store.read { try $0.inputProfile(of: arm, day: day)?.malformedRowCount }
      }
      #expect((error as? HistoryError)?.kind == .corrupt)
    }
  }
}
