import GRDB
import Statistics
import Testing

@testable import History

@Suite("Rows of a file that are put aside")
struct LedgerSpillTests {
  /// Rows of which many share their key, wholly or in its first part.
  private func rows(_ count: Int, from first: Int, _ random: inout SplitMix64) -> LedgerRows {
    var rows = LedgerRows(scoreCount: 2)
    for number in 0..<count {
      rows.entries.high.append(random.next() % 3 == 0 ? random.next() % 5 : random.next())
      for column in rows.entries.columns.indices {
        rows.entries.columns[column].append(
          column == 0 ? random.next() % 3 : random.next() >> (random.next() % 64))
      }
      rows.ordinals.append(UInt64(first + number))
    }
    return rows
  }

  private func lines(_ rows: LedgerRows) -> [[UInt64]] {
    (0..<rows.count).map { row in
      [rows.entries.high[row]] + rows.entries.columns.map { $0[row] } + [rows.ordinals[row]]
    }
  }

  @Test(
    "come back in the order of their keys and of the file, ids never divided",
    arguments: [1, 7, 500, 100_000])
  func order(_ batch: Int) throws {
    try DatabaseQueue().write { database in
      var random = SplitMix64(seed: 41)
      var spill = LedgerSpill(database: database, scoreCount: 2)
      var expected: [[UInt64]] = []
      for count in [1, 1_500, 0, 2_048, 37] {
        let rows = rows(count, from: expected.count, &random)
        expected += lines(rows)
        try spill.add(rows, order: rows.order)
      }
      expected.sort { ($0[0], $0[1], $0[$0.count - 1]) < ($1[0], $1[1], $1[$1.count - 1]) }
      var merge = try LedgerSpillMerge(spill, batch: batch)
      var found: [[UInt64]] = []
      while let rows = try merge.next() {
        #expect(found.last?.first != rows.entries.high.first)
        found += lines(rows)
      }
      #expect(found == expected)
      try spill.clear()
      #expect(spill.isEmpty)
      #expect(
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_temp_master") == 0)
    }
  }

  @Test("say so when they are gone")
  func gone() throws {
    try DatabaseQueue().write { database in
      var random = SplitMix64(seed: 42)
      var spill = LedgerSpill(database: database, scoreCount: 2)
      let rows = rows(10, from: 0, &random)
      try spill.add(rows, order: rows.order)
      try database.execute(sql: "DELETE FROM temp.ledgerSpill")
      #expect(throws: LedgerFault.self) { try LedgerSpillMerge(spill, batch: 5) }
    }
  }
}
