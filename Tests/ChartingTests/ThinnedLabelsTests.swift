import Testing

@testable import Charting

@Suite("Labels below an axis")
struct ThinnedLabelsTests {
  @Test("never touch, and keep the first and the last", arguments: 2...120)
  func row(count: Int) {
    let positions = (0..<count).map { 60 + Double($0) * 560 / Double(count - 1) }
    let labels = ThinnedLabels(Samples.weeks(count), at: positions, within: 8...632).items
    #expect(labels.first?.index == 0 && labels.last?.index == count - 1)
    for (left, right) in zip(labels, labels.dropFirst()) {
      #expect(left.centre + left.width / 2 < right.centre - right.width / 2)
    }
  }

  @Test("stay within the picture")
  func extent() {
    let labels = ThinnedLabels(["a long label at the left", "b"], at: [8, 600], within: 8...632)
    #expect(labels.items.allSatisfy { $0.centre - $0.width / 2 >= 8 - 1e-9 })
  }

  @Test("show none for none")
  func none() { #expect(ThinnedLabels([], at: [], within: 0...10).items.isEmpty) }

  @Test("are shortened where even the first and the last would touch")
  func shortened() throws {
    let long = "a rather long name of a period"
    let items = ThinnedLabels([long, long], at: [240, 430], within: 8...632).items
    let (left, right) = try (#require(items.first), #require(items.last))
    #expect(left.centre + left.width / 2 < right.centre - right.width / 2)
  }
}
