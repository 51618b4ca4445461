import Statistics
import Testing

@testable import Profiling

@Suite("The table of anchors")
struct AnchorLookupTests {
  @Test("finds the cell that a search finds", arguments: UInt64(1)...12)
  func agreesWithSearch(seed: UInt64) {
    var source = SplitMix64(seed: seed)
    let kinds: [[Double]] = [
      [], [3], [-0.0, .leastNonzeroMagnitude, 1],
      [-.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude],
      (0..<5_000).map { _ in Double.random(in: 0..<1, using: &source) },
      (0..<900).map { _ in Double.random(in: 0..<1, using: &source).squareRoot() * 1e9 - 5e8 },
      // Far apart and crowded at once: neither division of the range suits it.
      (0..<3_000).map { _ in 1e9 + Double.random(in: 0..<1, using: &source) } + [-1e9, 0, 1e-300],
      (0..<2_000).map { _ in Double.random(in: -300..<300, using: &source) }.map { number in
        Double(sign: number < 0 ? .minus : .plus, exponent: Int(number), significand: 1.5)
      },
      (1...40).map(Double.init),
    ]
    for reference in kinds {
      let anchors = NumericAnchors(reference: reference, limit: seed % 2 == 0 ? 4_096 : 64)
      var numbers = reference + reference.map(\.nextUp) + reference.map(\.nextDown)
      numbers += [
        0, -0.0, 1, -1, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
      ]
      numbers += (0..<500).map { _ in Double.random(in: -1e10...1e10, using: &source) }
      numbers = numbers.filter(\.isFinite)
      var expected = [Int](repeating: 0, count: anchors.cellCount)
      for number in numbers { expected[anchors.cell(of: number)] += 1 }
      var counts = CellCounts()
      var spare = AnchorSpare()
      let lookup = AnchorLookup(anchors)
      let count = lookup.count(numbers.span, in: &counts, spare: &spare)
      #expect(counts.list == expected)
      #expect(
        Array(spare.offAnchor.prefix(count)) == numbers.filter { anchors.cell(of: $0) % 2 == 0 })
      // Few at a time are counted another way.
      var piecewise = CellCounts()
      for start in stride(from: 0, to: numbers.count, by: 5) {
        let part = numbers.span.extracting(start..<min(start + 5, numbers.count))
        _ = lookup.count(part, in: &piecewise, spare: &spare)
      }
      #expect(piecewise.list == expected)
    }
  }

  @Test("counts more numbers than a small count holds, and more anchors than two bytes number")
  func many() {
    let few = NumericAnchors(reference: [1, 2, 3])
    var counts = CellCounts()
    var spare = AnchorSpare()
    let numbers = [Double](repeating: 2, count: 200_000) + [2.5]
    #expect(AnchorLookup(few).count(numbers.span, in: &counts, spare: &spare) == 1)
    #expect(counts.list == [0, 0, 0, 200_000, 1, 0, 0])

    let values = (0..<70_000).map(Double.init)
    let anchors = NumericAnchors(reference: values, limit: 100_000)
    counts = CellCounts()
    let halves = values.map { $0 + 0.5 }
    #expect(AnchorLookup(anchors).count(halves.span, in: &counts, spare: &spare) == 70_000)
    let list = counts.list
    #expect(list.count == anchors.cellCount)
    #expect(list.indices.allSatisfy { list[$0] == ($0 > 0 && $0 % 2 == 0 ? 1 : 0) })
  }
}
