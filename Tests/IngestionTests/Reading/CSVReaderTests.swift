import Statistics
import Testing

@testable import Ingestion

@Suite("CSVReader")
struct CSVReaderTests {
  private let both = [ColumnRequest("a", type: .text), ColumnRequest("b", type: .text)]

  @Test(
    "splits fields and records by RFC 4180",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["1", "2"]]),
      ("a,b\n1,2", [["1", "2"]]),
      ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
      ("a,b\n\n1,2\r\n\r\n\n3,4\n\n", [["1", "2"], ["3", "4"]]),
      ("\n\na,b\n1,2\n", [["1", "2"]]),
      ("a,b\n\"x,y\",\"p\nq\"\n", [["x,y", "p\nq"]]),
      ("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", [["say \"hi\"", "\""]]),
      ("\"a\",\"b\"\r\n\"1\",\"2\"\r\n", [["1", "2"]]),
      ("a,b\n1,\"2\"", [["1", "2"]]),
      ("a,b\n,\n", [["", ""]]),
      ("a,b\n\"\",\"\"\n", [["", ""]]),
      ("a,b\n1\r2,3\n", [["1\r2", "3"]]),
      ("a,b\n5\" disk,3\n", [["5\" disk", "3"]]),
      ("a,b\n 1 ,\tä€😀\n", [[" 1 ", "\tä€😀"]]),
      ("a,b\n", []),
      ("a,b", []),
    ] as [(String, [[String]])])
  func splits(text: String, rows: [[String]]) throws {
    let read = try ReadFile(text, both)
    #expect(read.error == nil)
    #expect(read.rows == rows)
    #expect(read.header == ["a", "b"])
  }

  @Test("reads semicolons and tabs when asked to", arguments: [(";", "1,5"), ("\t", "1,5")])
  func delimiters(delimiter: String, first: String) throws {
    let options = CSVOptions(delimiter: try #require(CSVOptions.Delimiter(rawValue: delimiter)))
    let read = try ReadFile("a\(delimiter)b\n1,5\(delimiter)2\n", both, options)
    #expect(read.rows == [[first, "2"]])
  }

  @Test("names the line on which each row starts")
  func lines() throws {
    let read = try ReadFile("a,b\n1,\"x\ny\nz\"\n\n2,y\n\"\n\",z\n3,w\n", both)
    #expect(read.lines == [2, 6, 7, 9])
  }

  @Test("hands out columns in the order of the requests, the same one in two types")
  func requestOrder() throws {
    let requests = [
      ColumnRequest("n", type: .category), ColumnRequest("t", type: .timestamp),
      ColumnRequest("n", type: .number), ColumnRequest("gone", type: .number, presence: .optional),
    ]
    let read = try ReadFile("t,n\n1970-01-02,7\n,\nsoon,x\n", requests)
    #expect(
      read.rows == [["7", "86400000", "7.0", "-"], ["∅", "∅", "∅", "-"], ["x", "!", "!", "-"]])
    #expect(read.malformedRowCount == 0)
  }

  @Test("ends batches at the largest number of rows, with names of their own in each")
  func batches() throws {
    let text = "c\n" + (0..<10).map { "v\($0 % 3)\n" }.joined()
    let file = try TemporaryFile(text)
    let reader = try CSVReader(
      path: file.path, requests: [ColumnRequest("c", type: .category)],
      options: CSVOptions(maximumBatchRows: 4))
    let first = try #require(try reader.nextBatch())
    let second = try #require(try reader.nextBatch())
    guard case .category(let names) = first.columns[0],
      case .category(let later) = second.columns[0]
    else {
      Issue.record("The columns are not categories.")
      return
    }
    #expect(names.values == ["v0", "v1", "v2"])
    #expect(names.codes == [0, 1, 2, 0])
    #expect(later.values == ["v1", "v2", "v0"])
    #expect(later.codes == [0, 1, 2, 0])
    #expect(try reader.nextBatch()?.rowCount == 2)
    #expect(try reader.nextBatch() == nil)
    #expect(try reader.nextBatch() == nil)
    #expect(reader.rowCount == 10)
  }

  @Test("numbers many categories as they first appear")
  func manyCategories() throws {
    var generator = SplitMix64(seed: 5)
    let names = (0..<4_000).map { _ in "name \(Int.random(in: 0..<1_500, using: &generator))" }
    let read = try ReadFile(
      "c\n" + names.joined(separator: "\n"), [ColumnRequest("c", type: .category)])
    #expect(read.rows.map { $0[0] } == names)
  }

  @Test("ends a batch early when its rows are long")
  func byteBudget() throws {
    let row = String(repeating: "x", count: 900_000)
    let text = "a\n" + String(repeating: row + "\n", count: 6)
    let read = try ReadFile(text, [ColumnRequest("a", type: .text)])
    #expect(read.batchSizes == [5, 1])
    #expect(read.rows.allSatisfy { $0[0] == row })
  }

  @Test("reads numbers, booleans and the missing tokens of pandas")
  func numbers() throws {
    let cells = [
      "1", " 2.5\t", "TRUE", "False", "", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "<NA>",
      "#N/A", "n/a", "-nan", "-NaN", "1.#IND", "1.#QNAN", "-1.#IND", "-1.#QNAN", "#N/A N/A", "#NA",
      " NA ", "inf", "-Infinity", "1e999", "1,5", "0x10", "yes", "1_000",
    ]
    let text = "a,b\n" + cells.map { "\"\($0)\",\n" }.joined()
    let read = try ReadFile(text, [ColumnRequest("a", type: .number)])
    let expected =
      ["1.0", "2.5", "1.0", "0.0"] + Array(repeating: "∅", count: 20)
      + Array(repeating: "!", count: 7)
    #expect(read.rows.map { $0[0] } == expected)
  }

  @Test("keeps NA as a category unless told that it is missing")
  func missingTokens() throws {
    let requests = [ColumnRequest("a", type: .category), ColumnRequest("b", type: .number)]
    let text = "a,b\nNA,NA\n-9,-9\n,\n"
    let usual = try ReadFile(text, requests)
    let told = try ReadFile(text, requests, CSVOptions(missingTokens: ["-9"]))
    #expect(usual.rows == [["NA", "∅"], ["-9", "-9.0"], ["∅", "∅"]])
    #expect(told.rows == [["NA", "!"], ["∅", "∅"], ["∅", "∅"]])
  }

  @Test("reads local times in the zone of the options")
  func zone() throws {
    let options = CSVOptions(zone: try #require(ZoneTable(identifier: "Europe/Berlin")))
    let read = try ReadFile(
      "t\n2013-07-01\n2013-07-01T00:00Z\n", [ColumnRequest("t", type: .timestamp)], options)
    // Python: datetime(2013, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).timestamp() == 1372629600.0
    #expect(read.rows == [["1372629600000"], ["1372636800000"]])
  }
}
