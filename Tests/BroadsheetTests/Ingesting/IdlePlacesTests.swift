import Profiling
import Testing

@testable import Broadsheet

@Suite("Places that no row comes for")
struct IdlePlacesTests {
  private func block(days: [Int32]) -> PredictionBlock {
    var block = PredictionBlock()
    block.times = days.map { Int64($0) * 86_400_000 }
    block.days = days
    block.armCodes = days.map { _ in 0 }
    return block
  }

  @Test("are named once, four blocks after their last row")
  func idle() {
    var places = IdlePlaces()
    var gone: [Int32: Int] = [:]
    for number in 0..<40 {
      for place in places.after(block(days: [Int32(number), Int32(number), Int32(number + 1)])) {
        #expect(gone[place.day] == nil)
        gone[place.day] = number
      }
    }
    // Day n has its last row in block n.
    #expect(gone == Dictionary(uniqueKeysWithValues: (0..<36).map { (Int32($0), $0 + 4) }))
  }

  @Test("stay longer and longer when rows come back for them")
  func returning() {
    var places = IdlePlaces()
    var late = 0
    // Every day comes again after ten blocks.
    for number in 0..<2_000 {
      let idle = places.after(block(days: [Int32(number % 10)])).count
      if number >= 200 { late += idle }
    }
    #expect(late == 0)
  }
}
