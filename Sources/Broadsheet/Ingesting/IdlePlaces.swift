import Profiling

/// Says which places of a file no row has come for lately, so that what was counted there can leave
/// the memory.
///
/// Logs are mostly written in the order of time, and then one day is counted after the other. Where
/// rows come for a place again and again after it was put away, more time is given to each.
struct IdlePlaces {
  typealias Place = OutcomeCounter.Place

  /// Blocks without a row after which a place is idle.
  private var patience = 4
  private var blockCount = 0
  private var lastBlock: [Place: Int] = [:]
  private var gone: Set<Place> = []
  private var goneCount = 0
  private var returnCount = 0

  /// Notes the places of the next block.
  ///
  /// - Returns: Those that have become idle, in no order.
  mutating func after(_ block: PredictionBlock) -> [Place] {
    blockCount += 1
    var current: Place?
    for row in 0..<block.rowCount {
      let place = Place(arm: block.armCodes[row], day: block.days[row])
      if place != current {
        current = place
        note(place)
      }
    }
    if returnCount > 4, returnCount * 4 > goneCount {
      patience *= 2
      (goneCount, returnCount) = (0, 0)
    }
    let idle = lastBlock.filter { $0.value + patience <= blockCount }.map(\.key)
    for place in idle { lastBlock[place] = nil }
    gone.formUnion(idle)
    goneCount += idle.count
    return idle
  }

  private mutating func note(_ place: Place) {
    lastBlock[place] = blockCount
    if gone.remove(place) != nil { returnCount += 1 }
  }
}
