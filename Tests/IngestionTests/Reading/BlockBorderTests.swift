import Statistics
import Testing

@testable import Ingestion

@Suite("Block borders")
struct BlockBorderTests {
  private let requests = [ColumnRequest("x", type: .text), ColumnRequest("ÿ", type: .category)]

  @Test("do not show in what is read")
  func hostileFile() throws {
    let text =
      "\u{FEFF}x,\"ÿ\"\r\n\"a\"\"b\",\"c\r\nd\"\r\n\r\n1\r2,\"\"\n\"bad\"x,1\n😀,€\n\n"
      + "\"\"\"\"\"\",,\n\",\n,\",\"\"\"\"\r\nlast,\"e\""
    let file = try TemporaryFile(text)
    let whole = ReadFile(path: file.path, requests, .tolerant())
    #expect(whole.rows.count == 5)
    #expect(whole.malformedRowCount == 2)
    for blockBytes in 1...64 {
      #expect(ReadFile(path: file.path, requests, .tolerant(blockBytes: blockBytes)) == whole)
    }
  }

  @Test("and random text read as by a plain state machine", arguments: UInt64(1)...60)
  func randomText(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let alphabet: [String] = ["a", "ä", ",", ",", "\"", "\"", "\n", "\n", "\r", "\r\n", " "]
    for _ in 0..<20 {
      let length = Int.random(in: 0...60, using: &generator)
      var text = "x,ÿ\n"
      for _ in 0..<length { text += alphabet.randomElement(using: &generator) ?? "" }
      let blockBytes = Int.random(in: 1...64, using: &generator)
      let texts = [ColumnRequest("x", type: .text), ColumnRequest("ÿ", type: .text)]
      let read = try ReadFile(text, texts, .tolerant(blockBytes: blockBytes))
      guard let records = PlainReader.records(Array(text.utf8)) else {
        #expect(read.error?.kind == .unclosedQuote, "\(text.debugDescription)")
        continue
      }
      let good = records.dropFirst().filter { $0.fields.count == 2 && !$0.hasTextAfterQuote }
      #expect(read.error == nil, "\(text.debugDescription)")
      #expect(read.rows == good.map(\.fields), "\(text.debugDescription)")
      #expect(read.lines == good.map(\.line), "\(text.debugDescription)")
      #expect(read.malformedRowCount == records.count - 1 - good.count)
    }
  }

  @Test("whatever is written by the rules is read back", arguments: UInt64(1)...20)
  func roundTrip(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("ab,\"\n\r ;é😀0")
    var rows: [[String]] = []
    var text = "x,ÿ\r\n"
    for _ in 0..<300 {
      var row: [String] = []
      for _ in 0..<2 {
        let length = Int.random(in: 0...8, using: &generator)
        row.append(
          String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }))
      }
      rows.append(row)
      text += row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      text += Bool.random(using: &generator) ? "\r\n" : "\n"
    }
    let texts = [ColumnRequest("x", type: .text), ColumnRequest("ÿ", type: .text)]
    let read = try ReadFile(text, texts, .tolerant(blockBytes: Int(seed) * 3))
    #expect(read.rows == rows)
  }
}
