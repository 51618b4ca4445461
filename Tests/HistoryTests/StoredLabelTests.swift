import History
import Profiling
import Testing

@Suite("StoredLabel")
struct StoredLabelTests {
  private func label(_ name: String, _ time: Int64?) -> StoredLabel {
    StoredLabel(answer: .category(name), time: time)
  }

  @Test("the later observation wins, whichever is read first")
  func laterWins() {
    #expect(label("1", 20).replaces(label("0", 10)))
    #expect(!label("1", 10).replaces(label("0", 20)))
  }

  @Test("the same answer seen later moves the time")
  func sameAnswerLater() {
    #expect(label("1", 20).replaces(label("1", 10)))
    #expect(!label("1", 10).replaces(label("1", 20)))
  }

  @Test("at the same time the one read last wins")
  func sameTime() {
    #expect(label("1", 10).replaces(label("0", 10)))
  }

  @Test("without times the one read last wins", arguments: [nil, 10] as [Int64?])
  func withoutTime(_ time: Int64?) {
    #expect(label("1", nil).replaces(label("0", time)))
    #expect(label("1", time).replaces(label("0", nil)))
  }

  @Test("an equal label replaces nothing", arguments: [nil, 10] as [Int64?])
  func equal(_ time: Int64?) {
    #expect(!label("1", time).replaces(label("1", time)))
  }
}
