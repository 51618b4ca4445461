extension ConfusionTable {
  /// A picture holds so many classes.
  private static let most = 10

  /// The table for a picture: of many classes the most frequent by label or answer, of equally
  /// frequent ones the first by name, the rest counted together.
  var diagnostic: Diagnostics.Confusion? {
    guard total > 0 else { return nil }
    guard classes.count > Self.most else {
      return Diagnostics.Confusion(classes: classes, counts: rows)
    }
    let rows = rows
    let frequency = classes.indices.map { index in
      rows[index].reduce(0, +) + rows.reduce(0) { $0 + $1[index] }
    }
    let kept = classes.indices.sorted { (frequency[$1], $0) < (frequency[$0], $1) }
      .prefix(Self.most - 1).sorted()
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var counts = [[Int]](repeating: [Int](repeating: 0, count: Self.most), count: Self.most)
    for (label, row) in rows.enumerated() {
      for (answer, count) in row.enumerated() {
        counts[place[label] ?? kept.count][place[answer] ?? kept.count] += count
      }
    }
    return Diagnostics.Confusion(
      classes: kept.map { classes[$0] } + [ColumnBins.others], counts: counts)
  }

  private var rows: [[Int]] {
    classes.indices.map { label in
      Array(cells[label * classes.count..<(label + 1) * classes.count])
    }
  }
}
