import Statistics
import Testing

@testable import Profiling

@Suite("Counts of cells")
struct CellCountsTests {
  private static let cells = 9

  /// Adds counts from a table, as many numbers at once are counted.
  private func move(_ added: [Int], to counts: inout CellCounts) {
    var table = [UInt16](repeating: 0, count: added.count + 2)
    for (cell, count) in added.enumerated() {
      table[CellCounts.place(ofCell: cell, of: added.count)] = UInt16(count)
    }
    counts.move(&table, cells: Self.cells)
    #expect(table.allSatisfy { $0 == 0 })
  }

  /// Counts one by one in the cells themselves, as few numbers are.
  private func countUp(_ cell: Int, times: Int, in counts: inout CellCounts) {
    counts.makeRoom(for: times, cells: Self.cells)
    let cell = CellCounts.place(ofCell: cell, of: Self.cells)
    for _ in 0..<times {
      if !counts.words.isEmpty {
        counts.words[cell] += 1
      } else if !counts.shorts.isEmpty {
        counts.shorts[cell] += 1
      } else {
        counts.bytes[cell] += 1
      }
    }
  }

  @Test("are what was added, however large they get and in whichever portions", arguments: 1...20)
  func sums(seed: UInt64) {
    var source = SplitMix64(seed: seed)
    var counts = CellCounts()
    var expected = [Int](repeating: 0, count: Self.cells)
    #expect(counts.list.isEmpty)
    for step in 0..<60 {
      let most = [3, 100, 255, 256, 20_000, 65_535][min(5, step / 12 + Int(seed % 3))]
      if Bool.random(using: &source) {
        let added = (0..<Self.cells).map { _ in Int.random(in: 0...most, using: &source) }
        move(added, to: &counts)
        for cell in expected.indices { expected[cell] += added[cell] }
      } else {
        let cell = Int.random(in: 0..<Self.cells, using: &source)
        let times = Int.random(in: 0...most, using: &source)
        countUp(cell, times: times, in: &counts)
        expected[cell] += times
      }
      #expect(counts.list == expected)
    }
  }

  @Test("stay a byte wide while no cell is large, whatever their sum is")
  func width() {
    var counts = CellCounts()
    for round in 0..<120 {
      countUp(round % Self.cells, times: 9, in: &counts)
    }
    #expect(counts.bytes.count == Self.cells)
    #expect(counts.list.reduce(0, +) == 1_080)
    countUp(0, times: 300, in: &counts)
    #expect(counts.bytes.isEmpty && counts.shorts.count == Self.cells)
    countUp(0, times: 70_000, in: &counts)
    #expect(counts.shorts.isEmpty && counts.words.count == Self.cells)
    #expect(counts.list[0] == 14 * 9 + 70_300)
  }
}
