import Profiling
import Statistics
import Testing

@testable import Assessment

@Suite("Counts by cell")
struct CellCountsTests {
  @Test("have NumPy's quantiles where every value is an anchor")
  func quantiles() throws {
    for example in try MeasureFixture.load().quantiles {
      let cells = cells(of: example.values, anchors: NumericAnchors(reference: example.values))
      for (share, result) in zip(example.shares, example.results) {
        #expect(cells.quantile(share) == result)
      }
    }
  }

  @Test("place a quantile between the anchors about it otherwise")
  func betweenAnchors() throws {
    let values = (0...1_000).map { Double($0) * 0.37 }
    let anchors = NumericAnchors(reference: stride(from: 0, through: 370, by: 10).map(Double.init))
    let cells = cells(of: values, anchors: anchors)
    let exact = SortedNumbers(values)
    for share in stride(from: 0.0, through: 1, by: 0.05) {
      let (one, other) = (try #require(cells.quantile(share)), try #require(exact.quantile(share)))
      #expect((one - other).magnitude <= 10)
    }
    #expect(cells.quantile(0) == 0)
    #expect(cells.quantile(1) == values.last)
  }

  @Test("have no quantile without values")
  func empty() {
    let cells = cells(of: [], anchors: NumericAnchors(reference: [1]))
    #expect(cells.quantile(0.5) == nil)
    #expect(cells.binned([1]) == [0, 0])
  }

  @Test("fall into right-closed bins")
  func bins() {
    let cells = cells(
      of: [0, 1, 1.5, 2, 2, 3, 7], anchors: NumericAnchors(reference: [1, 2, 3]))
    #expect(cells.binned([1, 2]) == [2, 3, 2])
    #expect(cells.binned([]) == [7])
  }

  private func cells(of values: [Double], anchors: NumericAnchors) -> CellCounts {
    var summary = NumericSummary()
    for value in values { summary.add(value, anchors: anchors) }
    return CellCounts(anchors: anchors, summary: summary)
  }
}
