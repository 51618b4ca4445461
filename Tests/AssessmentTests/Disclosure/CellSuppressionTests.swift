import Statistics
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Hidden cells cannot be computed")
struct CellSuppressionTests {
  private func suppression(
    _ sizes: [Int], _ lines: [CellSuppression.Line]? = nil, threshold: Int = 10
  ) -> CellSuppression {
    CellSuppression(
      cells: sizes.map { CellSuppression.Cell(sizes: [$0]) },
      lines: lines ?? [.init(parts: Array(sizes.indices), total: nil)], threshold: threshold)
  }

  @Test("nothing is hidden where no cell is small")
  func nothing() {
    #expect(suppression([10, 200, 30]).hidden().isEmpty)
    #expect(suppression([0, 200, 30]).hidden().isEmpty)
  }

  @Test("one small cell takes the next smallest with it")
  func complement() {
    #expect(suppression([300, 4, 25, 200]).hidden() == [1, 2])
  }

  @Test("small cells that are few even together take a larger one with them")
  func fewTogether() {
    #expect(suppression([300, 2, 3, 40]).hidden() == [1, 2, 3])
    #expect(suppression([300, 6, 7, 40]).hidden() == [1, 2])
  }

  @Test("small cells that their sum gives away take a larger one with them")
  func tight() {
    // 9 + 9 = 18 has no other solution among numbers below 10.
    #expect(suppression([300, 9, 9, 40]).hidden() == [1, 2, 3])
  }

  @Test("two groups are both hidden when one of them is small")
  func pair() {
    #expect(suppression([500, 4]).hidden() == [0, 1])
  }

  @Test("a cell of every line stays unknown in a table with totals on both sides")
  func table() {
    // Rows 0 to 2 of the table, then the three row totals, then the three column totals.
    let inner = [3, 40, 50, 60, 70, 80, 90, 20, 30]
    let sizes = inner + [93, 210, 140] + [153, 130, 160]
    var lines: [CellSuppression.Line] = [
      .init(parts: Array(0..<9), total: nil), .init(parts: [9, 10, 11], total: nil),
      .init(parts: [12, 13, 14], total: nil),
    ]
    for index in 0..<3 {
      lines.append(.init(parts: (0..<3).map { 3 * index + $0 }, total: 9 + index))
      lines.append(.init(parts: (0..<3).map { 3 * $0 + index }, total: 12 + index))
    }
    let hidden = suppression(sizes, lines).hidden()
    #expect(hidden.contains(0))
    for line in lines {
      let parts = line.parts.filter(hidden.contains)
      #expect(parts.count != 1)
    }
  }

  @Test("hiding is monotonous: what is hidden for another reason stays hidden")
  func given() {
    let hidden = suppression([300, 50, 60, 200]).hidden(beside: [0])
    #expect(hidden.contains(0))
  }

  /// Every way to fill the hidden cells that agrees with the totals, the shown cells, and the
  /// knowledge which cells are small and which are not.
  private func solutions(_ sizes: [Int], _ hidden: Set<Int>, threshold: Int) -> [[Int: Int]] {
    let unknown = hidden.sorted()
    let sum = unknown.reduce(0) { $0 + sizes[$1] }
    var found: [[Int: Int]] = []
    func fill(_ position: Int, _ left: Int, _ chosen: [Int: Int]) {
      guard position < unknown.count else {
        if left == 0 { found.append(chosen) }
        return
      }
      let cell = unknown[position]
      let range =
        sizes[cell] < threshold
        ? 1...(threshold - 1) : threshold...max(threshold, left)
      for size in range where size <= left {
        fill(position + 1, left - size, chosen.merging([cell: size]) { $1 })
      }
    }
    fill(0, sum, [:])
    return found
  }

  @Test("an attacker who tries every solution is left with several sizes for every small cell")
  func exhaustive() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<300 {
      let count = 2 + Int(random.next() % 4)
      let sizes = (0..<count).map { _ in 1 + Int(random.next() % 15) }
      let suppression = suppression(sizes, threshold: 5)
      let hidden = suppression.hidden()
      let isWholeLineHidden = hidden.count == count
      for cell in hidden where suppression.isSmall(cell) {
        let possible = Set(
          solutions(sizes, hidden, threshold: 5).compactMap { $0[cell] })
        #expect(possible.contains(sizes[cell]))
        // With every cell hidden nothing more can be done; the total is public.
        if !isWholeLineHidden { #expect(possible.count >= 3, "\(sizes) \(hidden)") }
      }
      let together = hidden.reduce(0) { $0 + sizes[$1] }
      #expect(hidden.isEmpty || isWholeLineHidden || together >= 5)
    }
  }

  @Test("finds the unknowns that sums determine")
  func elimination() {
    let known = LinearKnowledge(
      unknowns: [3, 5, 8, 9],
      equations: [[(3, 1), (5, 1)], [(5, 1), (8, 1)], [(3, 1), (8, 1)], [(8, 1), (9, -1)], []])
    // x₃ + x₅, x₅ + x₈, x₃ + x₈ determine all three, and x₉ with them.
    #expect(known.determined == [3, 5, 8, 9])
    let vague = LinearKnowledge(
      unknowns: [3, 5, 8, 9], equations: [[(3, 1), (5, 1)], [(5, 1), (8, 1)], [(9, 1)]])
    #expect(vague.determined == [9])
  }
}
