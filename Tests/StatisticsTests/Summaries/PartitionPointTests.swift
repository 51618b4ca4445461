import Testing

@testable import Statistics

@Suite("The partition point of an ascending list")
struct PartitionPointTests {
  /// Lists of up to 40 of the numbers 0 to 29, so that most have some of them more than once.
  private static let drawn: [[Int]] = {
    var random = SplitMix64(seed: 61)
    return (0..<200).map { _ in
      (0..<Int.random(in: 0...40, using: &random))
        .map { _ in Int.random(in: 0..<30, using: &random) }.sorted()
    }
  }()

  @Test("is where a look at one element after the other ends")
  func equalsLinearSearch() {
    for list in Self.drawn {
      for sought in -1...30 {
        let notBelow = list.firstIndex { $0 >= sought } ?? list.count
        let above = list.firstIndex { $0 > sought } ?? list.count
        #expect(list.span.partitionPoint { $0 < sought } == notBelow)
        #expect(list.span.partitionPoint { $0 <= sought } == above)
        #expect(above - notBelow == list.count { $0 == sought })
      }
    }
  }

  @Test("stays within the range that is asked for")
  func withinRange() {
    var random = SplitMix64(seed: 62)
    for list in Self.drawn {
      let start = Int.random(in: 0...list.count, using: &random)
      let end = Int.random(in: start...list.count, using: &random)
      for sought in -1...30 {
        let linear = (start..<end).first { list[$0] >= sought } ?? end
        #expect(list.span.partitionPoint(in: start..<end) { $0 < sought } == linear)
      }
    }
  }

  @Test("is 0 in an empty list, and either end when all elements are on one side")
  func ends() {
    #expect([Int]().span.partitionPoint { $0 < 1 } == 0)
    let list = [4, 4, 4]
    #expect(list.span.partitionPoint { $0 < 4 } == 0)
    #expect(list.span.partitionPoint { $0 <= 4 } == 3)
    #expect(list.span.partitionPoint(in: 2..<2) { $0 < 9 } == 2)
  }

  @Test("looks at no more elements than there are halvings")
  func looksAtFew() {
    let list = Array(0..<1_000)
    for sought in -1...1_000 {
      var looks = 0
      _ = list.span.partitionPoint {
        looks += 1
        return $0 < sought
      }
      #expect(looks <= 10)
    }
  }
}
