import Foundation
import Testing

@testable import Ingestion

@Suite("What log shippers write")
struct ShipperTests {
  /// Files that the programs themselves wrote; see `Oracles/Shippers/README.md`.
  private func read(_ name: String, _ requests: [ColumnRequest]) -> ReadFile {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/Shippers")
    return ReadFile(
      path: folder.appendingPathComponent("\(name).jsonl").path, requests, .tolerant(), format: nil)
  }

  @Test("Fluentd: times with nanoseconds, escapes, null, and keys that come and go")
  func fluentd() {
    let read = read(
      "fluentd_out_file",
      [
        ColumnRequest("time", type: .timestamp), ColumnRequest("value", type: .number),
        ColumnRequest("message", type: .text, presence: .sparse),
      ])
    #expect(read.error == nil)
    #expect(
      read.rows == [
        ["1768348800250", "0.913", ""], ["1768348801250", "0.182", ""],
        ["1768348802250", "∅", ""],
        ["1768348803250", "∅", "näive café ✓ \"quoted\"\nsecond line"],
      ])
  }

  @Test("Logstash: keys with a sign, and long texts with line breaks")
  func logstash() throws {
    let read = read(
      "logstash_client",
      [
        ColumnRequest("@timestamp", type: .timestamp), ColumnRequest("level", type: .category),
        ColumnRequest("stack_trace", type: .text, presence: .sparse),
      ])
    #expect(read.error == nil)
    #expect(read.malformedRowCount == 0)
    let first = try #require(read.rows.first)
    #expect(first[0] == "1795219903473")
    #expect(first[1] == "ERROR")
    #expect(first[2].hasPrefix("Traceback (most recent call last):\n  File \"app/send.py\""))
  }

  @Test("kcat: records within the payload of its envelope, and a payload that is none")
  func kcat() {
    let read = read(
      "kcat_envelope",
      [
        ColumnRequest("payload.time", type: .timestamp, onInvalid: .rejectRow),
        ColumnRequest("payload.model", type: .category),
        ColumnRequest("payload.value", type: .number),
      ])
    #expect(read.error == nil)
    #expect(
      read.rows == [
        ["1768370400000", "churn", "0.913"], ["1768370400000", "churn", "0.182"],
        ["1768370400000", "fraud", "∅"],
      ])
    #expect(
      read.problems.map(\.description) == [
        "line 4 (payload.time): is missing where a value is required"
      ])
  }
}
