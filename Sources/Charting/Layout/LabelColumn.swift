/// Labels one below the other, each as near to its line as the others allow.
enum LabelColumn {
  /// Centres that keep the order of the wishes, do not overlap, and lie within the column.
  ///
  /// The sum of squared shifts is smallest. If the labels need more room than there is, they start
  /// at the top and run over the lower end rather than over each other.
  ///
  /// - Parameters:
  ///   - wishes: Where each label would stand alone; equal wishes keep the order of the list.
  ///   - heights: Height of each label.
  ///   - column: Ends of the column.
  /// - Complexity: O(k log k).
  ///
  /// Source: pool-adjacent-violators algorithm; R. Barlow et al., *Statistical Inference under
  /// Order Restrictions*, Wiley 1972.
  static func centres(
    wishes: [Double], heights: [Double], within column: ClosedRange<Double>
  ) -> [Double] {
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    // Below the k-th label at least offset[k] is used up; without it only the order must hold.
    var offsets: [Double] = []
    var used = 0.0
    for index in order {
      offsets.append(used + heights[index] / 2)
      used += heights[index]
    }
    var pools: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      pools.append((wishes[index] - offsets[rank], 1))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let previous = pools[pools.count - 2]
        guard previous.sum / Double(previous.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((previous.sum + last.sum, previous.count + last.count))
      }
    }
    let room = max(column.lowerBound, column.upperBound - used)
    let starts = pools.flatMap { pool in
      Array(
        repeating: min(max(pool.sum / Double(pool.count), column.lowerBound), room),
        count: pool.count)
    }
    var centres = wishes
    for (rank, index) in order.enumerated() { centres[index] = starts[rank] + offsets[rank] }
    return centres
  }
}
