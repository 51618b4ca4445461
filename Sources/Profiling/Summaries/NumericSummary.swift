package import Statistics

/// The numbers of one column: exact counts at and between anchors, moments, range.
package struct NumericSummary: Sendable, Equatable {
  /// Counts by cell of the column's ``NumericAnchors``; empty until a number was added.
  package private(set) var cells: [Int]
  package private(set) var moments: Moments
  package private(set) var minimum: Double?
  package private(set) var maximum: Double?
  /// Distinct numbers that are no anchors.
  package private(set) var offAnchor: DistinctCount
  /// Rows without a value.
  package internal(set) var missing: Int
  /// Rows whose value is no number.
  package internal(set) var malformed: Int

  package init() {
    cells = []
    moments = Moments()
    offAnchor = DistinctCount()
    missing = 0
    malformed = 0
  }

  init(
    cells: [Int], moments: Moments, minimum: Double?, maximum: Double?, offAnchor: DistinctCount,
    missing: Int, malformed: Int
  ) {
    self.cells = cells
    self.moments = moments
    self.minimum = minimum
    self.maximum = maximum
    self.offAnchor = offAnchor
    self.missing = missing
    self.malformed = malformed
  }

  /// Numbers, without missing and malformed values.
  package var count: Int { moments.count }

  /// All rows.
  package var rowCount: Int { moments.count + missing + malformed }

  /// Adds a finite number.
  package mutating func add(_ number: Double, anchors: NumericAnchors) {
    if cells.isEmpty { cells = [Int](repeating: 0, count: anchors.cellCount) }
    let cell = anchors.cell(of: number)
    cells[cell] += 1
    if cell % 2 == 0 { offAnchor.add(number) }
    moments.add(number)
    // −0 equals 0 but is stored otherwise; which came first must not show.
    let unsigned = number == 0 ? 0 : number
    minimum = min(minimum ?? unsigned, unsigned)
    maximum = max(maximum ?? unsigned, unsigned)
  }

  /// Number of distinct values; an estimate when many lie between anchors.
  package var distinctCount: Double {
    let onAnchors = stride(from: 1, to: cells.count, by: 2).count { cells[$0] > 0 }
    return Double(onAnchors) + offAnchor.estimate
  }

  /// True when ``distinctCount`` is exact.
  package var distinctCountIsExact: Bool { offAnchor.isExact }
}

extension NumericSummary: Mergeable {
  package mutating func merge(_ other: NumericSummary) {
    if cells.isEmpty {
      cells = other.cells
    } else if !other.cells.isEmpty {
      precondition(cells.count == other.cells.count, "Summaries with different anchors.")
      for index in cells.indices { cells[index] += other.cells[index] }
    }
    moments.merge(other.moments)
    if let theirs = other.minimum { minimum = min(minimum ?? theirs, theirs) }
    if let theirs = other.maximum { maximum = max(maximum ?? theirs, theirs) }
    offAnchor.merge(other.offAnchor)
    missing += other.missing
    malformed += other.malformed
  }
}
