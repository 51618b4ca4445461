import Ingestion
import Testing

@testable import Profiling

@Suite("A file of labels")
struct LabelLogTests {
  @Test("gives a label in its canonical spelling with its time, and leaves empty ones out")
  func rows() throws {
    let log = try #require(LabelLog(layout: .sample))
    let text = "id,label,labelled\na,1.0,2024-03-03\nb,,2024-03-03\nc,yes,\n"
    let batch = try #require(try batches(ofCSV: text, log.requests).first)
    let rows = log.rows(of: batch)
    #expect(rows.map(\.id) == ["a", "c"])
    #expect(rows.map(\.label) == [.category("1"), .category("yes")])
    #expect(rows.map(\.time) == [1_709_424_000_000, nil])
  }

  @Test("gives numbers for regression, and no row for what is no number")
  func regression() throws {
    let layout = ModelLayout.sample.with { $0.task = .regression }
    let log = try #require(LabelLog(layout: layout))
    let text = "id,label,labelled\na,1.50,\nb,many,\nc,-2,\n"
    let batch = try #require(try batches(ofCSV: text, log.requests).first)
    #expect(log.rows(of: batch).map(\.label) == [.number(1.5), .number(-2)])
  }

  @Test("needs an id and a label column")
  func needsColumns() {
    #expect(LabelLog(layout: ModelLayout.sample.with { $0.id = nil }) == nil)
    #expect(LabelLog(layout: ModelLayout.sample.with { $0.label = nil }) == nil)
  }
}
