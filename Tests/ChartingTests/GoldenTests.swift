import Testing

@testable import Charting

@Suite("Golden pictures")
struct GoldenTests {
  @Test("a file of its own looks as it was approved", arguments: Samples.named.map(\.name))
  func standalone(name: String) throws {
    let chart = try #require(Samples.named.first { $0.name == name }).chart
    try Golden.expect(chart.svg(.standalone), equals: "\(name).svg")
  }

  @Test("an element for a page looks as it was approved")
  func inline() throws {
    try Golden.expect(Samples.auc.svg(.inline), equals: "trend-auc.inline.svg")
  }
}
