import Statistics
import Testing

@testable import Profiling

@Suite("Columns within slices")
struct SlicedColumnTests {
  @Test("are what their rows alone would give over all rows", arguments: Task.allCases)
  func equalsFiltered(_ task: Task) throws {
    let log = SampleLog(task: task).countingSlices
    let lines = log.lines(300, seed: 8)
    let whole = try log.profile(of: lines)
    for slice in SampleLog.countedSlices {
      let filtered = try log.profile(of: lines.filter { Self.belongs($0, to: slice) })
      #expect(filtered.input.rowCount > 0)
      for column in log.schema.columns {
        #expect(
          whole.column(column, within: slice)
            == filtered.column(named: column.name, subject: column.subject),
          "\(column.name) within \(slice)")
      }
    }
  }

  @Test(
    "are counted for every row of the slice, and labels for every label", arguments: Task.allCases)
  func complete(_ task: Task) throws {
    let log = SampleLog(task: task).countingSlices
    let profile = try log.profile(of: log.lines(200, seed: 9))
    for asked in log.schema.slicedColumns {
      let column = try #require(log.schema.column(named: asked.column))
      let summary = try #require(profile.column(column, within: asked.slice))
      #expect(summary.rowCount == profile.rowCount(of: column, within: asked.slice))
    }
  }

  @Test("cost nothing where none is asked for, and only what is asked for")
  func onlyAsked() throws {
    let log = SampleLog(task: .binary)
    let lines = log.lines(50, seed: 4)
    let none = try log.asking([]).profile(of: lines)
    #expect(none.input.slicedColumns.isEmpty && none.outcome.slicedLabels.isEmpty)
    let asked = SlicedColumn(slice: .where("sex", "f"), column: "age")
    let unknown = SlicedColumn(slice: .where("sex", "f"), column: "height")
    let one = try log.asking([asked, unknown]).profile(of: lines)
    #expect(Array(one.input.slicedColumns.keys) == [asked])
    #expect(one.outcome.slicedLabels.isEmpty)
  }

  @Test("of profiles that counted them and that did not still merge, and tell how many rows lack")
  func mixed() throws {
    let log = SampleLog(task: .binary)
    let lines = log.lines(120, seed: 5)
    let before = try log.asking([]).profile(of: Array(lines.prefix(50)))
    let after = try log.profile(of: Array(lines.dropFirst(50)))
    let merged = before.merged(with: after)
    let slice = Slice.where("sex", "f")
    let age = try #require(log.schema.column(named: "age"))
    #expect(merged.column(age, within: slice) == after.column(age, within: slice))
    #expect(
      merged.rowCount(of: age, within: slice)
        == before.rowCount(of: age, within: slice) + after.rowCount(of: age, within: slice))
  }

  /// Columns 8 and 9 of a line are `town` and `sex`.
  private static func belongs(_ line: String, to slice: Slice) -> Bool {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return slice.parts.allSatisfy { part in
      let cell = part.attribute == "town" ? cells[8] : cells[9]
      return part.value == (cell.isEmpty ? SegmentTable.missingValue : cell)
    }
  }
}

@Suite("A schema that counts columns within slices")
struct SlicedSchemaTests {
  @Test("lists each once, in order, and is the plain one when none is left")
  func list() {
    let plain = SampleLog(task: .binary).asking([]).schema
    let one = SlicedColumn(slice: .where("sex", "f"), column: "town")
    let other = SlicedColumn(slice: .where("sex", "f"), column: "age")
    #expect(plain.counting([one, other, one]).slicedColumns == [other, one])
    #expect(plain.counting([one]).counting([]) == plain)
    #expect(plain.slicedColumns.isEmpty)
  }
}
