import Ingestion
import Testing

@testable import Profiling

@Suite("A file of labels")
struct LabelLogTests {
  @Test("gives a label in its canonical spelling with its time, and none for an empty cell")
  func rows() throws {
    let log = try #require(LabelLog(layout: .sample))
    let text = "id,label,labelled\na,1.0,2024-03-03\nb,,2024-03-03\nc,yes,\n"
    let batch = try #require(try batches(ofCSV: text, log.requests).first)
    let block = log.labels(of: batch)
    #expect((0..<3).map { block.ids[$0] } == ["a", "b", "c"])
    #expect((0..<3).map { block.labels[$0] } == [.category("1"), nil, .category("yes")])
    #expect(block.times == [1_709_424_000_000, 1_709_424_000_000, PredictionBlock.noTime])
  }

  @Test("gives numbers for regression, and none for what is no number")
  func regression() throws {
    let layout = ModelLayout.sample.with { $0.task = .regression }
    let log = try #require(LabelLog(layout: layout))
    let text = "id,label,labelled\na,1.50,\nb,many,\nc,-2,\nd,inf,\n"
    let batch = try #require(try batches(ofCSV: text, log.requests).first)
    let labels = log.labels(of: batch).labels
    #expect((0..<4).map { labels[$0] } == [.number(1.5), nil, .number(-2), nil])
  }

  @Test("needs an id and a label column")
  func needsColumns() {
    #expect(LabelLog(layout: ModelLayout.sample.with { $0.id = nil }) == nil)
    #expect(LabelLog(layout: ModelLayout.sample.with { $0.label = nil }) == nil)
  }
}
