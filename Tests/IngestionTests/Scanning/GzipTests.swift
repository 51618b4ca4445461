import Foundation
import Testing

@testable import Ingestion

@Suite("Gzip files")
struct GzipTests {
  private let requests = [ColumnRequest("a", type: .number), ColumnRequest("b", type: .text)]

  /// Files that Python wrote; see `Oracles/gzip_files.py`.
  private func bytes(_ name: String) throws -> [UInt8] {
    let row = try #require(try OracleTable.rows("gzip_files").first { $0[0] == name })
    return Array(try #require(Data(base64Encoded: row[1])))
  }

  @Test(
    "are read like the text in them, whatever the block",
    arguments: ["single", "two_members", "empty_member_between", "padded"])
  func reads(name: String) throws {
    let file = try TemporaryFile(try bytes(name))
    let two = [["1.0", "x"], ["2.0", "y"]]
    let expected = name.contains("member") ? two + [["3.0", "z"]] : two
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
    #expect(read.batchSizes.first == 4_096)
  }

  @Test("with nothing in them have no header")
  func empty() throws {
    let file = try TemporaryFile(try bytes("empty"))
    #expect(ReadFile(path: file.path, requests).error?.kind == .noHeader)
  }

  @Test("that end early are an error with the byte, wherever they were cut")
  func truncated() throws {
    let whole = try bytes("two_members")
    let first = try bytes("single").count
    for length in 2..<whole.count where length != first {
      let file = try TemporaryFile(Array(whole.prefix(length)))
      let error = ReadFile(path: file.path, requests, .tolerant(blockBytes: 16)).error
      #expect(error?.kind == .truncatedGzip(byteOffset: length))
    }
  }

  @Test("with a wrong checksum are corrupt")
  func wrongChecksum() throws {
    var damaged = try bytes("single")
    damaged[damaged.count - 6] ^= 1
    let file = try TemporaryFile(damaged)
    let error = try #require(ReadFile(path: file.path, requests).error)
    guard case .corruptGzip(let offset, let reason) = error.kind else {
      Issue.record(error)
      return
    }
    #expect((damaged.count - 8...damaged.count).contains(offset))
    #expect(reason == "incorrect data check")
    #expect(error.advice.contains("gzip -t"))
  }

  @Test("followed by something else are corrupt there")
  func garbage() throws {
    let member = try bytes("single").count
    let file = try TemporaryFile(try bytes("garbage_after"))
    #expect(
      ReadFile(path: file.path, requests).error?.kind
        == .corruptGzip(byteOffset: member, reason: "other data follows"))
  }
}
