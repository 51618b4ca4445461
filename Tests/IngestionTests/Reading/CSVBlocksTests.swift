import Statistics
import Testing

@testable import Ingestion

@Suite("A CSV file cut into blocks")
struct CSVBlocksTests {
  private let requests = [
    ColumnRequest("x", type: .text), ColumnRequest("ÿ", type: .category),
    ColumnRequest("x", type: .number),
  ]

  /// Everything the blocks of a file tell, with the batches of all blocks together.
  private func read(_ path: String, _ options: CSVOptions) -> ReadFile {
    var file = ReadFile()
    do throws(IngestionError) {
      let blocks = try CSVBlocks(path: path, requests: requests, options: options)
      file.header = blocks.header
      let decoder = blocks.makeDecoder()
      do throws(IngestionError) {
        while let block = try blocks.next() {
          let decoded = try decoder.decode(block)
          file.malformedRowCount += decoded.malformedRowCount
          file.problems += decoded.problems.prefix(10 - file.problems.count)
          if let batch = decoded.batch { file.append(batch) }
        }
        try blocks.checkMalformedShare(
          rowCount: file.rows.count, malformedRowCount: file.malformedRowCount,
          firstProblems: file.problems)
      } catch {
        file.error = error
      }
    } catch {
      file.error = error
    }
    file.batchSizes = []
    return file
  }

  private func expectSame(_ text: String, _ options: CSVOptions) throws {
    let file = try TemporaryFile(text)
    var whole = ReadFile(path: file.path, requests, options)
    whole.batchSizes = []
    let blocks = read(file.path, options)
    if whole.error != nil {
      // Rows before an error are handed out by the batch here and by the block there.
      #expect(blocks.error == whole.error, "\(text.debugDescription) \(options.blockBytes)")
    } else {
      #expect(blocks == whole, "\(text.debugDescription) \(options.blockBytes)")
    }
  }

  @Test("reads as one that is read in a piece")
  func hostileFile() throws {
    let text =
      "\u{FEFF}x,\"ÿ\"\r\n\"a\"\"b\",\"c\r\nd\"\r\n\r\n1\r2,\"\"\n\"bad\"x,1\n😀,€\n\n"
      + "\"\"\"\"\"\",,\n\",\n,\",\"\"\"\"\r\nlast,\"e\""
    for blockBytes in 1...64 { try expectSame(text, .tolerant(blockBytes: blockBytes)) }
  }

  @Test("reads random text as the reader of the whole does", arguments: UInt64(1)...60)
  func randomText(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let alphabet: [String] = ["a", "ä", ",", ",", "\"", "\"", "\n", "\n", "\r", "\r\n", " ", "7"]
    for _ in 0..<20 {
      let length = Int.random(in: 0...60, using: &generator)
      var text = seed % 3 == 0 ? "\n\r\n" : ""
      text += "x,ÿ\n"
      for _ in 0..<length { text += alphabet.randomElement(using: &generator) ?? "" }
      try expectSame(text, .tolerant(blockBytes: Int.random(in: 1...64, using: &generator)))
    }
  }

  @Test("names the place of an error as the reader of the whole does")
  func errors() throws {
    let long = String(repeating: "y", count: 200)
    for text in [
      "", "x", "x,ÿ\n1,2\n3,\"4\n5,6\n7,8", "x,ÿ\n1,2\n\n3,\(long)\n5,6\n",
      "x,ÿ\n1,2\n3,\"\(long)\n5,6\n", "x,ÿ\n1,2\n1,2,3\n1,2\n",
    ] {
      for blockBytes in [1, 5, 16, 4_096] {
        let options = CSVOptions(maximumRecordBytes: 50, blockBytes: blockBytes)
        try expectSame(text, options)
      }
    }
  }
}
