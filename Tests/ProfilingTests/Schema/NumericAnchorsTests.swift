import Foundation
import Statistics
import Testing

@testable import Profiling

@Suite("Numeric anchors")
struct NumericAnchorsTests {
  @Test("keep every distinct value of a small reference, ascending")
  func keepsDistinctValues() {
    let anchors = NumericAnchors(reference: [3, 1, 2, 3, 1])
    #expect(anchors.values == [1, 2, 3])
    #expect(anchors.coversReference)
    #expect(anchors.cellCount == 7)
  }

  @Test("place a number in the cell that counting smaller anchors gives")
  func cells() {
    var source = SplitMix64(seed: 1)
    let anchors = NumericAnchors(
      reference: (0..<50).map { _ in Double(Int.random(in: -40...40, using: &source)) / 2 })
    for step in -200...200 {
      let number = Double(step) / 8
      let smaller = anchors.values.count { $0 < number }
      let isAnchor = anchors.values.contains(number)
      #expect(anchors.cell(of: number) == 2 * smaller + (isAnchor ? 1 : 0))
    }
  }

  @Test("have one cell without values")
  func noValues() {
    let anchors = NumericAnchors(reference: [])
    #expect(anchors.cellCount == 1)
    #expect(anchors.cell(of: 5) == 0)
  }

  @Test("thin out a large reference to order statistics, both ends among them")
  func thinsOut() {
    let reference = (0..<10_000).map { Double($0) }
    let anchors = NumericAnchors(reference: reference.reversed(), limit: 100)
    #expect(!anchors.coversReference)
    #expect(anchors.values.count == 100)
    #expect(anchors.values.first == 0)
    #expect(anchors.values.last == 9_999)
    let gaps = zip(anchors.values, anchors.values.dropFirst()).map { $1 - $0 }
    #expect(gaps.allSatisfy { (100...102).contains($0) })
  }

  @Test("always have the deciles among them")
  func keepDeciles() {
    let deciles = (1...9).map { Double($0) * 10 + 0.25 }
    for limit in [4, 1_000] {
      let anchors = NumericAnchors(
        reference: (0...100).map(Double.init), deciles: ["*": deciles], limit: limit)
      #expect(Set(anchors.values).isSuperset(of: deciles))
      #expect(zip(anchors.values, anchors.values.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test("are the same without a reference whatever comes, a thirty-second of an octave apart")
  func withoutReference() {
    let values = NumericAnchors.withoutReference.values
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    #expect(values.contains(0))
    #expect(values.first == -0x1p40 && values.last == 0x1p40)
    #expect(zip(values, values.reversed()).allSatisfy { $0 == -$1 })
    let positive = values.filter { $0 > 0 }
    #expect(positive.first == 0x1p-20)
    #expect(zip(positive, positive.dropFirst()).allSatisfy { $1 / $0 <= 33.0 / 32 })
    #expect(!NumericAnchors.withoutReference.coversReference)
  }

  @Test("come back from a stored schema bit by bit, also as earlier programs wrote them")
  func stored() throws {
    let anchors = NumericAnchors(
      reference: [-0.1, 0, .leastNonzeroMagnitude, 1 / 3, 1e300, -.greatestFiniteMagnitude],
      deciles: [NumericAnchors.pooled: [0.25]])
    let text = try JSONEncoder().encode(anchors)
    #expect(try JSONDecoder().decode(NumericAnchors.self, from: text) == anchors)
    // Python: base64.b64encode(struct.pack("<3d", -1.5, 0.0, 2.25))
    let packed = """
      {"packedValues": "AAAAAAAA+L8AAAAAAAAAAAAAAAAAAAJA", "coversReference": true, "deciles": {}}
      """
    let listed = """
      {"values": [-1.5, 0, 2.25], "coversReference": true, "deciles": {}}
      """
    for text in [packed, listed] {
      let read = try JSONDecoder().decode(NumericAnchors.self, from: Data(text.utf8))
      #expect(read == NumericAnchors(reference: [2.25, 0, -1.5]))
    }
  }

  @Test(
    "that are damaged are refused",
    arguments: ["AAAA", "not base64!", "AAAAAAAA8H8=", "AAAAAAAAAkAAAAAAAAD4vw=="])
  func damaged(values: String) {
    let text = """
      {"packedValues": "\(values)", "coversReference": true, "deciles": {}}
      """
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(NumericAnchors.self, from: Data(text.utf8))
    }
  }
}
