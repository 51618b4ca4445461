import Foundation
import Testing

@testable import Ingestion

@Suite("Zstd files")
struct ZstdTests {
  private let requests = [ColumnRequest("a", type: .number), ColumnRequest("b", type: .text)]

  /// Files that the command `zstd` wrote; see `Oracles/zstd_files.py`.
  private func bytes(_ name: String) throws -> [UInt8] {
    let row = try #require(try OracleTable.rows("zstd_files").first { $0[0] == name })
    return Array(try #require(Data(base64Encoded: row[1])))
  }

  @Test(
    "are read like the text in them, whatever the block",
    arguments: ["single", "no_checksum", "two_frames", "empty_frame_between", "skippable_frames"])
  func reads(name: String) throws {
    let file = try TemporaryFile(try bytes(name))
    let two = [["1.0", "x"], ["2.0", "y"]]
    let expected = name.contains("frame") ? two + [["3.0", "z"]] : two
    for blockBytes in [1, 2, 3, 5, 17, 64, 1 << 20] {
      let read = ReadFile(path: file.path, requests, .tolerant(blockBytes: blockBytes))
      #expect(read.error == nil)
      #expect(read.rows == expected)
    }
  }

  @Test("may hold much more than a block")
  func large() throws {
    let file = try TemporaryFile(try bytes("many_blocks"))
    let read = ReadFile(path: file.path, requests, .tolerant(blockBytes: 1_000))
    #expect(read.rows.count == 50_000)
    #expect(read.rows.allSatisfy { $0 == ["12345678.0", "abcdefg"] })
  }

  @Test("with nothing in them have no header")
  func empty() throws {
    let file = try TemporaryFile(try bytes("empty"))
    #expect(ReadFile(path: file.path, requests).error?.kind == .noHeader)
  }

  @Test("that end early are an error with the byte, wherever they were cut")
  func truncated() throws {
    let whole = try bytes("two_frames")
    let first = try bytes("single").count
    for length in 4..<whole.count where length != first {
      let file = try TemporaryFile(Array(whole.prefix(length)))
      let error = ReadFile(path: file.path, requests, .tolerant(blockBytes: 16)).error
      #expect(error?.kind == .truncatedZstd(byteOffset: length))
    }
  }

  @Test("with a wrong checksum are corrupt")
  func wrongChecksum() throws {
    var damaged = try bytes("single")
    damaged[damaged.count - 2] ^= 1
    let file = try TemporaryFile(damaged)
    let error = try #require(ReadFile(path: file.path, requests).error)
    guard case .corruptZstd(_, let reason) = error.kind else {
      Issue.record(error)
      return
    }
    #expect(reason == "Restored data doesn't match checksum")
    #expect(error.advice.contains("zstd -t"))
  }

  @Test("followed by something else are corrupt there")
  func garbage() throws {
    let file = try TemporaryFile(try bytes("garbage_after"))
    let error = try #require(ReadFile(path: file.path, requests).error)
    guard case .corruptZstd(let offset, _) = error.kind else {
      Issue.record(error)
      return
    }
    #expect(offset >= (try bytes("single").count))
  }

  @Test("of JSON Lines are recognised through the compression")
  func jsonLines() throws {
    let file = try TemporaryFile(try bytes("json_lines"))
    #expect(try RecordFormat(ofFileAt: file.path) == .jsonLines)
    #expect(
      ReadFile(path: file.path, requests, format: nil).rows == [["1.0", "x"], ["2.0", "y"]])
  }

  @Test(
    "are told from formats that cannot be read, which are named",
    arguments: [
      ("PAR1....", "a Parquet file"), ("PK\u{3}\u{4}....", "a ZIP archive or a spreadsheet"),
      ("BZh9....", "a bzip2 file"), ("SQLite format 3", "an SQLite database"),
    ])
  func foreign(start: String, name: String) throws {
    let file = try TemporaryFile(start)
    let error = try #require(ReadFile(path: file.path, requests).error)
    #expect(error.kind == .foreignFormat(name: name))
    #expect(error.description.contains("this is \(name)"))
  }
}
