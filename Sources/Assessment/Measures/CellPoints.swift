import Profiling

/// Both sides of a numeric column at common points: each anchor, and a point between two anchors
/// for what was counted there.
struct CellPoints {
  private(set) var values: [Double] = []
  private(set) var reference: [Double] = []
  private(set) var current: [Double] = []

  /// - Parameter values: Ascending points, one for each count of either side.
  init(values: [Double], reference: [Int], current: [Int]) {
    self.values = values
    self.reference = reference.map(Double.init)
    self.current = current.map(Double.init)
  }

  init(anchors: NumericAnchors, _ before: NumericSummary, _ now: NumericSummary) {
    let lowest = min(before.minimum ?? .infinity, now.minimum ?? .infinity)
    let highest = max(before.maximum ?? -.infinity, now.maximum ?? -.infinity)
    for cell in 0..<anchors.cellCount where before.cells[cell] > 0 || now.cells[cell] > 0 {
      let below = cell > 1 ? max(lowest, anchors.values[(cell - 1) / 2]) : lowest
      let above = cell / 2 < anchors.values.count ? min(highest, anchors.values[cell / 2]) : highest
      let value = cell % 2 == 1 ? anchors.values[cell / 2] : below + (above - below) / 2
      // Rounding could put a point onto the anchor below it; points have to ascend.
      if let last = values.last, value <= last {
        reference[values.count - 1] += Double(before.cells[cell])
        current[values.count - 1] += Double(now.cells[cell])
      } else {
        values.append(value)
        reference.append(Double(before.cells[cell]))
        current.append(Double(now.cells[cell]))
      }
    }
  }
}
