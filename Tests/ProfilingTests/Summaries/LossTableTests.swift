import Statistics
import Testing

@testable import Profiling

@Suite("Errors by prediction")
struct LossTableTests {
  private let edges = [1.0, 2.0]

  @Test("stand in right-closed bins")
  func bins() {
    var table = LossTable()
    for (predicted, actual) in [(1.0, 0.0), (1.5, 1.0), (2.0, 4.0), (9.0, 9.0)] {
      table.add(predicted: predicted, actual: actual, edges: edges)
    }
    #expect(table.bins.map(\.absoluteError.mean) == [1, 1.25, 0])
    #expect(table.bins.map(\.squaredError.mean) == [1, 2.125, 0])
    #expect(table.count == 4)
  }

  @Test("merge to one pass, with the empty table as neutral element")
  func merging() {
    var whole = LossTable()
    var parts = [LossTable(), LossTable()]
    for index in 0..<20 {
      let (predicted, actual) = (Double(index) / 7, Double(index * index % 5))
      whole.add(predicted: predicted, actual: actual, edges: edges)
      parts[index % 2].add(predicted: predicted, actual: actual, edges: edges)
    }
    #expect(parts[0].merged(with: parts[1]) == whole)
    #expect(parts[1].merged(with: parts[0]) == whole)
    #expect(whole.merged(with: LossTable()) == whole)
    #expect(LossTable().merged(with: whole) == whole)
  }

  @Test("are cut at the different deciles of all reference rows")
  func lossEdges() {
    let anchors = NumericAnchors(
      reference: [1, 2, 3], deciles: [NumericAnchors.pooled: [1, 1, 2, 2, 2, 3], "v1": [0.5]])
    #expect(anchors.lossEdges == [1, 2, 3])
    #expect(NumericAnchors.withoutReference.lossEdges.isEmpty)
  }
}
