import Statistics
import Testing

@testable import Ingestion

@Suite("JSON Lines")
struct JSONLinesReaderTests {
  private func texts(_ names: String...) -> [ColumnRequest] {
    names.map { ColumnRequest($0, type: .text) }
  }

  @Test("give numbers, texts, categories and times by the paths of their keys")
  func types() throws {
    let read = try ReadFile(
      jsonLines: """
        {"id": "p1", "at": "2026-01-05T10:00:00Z", "in": {"age": 41, "sex": "f"}, "ok": true}
        {"ok": false, "in": {"sex": null, "age": 1.5e1}, "at": 1767607200, "id": 7}

        """,
      [
        ColumnRequest("id", type: .text), ColumnRequest("at", type: .timestamp),
        ColumnRequest("in.age", type: .number), ColumnRequest("in.sex", type: .category),
        ColumnRequest("ok", type: .number), ColumnRequest("ok", type: .category),
      ])
    #expect(read.error == nil)
    #expect(
      read.rows == [
        ["p1", "1767607200000", "41.0", "f", "1.0", "true"],
        ["7", "1767607200000", "15.0", "∅", "0.0", "false"],
      ])
    #expect(read.header == ["at", "id", "in.age", "in.sex", "ok"])
  }

  @Test("may have other keys, or another order of keys, in every record")
  func differentKeys() throws {
    let read = try ReadFile(
      jsonLines: "{\"a\":1,\"b\":2}\n{\"b\":3}\n{}\n{\"c\":{\"d\":5},\"a\":4}\n",
      texts("a", "b", "c.d"))
    #expect(read.rows == [["1", "2", ""], ["", "3", ""], ["", "", ""], ["4", "", "5"]])
  }

  @Test("hold missing values as null, NaN, the empty text or no key, and the usual tokens")
  func missing() throws {
    let read = try ReadFile(
      jsonLines: "{\"x\":null}\n{\"x\":NaN}\n{\"x\":\"\"}\n{}\n{\"x\":\"NA\"}\n{\"x\":Infinity}\n",
      [ColumnRequest("x", type: .number)])
    #expect(read.rows.map { $0[0] } == ["∅", "∅", "∅", "∅", "∅", "!"])
  }

  @Test("keep a dot and a backslash within a key apart from the dots of a path")
  func dots() throws {
    let line = #"{"a.b":1,"a":{"b":2},"c\\d":3,"":{"":4}}"#
    let read = try ReadFile(jsonLines: line, texts(#"a\.b"#, "a.b", #"c\\d"#, "."))
    #expect(read.rows == [["1", "2", "3", "4"]])
    #expect(read.header == [".", "a.b", #"a\.b"#, #"c\\d"#])
  }

  @Test("of a key that stands twice take the last value, with all that is in it")
  func duplicateKeys() throws {
    let lines = #"""
      {"a":"x\n","a":"y"}
      {"b":{"c":1,"d":2},"b":{"d":3}}
      {"b":{"c":1},"b":5}
      {"a":1,"\u0061":2}

      """#
    let read = try ReadFile(jsonLines: lines, texts("a", "b.c", "b.d"))
    #expect(read.rows == [["y", "", ""], ["", "", "3"], ["", "", ""], ["2", "", ""]])
  }

  @Test("give arrays and objects as the text they have, and their elements by place")
  func arrays() throws {
    let line = #"{"s":[0.2, {"t":"é\n"}, 0.8],"o":{"k": [1,2]}}"#
    let read = try ReadFile(
      jsonLines: line,
      texts("o", "s.0", "s.1.t", "s.2", "s.7").map {
        ColumnRequest($0.name, type: .text, presence: .sparse)
      })
    #expect(read.rows == [[#"{"k": [1,2]}"#, "0.2", "é\n", "0.8", ""]])
    let number = try ReadFile(jsonLines: line, [ColumnRequest("o", type: .number)])
    #expect(number.rows == [["!"]])
  }

  @Test("are read through strings that hold objects, as envelopes of messages do")
  func envelope() throws {
    // As the Kafka consumer kcat writes with -J.
    let lines = #"""
      {"topic":"t","offset":0,"payload":"{\"id\":\"p\\n1\",\"in\":{\"x\":0.5}}"}
      {"topic":"t","offset":1,"payload":"not json"}
      {"topic":"t","offset":2,"payload":"{\"id\":"}

      """#
    let read = try ReadFile(jsonLines: lines, texts("payload.id", "payload.in.x", "offset"))
    #expect(read.rows == [["p\n1", "0.5", "0"], ["", "", "1"]])
    #expect(read.problems.map(\.line) == [3])
    #expect(read.header == ["offset", "payload", "topic", "payload.id", "payload.in.x"])
  }

  @Test("may have a byte order mark, blank lines, CRLF and no last line feed")
  func lineEnds() throws {
    let read = try ReadFile(
      jsonLines: "\u{FEFF}\r\n {\"a\":1}\r\n\r\n \t\r\n{\"a\":2}", texts("a"))
    #expect(read.error == nil)
    #expect(read.rows == [["1"], ["2"]])
    #expect(read.lines == [2, 5])
  }

  @Test("count malformed lines with line, character and reason")
  func malformed() throws {
    let read = try ReadFile(
      jsonLines:
        "{\"a\":1}\n{\"é\" 1}\n[1]\n{\"a\":01}\n{\"a\":\"b\n{\"a\":tru}\n{\"a\":1}}\n{\"a\":2}\n",
      [ColumnRequest("a", type: .number, onInvalid: .rejectRow)])
    #expect(read.rows == [["1.0"], ["2.0"]])
    #expect(
      read.problems.map(\.description) == [
        "line 2, character 6: a colon is expected here",
        "line 3, character 1: is not a JSON object",
        "line 4, character 7: is not a JSON number",
        "line 5, character 8: the object does not end on its line",
        "line 6, character 6: a JSON value is expected here",
        "line 7, character 8: has text after the object",
      ])
  }

  @Test("name the column, and no field number, where a required value is missing")
  func requiredValue() throws {
    let read = try ReadFile(
      jsonLines: "{\"t\":5}\n{\"t\":\"x\"}\n{}\n",
      [ColumnRequest("t", type: .timestamp, onInvalid: .rejectRow)])
    #expect(
      read.problems.map(\.description) == [
        "line 2 (t): is not a date or time", "line 3 (t): is missing where a value is required",
      ])
  }

  @Test("that are not UTF-8 are malformed one by one")
  func invalidText() throws {
    let bytes = Array("{\"a\":1}\n{\"a\":\"".utf8) + [0xFF] + Array("\"}\n{\"a\":\"é\"}\n".utf8)
    let file = try TemporaryFile(bytes)
    for blockBytes in [1, 3, 7, 100] {
      let read = ReadFile(
        path: file.path, texts("a"), .tolerant(blockBytes: blockBytes), format: .jsonLines)
      #expect(read.rows == [["1"], ["é"]])
      #expect(read.problems.map(\.description) == ["line 2, character 7: is not valid UTF-8"])
    }
  }

  @Test("longer than the limit are an error with the line and what to do")
  func tooLong() throws {
    let text = "{\"a\":1}\n{\"a\":\"\(String(repeating: "x", count: 200))\"}\n"
    let file = try TemporaryFile(text)
    for blockBytes in [1, 50, 1 << 20] {
      let options = CSVOptions(
        maximumMalformedShare: 1, maximumRecordBytes: 100, blockBytes: blockBytes)
      let error = ReadFile(path: file.path, texts("a"), options, format: .jsonLines).error
      #expect(error?.kind == .recordTooLong(maximumBytes: 100))
      #expect(error?.line == 2)
      #expect(error?.advice.contains("one JSON object on each line") == true)
    }
  }

  @Test("nested beyond the limit are malformed")
  func tooDeep() throws {
    let fits = String(repeating: "{\"a\":", count: 64) + "1" + String(repeating: "}", count: 64)
    let read = try ReadFile(jsonLines: "{\"b\":1}\n\(fits)\n{\"c\":\(fits)}\n", texts("b"))
    #expect(read.lines == [1, 2])
    #expect(read.problems.map(\.reason) == [.malformedJSON(.tooDeep)])
  }

  @Test("refuse a column that no record has, and name the nearest one")
  func missingColumn() throws {
    let error = try ReadFile(jsonLines: "{\"in\":{\"age\":1}}\n", texts("in.aeg")).error
    #expect(error?.kind == .missingColumn(name: "in.aeg"))
    #expect(error?.advice == "Did you mean 'in.age'?")
    let path = try ReadFile(jsonLines: "{\"a\":1}\n", texts("a\\b")).error
    #expect(path?.kind == .malformedPath(name: "a\\b"))
  }

  @Test("find a required column far down, and do without one that may be sparse")
  func lateColumn() throws {
    var text = String(repeating: "{\"a\":1}\n", count: 3_000)
    text += "{\"a\":1,\"late\":2}\n"
    let requests = [
      ColumnRequest("late", type: .text), ColumnRequest("error", type: .text, presence: .sparse),
      ColumnRequest("none", type: .text, presence: .optional),
    ]
    let read = try ReadFile(jsonLines: text, requests)
    #expect(read.error == nil)
    #expect(read.rows.first == ["", "", "-"])
    #expect(read.rows.last == ["2", "", "-"])
    #expect(read.header == ["a", "late", "error"])
  }

  @Test("may be none at all")
  func empty() throws {
    let read = try ReadFile(jsonLines: "\n", texts("a"))
    #expect(read.error == nil)
    #expect(read.rows.isEmpty)
  }

  @Test(
    "are recognised by the first character",
    arguments: [
      ("{\"a\":1}", RecordFormat.jsonLines), ("\u{FEFF} \r\n{", .jsonLines), ("a,b\n{", .csv),
      ("", .csv), ("\"{\"", .csv),
    ])
  func recognised(text: String, format: RecordFormat) throws {
    let file = try TemporaryFile(text)
    #expect(try RecordFormat(ofFileAt: file.path) == format)
  }

  @Test("are not one array, which is said")
  func array() throws {
    let file = try TemporaryFile(" [{\"a\":1}]")
    let error = ReadFile(path: file.path, texts("a"), format: nil).error
    #expect(error?.kind == .notJSONLines)
    #expect(error?.advice.contains("jq -c") == true)
  }
}

@Suite("Keys of JSON records")
struct JSONKeyTests {
  @Test("are found in any order, in any number and of any length", arguments: UInt64(1)...20)
  func shuffled(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let keys = (0..<300).map { "k\($0)" + String(repeating: "x", count: $0 % 23) }
    let wanted = keys.filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
    var text = ""
    var expected: [[String]] = []
    for _ in 0..<10 {
      let present = keys.filter { _ in Bool.random(using: &generator) }
      let values = Dictionary(
        uniqueKeysWithValues: present.map { ($0, "\(Int.random(in: 0..<999, using: &generator))") })
      let members = present.shuffled(using: &generator).map { "\"\($0)\":\(values[$0] ?? "")" }
      text += "{" + members.joined(separator: ",") + "}\n"
      expected.append(wanted.map { values[$0] ?? "" })
    }
    let read = try ReadFile(
      jsonLines: text, wanted.map { ColumnRequest($0, type: .text, presence: .sparse) })
    #expect(read.rows == expected)
  }

  @Test("that nobody asked for are forgotten beyond a bound, and still read over")
  func manyKeys() throws {
    let text = (0..<20_000).map { "{\"key\($0)\":0,\"a\":\($0)}\n" }.joined()
    let read = try ReadFile(jsonLines: text, [ColumnRequest("a", type: .number)])
    #expect(read.rows.count == 20_000)
    #expect(read.rows.last == ["19999.0"])
  }
}
