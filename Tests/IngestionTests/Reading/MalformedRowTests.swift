import Testing

@testable import Ingestion

@Suite("Malformed rows")
struct MalformedRowTests {
  private let strict = [
    ColumnRequest("id", type: .text, onInvalid: .rejectRow),
    ColumnRequest("n", type: .number, onInvalid: .rejectRow),
    ColumnRequest("c", type: .category, onInvalid: .rejectRow),
    ColumnRequest("t", type: .timestamp, onInvalid: .rejectRow),
  ]

  @Test("leaves them out and says where and why")
  func reports() throws {
    let text = """
      id,n,c,t
      a,1,x,2020-01-01
      b,one,y,2020-01-01
      c,,y,2020-01-01
      ,1,y,2020-01-01
      e,1,,2020-01-01
      f,1,y,2020-02-30
      g,1,y
      h,1,y,2020-01-01,5
      i,"1"2,y,2020-01-01
      j,2,z,1970-01-01

      """
    let read = try ReadFile(text, strict, .tolerant())
    #expect(read.rows == [["a", "1.0", "x", "1577836800000"], ["j", "2.0", "z", "0"]])
    #expect(read.lines == [2, 11])
    #expect(
      read.problems.map(\.description) == [
        "line 3, field 2 (n): is not a number",
        "line 4, field 2 (n): is missing where a value is required",
        "line 5, field 1 (id): is missing where a value is required",
        "line 6, field 3 (c): is missing where a value is required",
        "line 7, field 4 (t): is not a date or time",
        "line 8, field 4 (t): the row has 3 fields, the header has 4",
        "line 9, field 5: the row has 5 fields, the header has 4",
        "line 10, field 2 (n): has text after the closing quote",
      ])
    #expect(read.malformedRowCount == 8)
  }

  @Test("leave no name behind in the categories of their batch")
  func categoryNames() throws {
    let file = try TemporaryFile("id,n,c,t\na,x,bad,1\nb,1,good,1\n")
    let reader = try CSVReader(path: file.path, requests: strict, options: .tolerant())
    guard case .category(let column) = try reader.nextBatch()?.columns[2] else {
      Issue.record("The column is not a category.")
      return
    }
    #expect(column.values == ["good"])
  }

  @Test("are kept ten at most, and all counted")
  func keepsTen() throws {
    let read = try ReadFile(
      "a\n" + String(repeating: "1,2\n", count: 25), [ColumnRequest("a", type: .text)], .tolerant())
    #expect(read.malformedRowCount == 25)
    #expect(read.problems.map(\.line) == Array(2...11))
  }

  @Test("are an error above the accepted share, after the last batch")
  func tooMany() throws {
    let text = "id,n\n" + String(repeating: "a,1\n", count: 98) + "b,secret\nc\n"
    let requests = [
      ColumnRequest("id", type: .text), ColumnRequest("n", type: .number, onInvalid: .rejectRow),
    ]
    let accepted = try ReadFile(text, requests, CSVOptions(maximumMalformedShare: 0.02))
    let refused = try ReadFile(text, requests)
    #expect(accepted.error == nil)
    #expect(refused.rows.count == 98)
    let error = try #require(refused.error)
    #expect(
      error.kind
        == .tooManyMalformedRows(count: 2, total: 100, firstProblems: accepted.problems))
    #expect(
      error.description == """
        f.csv:100: 2 of 100 rows are malformed; the first: line 100, field 2 (n): is not a number; \
        line 101, field 2 (n): the row has 1 field, the header has 2
        Correct the file, or raise 'malformed_share' if such rows may be left out.
        """)
  }

  @Test("do not include rows whose cells are only marked")
  func markedCells() throws {
    let read = try ReadFile("n\nx\ny\n", [ColumnRequest("n", type: .number)])
    #expect(read.error == nil)
    #expect(read.rows == [["!"], ["!"]])
    #expect(read.malformedRowCount == 0)
  }
}
