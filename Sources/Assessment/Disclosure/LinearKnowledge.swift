/// What follows exactly from sums of unknown numbers.
struct LinearKnowledge {
  /// The unknowns that have only one possible value, ascending.
  let determined: [Int]

  /// A prime near 2⁶¹: coefficients are small whole numbers, so that arithmetic modulo it is exact
  /// but for chances of one in 10¹⁸.
  private static let prime: UInt64 = (1 << 61) - 1

  /// - Parameters:
  ///   - unknowns: Names of the unknowns, ascending.
  ///   - equations: Terms of each equation whose right side is known: name and coefficient, 1 or −1.
  /// - Complexity: O(equations · unknowns²).
  init(unknowns: [Int], equations: [[(name: Int, coefficient: Int)]]) {
    let columns = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    var rows = equations.compactMap { terms -> [UInt64]? in
      guard !terms.isEmpty else { return nil }
      var row = [UInt64](repeating: 0, count: unknowns.count)
      for (name, coefficient) in terms {
        if let column = columns[name] { row[column] = coefficient > 0 ? 1 : Self.prime - 1 }
      }
      return row
    }
    Self.reduce(&rows, width: unknowns.count)
    determined = rows.compactMap { row -> Int? in
      let positions = row.indices.filter { row[$0] != 0 }
      return positions.count == 1 ? unknowns[positions[0]] : nil
    }.sorted()
  }

  /// Gauss–Jordan elimination in place.
  private static func reduce(_ rows: inout [[UInt64]], width: Int) {
    var rank = 0
    for column in 0..<width {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      let scale = inverse(rows[rank][column])
      for position in column..<width { rows[rank][position] = product(rows[rank][position], scale) }
      let lead = rows[rank]
      for row in rows.indices where row != rank && rows[row][column] != 0 {
        let factor = prime - rows[row][column]
        for position in column..<width where lead[position] != 0 {
          rows[row][position] = sum(rows[row][position], product(lead[position], factor))
        }
      }
      rank += 1
      if rank == rows.count { return }
    }
  }

  private static func sum(_ one: UInt64, _ other: UInt64) -> UInt64 { (one + other) % prime }

  private static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return prime.dividingFullWidth((high, low)).remainder
  }

  /// By Fermat's little theorem.
  private static func inverse(_ number: UInt64) -> UInt64 {
    var (result, base, exponent): (UInt64, UInt64, UInt64) = (1, number, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}
