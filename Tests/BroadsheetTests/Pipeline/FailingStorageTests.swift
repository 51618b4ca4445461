import Assessment
import Broadsheet
import GRDB
import History
import Testing

@Suite("A history that cannot be written")
struct FailingStorageTests {
  @Test("is an error of the history, not a refusal of the file")
  func storageFailure() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", SampleRows(numbers: 0..<42).predictions)
      try space.ingest()
      // Stands for a full disk: the write fails within the database.
      try DatabaseQueue(path: space.historyPath).write { database in
        try database.execute(
          sql: """
            CREATE TRIGGER full BEFORE INSERT ON inputFile
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END
            """)
      }
      let before = try space.state()
      try space.write("predictions/b.csv", SampleRows(numbers: 42..<84).predictions)
      let error = #expect(throws: HistoryError.self) { try space.ingest() }
      #expect(error?.kind == .storage)
      #expect(try space.state() == before)
    }
  }
}
