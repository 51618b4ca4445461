import Profiling
import Testing

@testable import Assessment

@Suite("Bins of equal width")
struct EqualWidthTests {
  private func cells(_ values: [Double], anchors: [Double]) -> CellCounts {
    let anchors = NumericAnchors(reference: anchors)
    var summary = NumericSummary()
    for value in values { summary.add(value, anchors: anchors) }
    return CellCounts(anchors: anchors, summary: summary)
  }

  /// `numpy.histogram_bin_edges([0, 1, 2, 3, 10], "sturges")`, NumPy 2.2.6.
  @Test("are cut as NumPy cuts them by Sturges' rule")
  func sturges() {
    #expect(EqualWidthEdges.sturges(count: 5, range: 0...10) == [0, 2.5, 5, 7.5, 10])
  }

  /// `numpy.histogram_bin_edges([0] * 20 + [1, 2, 3, 10], "doane")`, NumPy 2.2.6.
  @Test("are more of them for skewed values by Doane's rule")
  func doane() {
    let points = [(0.0, 20.0), (1, 1), (2, 1), (3, 1), (10, 1)].map(WeightedPoint.init)
    let edges = EqualWidthEdges.doane(points: points, range: 0...10)
    #expect(edges.count == 10)
    #expect(edges.last == 10)
  }

  @Test("are one around a value that is alone")
  func oneValue() {
    #expect(EqualWidthEdges.sturges(count: 9, range: 3...3) == [2.5, 3.5])
    let point = [WeightedPoint(value: 3, weight: 9)]
    #expect(EqualWidthEdges.doane(points: point, range: 3...3) == [2.5, 3.5])
  }

  @Test("include their lower edge, the last one both")
  func closedSides() {
    let counts = cells([0, 1, 1, 2, 2, 2], anchors: [0, 1, 2]).counts(over: [0, 1, 2])
    #expect(counts.inside == [1, 5])
    #expect(counts.outside == 0)
  }

  @Test("leave out what lies beyond them")
  func outside() {
    let counts = cells([0, 1, 2, 3], anchors: [0, 1, 2, 3]).counts(over: [1, 2])
    #expect(counts.inside == [2])
    #expect(counts.outside == 2)
  }

  @Test("spread what lies between two anchors evenly, and keep every value")
  func gaps() {
    // Between the anchors 0 and 10 lie 1, 4, 6 and 9, of which the counts know only the number.
    let counts = cells([0, 1, 4, 6, 9, 10], anchors: [0, 10]).counts(over: [0, 5, 10])
    #expect(counts.inside == [3, 3])
    #expect(counts.outside == 0)
  }

  @Test("know the extreme values that are no anchors")
  func extremes() {
    let counts = cells([-3, 5, 40], anchors: [5]).counts(over: [-3, 0, 10, 40])
    #expect(counts.inside == [1, 1, 1])
  }
}
