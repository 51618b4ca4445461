import Foundation
import Testing

@testable import Ingestion

@Suite("CSVReader errors")
struct CSVReaderErrorTests {
  private let requests = [ColumnRequest("a", type: .text)]

  @Test("name the nearest column when one is missing")
  func missingColumn() throws {
    let wanted = [ColumnRequest("priors_cuont", type: .number)]
    let read = try ReadFile("age,priors_count,sex\n1,2,3\n", wanted)
    #expect(
      read.error?.description
        == "f.csv:1: no column 'priors_cuont'\nDid you mean 'priors_count'?")
  }

  @Test("say without a guess that a column is missing when no name is near")
  func missingColumnWithoutGuess() throws {
    let read = try ReadFile("x,y\n", [ColumnRequest("prediction", type: .number)])
    #expect(read.error?.kind == .missingColumn(name: "prediction"))
    #expect(read.error?.advice == "Check the name in the configuration and in the file.")
  }

  @Test("refuse a header that names a column twice, but not two without a name")
  func duplicateColumn() throws {
    let read = try ReadFile("a,b,a\n", requests)
    #expect(read.error?.description.hasPrefix("f.csv:1: column 'a' appears twice") == true)
    #expect(try ReadFile(",a,\n1,2,3\n", requests).rows == [["2"]])
  }

  @Test("say that there is no header", arguments: ["", "\n", "\u{FEFF}", "\r\n\n"])
  func noHeader(text: String) throws {
    let read = try ReadFile(text, requests)
    #expect(
      read.error?.description
        == "f.csv:1: has no header\nWrite the names of the columns on the first line.")
  }

  @Test("point at the quote that is never closed")
  func unclosedQuote() throws {
    let read = try ReadFile("a,b\n1,2\n\"x\ny\",é\n3,\"open\nmore\n", requests)
    #expect(
      read.error?.description == """
        f.csv:5:3: quoted field never closed
        Close the quote; a quote inside a quoted field is written twice.
        """)
  }

  @Test("count characters, not bytes, before the quote")
  func unclosedQuoteColumn() throws {
    let read = try ReadFile("a,b\né€,\"open", requests)
    #expect(read.error?.line == 2)
    #expect(read.error?.column == 4)
  }

  @Test(
    "name line and character of bytes that are not UTF-8",
    arguments: [
      [0xFF], [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82],
      [0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) throws {
    for end in [Array("z,1\n".utf8), []] {
      let file = try TemporaryFile(Array("a,b\n1,2\n\"x\ny\",ä".utf8) + bytes + end)
      for blockBytes in [1, 2, 3, 7, 1 << 20] {
        let read = ReadFile(path: file.path, requests, .tolerant(blockBytes: blockBytes))
        #expect(read.error?.kind == .invalidUTF8)
        #expect(read.error?.line == 4)
        #expect(read.error?.column == 5)
      }
    }
  }

  @Test("recognise a binary file")
  func binary() throws {
    let file = try TemporaryFile([0x50, 0x41, 0x52, 0x33, 0x15, 0x00, 0xFF, 0x0A])
    let error = ReadFile(path: file.path, requests).error
    #expect(error?.kind == .binaryFile)
    #expect(error?.description.contains(": this is not text (binary file?)\n") == true)
  }

  @Test("stop at a record that is longer than the limit and name its line")
  func longRecord() throws {
    let long = String(repeating: "x", count: 3_000_000)
    let read = try ReadFile("a\n1\n\(long)\n2\n", requests)
    #expect(read.error?.kind == .recordTooLong(maximumBytes: 1 << 20))
    #expect(read.error?.line == 3)
  }

  @Test("tell of the open quote when that made the record too long")
  func longQuotedRecord() throws {
    let text = "a,b\n1,\"\(String(repeating: "x\n", count: 1_000))"
    let options = CSVOptions(maximumRecordBytes: 1_000, blockBytes: 300)
    let error = try #require(try ReadFile(text, requests, options).error)
    #expect(error.line == 2)
    #expect(error.advice.hasPrefix("A quote opened at line 2, character 3 is not closed."))
  }

  @Test(
    "admit a record of exactly the limit and refuse one byte more", arguments: [1, 3, 64, 4_096])
  func limit(blockBytes: Int) throws {
    let options = CSVOptions(maximumRecordBytes: 10, blockBytes: blockBytes)
    #expect(try ReadFile("a\n123456789\n", requests, options).rows == [["123456789"]])
    let refused = try ReadFile("a\n1234567890\n", requests, options)
    #expect(refused.error?.kind == .recordTooLong(maximumBytes: 10))
  }

  @Test("refuse text after a closing quote in the header")
  func malformedHeader() throws {
    #expect(try ReadFile("\"a\"b,c\n", requests).error?.kind == .malformedHeader)
  }

  @Test("carry the system's words for a file that cannot be opened or read")
  func system() throws {
    let missing = ReadFile(path: "/nonexistent/f.csv", requests).error
    #expect(missing?.kind == .cannotOpen(reason: "No such file or directory"))
    let folder = ReadFile(path: FileManager.default.temporaryDirectory.path, requests).error
    #expect(folder?.kind == .cannotRead(reason: "Is a directory"))
  }

  @Test("come again at every further call")
  func repeats() throws {
    let file = try TemporaryFile("a\n\"x")
    let reader = try CSVReader(path: file.path, requests: requests)
    let first = #expect(throws: IngestionError.self) { try reader.nextBatch() }
    let second = #expect(throws: IngestionError.self) { try reader.nextBatch() }
    #expect(first == second)
  }
}
