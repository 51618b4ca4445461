import Testing

@testable import Publishing

@Suite("Which charts a page carries")
struct FigureBudgetTests {
  private func candidate(_ address: String, _ rank: Int, _ size: Int) -> FigureBudget.Candidate {
    FigureBudget.Candidate(address: address, rank: rank, size: size)
  }

  @Test("draws all of them while the page stays light")
  func light() {
    let all = (0..<18).map { candidate("c\($0)", $0 % 3, 5_000) }
    #expect(FigureBudget.drawn(all, text: 16_000).count == 18)
  }

  @Test("draws by rank, and within one in the order of the report")
  func ranks() {
    let all = [
      candidate("late", 2, 30_000), candidate("first", 0, 40_000), candidate("second", 0, 40_000),
      candidate("more", 1, 40_000), candidate("small", 2, 500),
    ]
    #expect(FigureBudget.drawn(all, text: 5_000) == ["first", "second", "more", "small"])
    #expect(FigureBudget.drawn(all, text: 40_000) == ["first", "small"])
    #expect(FigureBudget.drawn(all, text: 200_000).isEmpty)
  }

  @Test("never plans for more than a page may weigh", arguments: 0..<50)
  func law(seed: Int) {
    let all = (0..<40).map {
      candidate("c\($0)", ($0 * seed) % 5, 900 + ($0 * 7_919 * seed) % 21_000)
    }
    let text = (seed * 1_237) % 60_000
    let drawn = FigureBudget.drawn(all, text: text)
    let size = all.filter { drawn.contains($0.address) }.map(\.size).reduce(0, +)
    #expect(size + text * 7 / 4 < FigureBudget.page)
    // What is left out is no smaller than the room that is left, or of no higher rank than what is in.
    let left = all.filter { !drawn.contains($0.address) }.map(\.size).min() ?? .max
    #expect(left > FigureBudget.page - 9_000 - text * 7 / 4 - 1 - all.count * 450 - size)
  }

  @Test("has finding and file where a drawing has no room")
  func link() {
    #expect(
      FigureBudget.link(to: "charts/a.svg", finding: "A < B.")
        == "<p>A &lt; B. <a href=\"charts/a.svg\">The figure as a file</a></p>")
  }
}
