import Testing

@testable import Charting

@Suite("Column of labels")
struct LabelColumnTests {
  @Test("leaves labels alone that have room")
  func alone() {
    #expect(
      LabelColumn.centres(wishes: [80, 20], heights: [10, 10], within: 0...100) == [80, 20])
  }

  @Test("moves two equal wishes apart by the same way")
  func pair() {
    #expect(
      LabelColumn.centres(wishes: [50, 50], heights: [20, 20], within: 0...100) == [40, 60])
  }

  @Test("keeps labels within the column")
  func edge() {
    #expect(
      LabelColumn.centres(wishes: [99, 98], heights: [20, 20], within: 0...100) == [90, 70])
  }

  @Test("never lets labels overlap")
  func overlap() {
    let wishes = (0..<12).map { Double(($0 * 37) % 60) }
    let centres = LabelColumn.centres(
      wishes: wishes, heights: Array(repeating: 15, count: 12), within: 0...200
    ).sorted()
    #expect(zip(centres, centres.dropFirst()).allSatisfy { $1 - $0 >= 15 - 1e-9 })
  }
}
