/// The rows of a batch by place.
struct PlaceGroups {
  /// The rows of one place: a range of `order`.
  struct Group {
    let place: Int
    let rows: Range<Int>
  }

  let list: [Group]

  /// Rows of the batch, those of one group together, ascending within it; empty when the groups are
  /// ranges of the batch itself.
  private let order: [Int32]
  /// The group of each row, or −1 for rows that are not counted.
  private let groupOfRow: [Int32]

  /// - Parameter places: The place of each row, or −1 for a row that is not counted.
  init(places: [Int32]) {
    var positions: [Int32: Int32] = [:]
    var counts: [Int] = []
    var found: [Int32] = []
    var groupOfRow = [Int32](repeating: -1, count: places.count)
    var (lastPlace, lastGroup): (Int32, Int32) = (-1, -1)
    var runs = 0
    for (row, place) in places.enumerated() where place >= 0 {
      if place != lastPlace || groupOfRow[max(row - 1, 0)] < 0 { runs += 1 }
      if place != lastPlace {
        lastPlace = place
        if let known = positions[place] {
          lastGroup = known
        } else {
          lastGroup = Int32(found.count)
          positions[place] = lastGroup
          found.append(place)
          counts.append(0)
        }
      }
      groupOfRow[row] = lastGroup
      counts[Int(lastGroup)] += 1
    }
    var starts: [Int] = []
    var sum = 0
    for count in counts {
      starts.append(sum)
      sum += count
    }
    list = found.indices.map { index in
      Group(place: Int(found[index]), rows: starts[index]..<starts[index] + counts[index])
    }
    self.groupOfRow = groupOfRow
    // With one run for each group and every row counted, the groups lie in the batch as they are.
    if runs == found.count, sum == places.count {
      order = []
    } else {
      var order = [Int32](repeating: 0, count: sum)
      for (row, group) in groupOfRow.enumerated() where group >= 0 {
        order[starts[Int(group)]] = Int32(row)
        starts[Int(group)] += 1
      }
      self.order = order
    }
  }

  /// Calls `body` with each row of a group.
  @inline(__always)
  func forEachRow(of group: Group, _ body: (Int) -> Void) {
    if order.isEmpty {
      for row in group.rows { body(row) }
    } else {
      let order = order.span
      for index in group.rows { body(Int(order[index])) }
    }
  }

  /// How many of some rows belong to each group; empty without rows.
  func counts(of rows: [Int]) -> [Int] {
    guard !rows.isEmpty else { return [] }
    var counts = [Int](repeating: 0, count: list.count)
    for row in rows where groupOfRow[row] >= 0 { counts[Int(groupOfRow[row])] += 1 }
    return counts
  }

  /// Writes the numbers of a group to the beginning of `target`, without NaN.
  ///
  /// - Returns: How many there are.
  func gather(_ numbers: Span<Double>, of group: Group, into target: inout [Double]) -> Int {
    if target.count < group.rows.count {
      target = [Double](repeating: 0, count: max(group.rows.count, 2 * target.count))
    }
    var target = target.mutableSpan
    var count = 0
    if order.isEmpty {
      for row in group.rows {
        let number = numbers[row]
        // Written always and kept only if it is a number: faster than a branch.
        target[count] = number
        count += number.isNaN ? 0 : 1
      }
    } else {
      let order = order.span
      for index in group.rows {
        let number = numbers[Int(order[index])]
        target[count] = number
        count += number.isNaN ? 0 : 1
      }
    }
    return count
  }
}

/// Working memory of one thread, reused from batch to batch.
struct SpareMemory {
  var numbers: [Double] = []
  var anchors = AnchorSpare()
  /// By column of categories.
  var maps: [CategoryMap] = []
}

/// The numbers of a column's counter for the codes of a list of names.
struct CategoryMap {
  var list: Int?
  /// By code; −1 for a name without a number.
  var numbers: [Int32] = []
}
