import Ingestion
import Statistics

/// The numbers of one column and place while a file is counted: a ``NumericSummary`` in the making.
struct NumericTally: Sendable {
  private var cells = CellCounts()
  private var moments = Moments()
  private var minimum = Double.infinity
  private var maximum = -Double.infinity
  private var offAnchor = DistinctCount()
  private var missing = 0
  private var malformed = 0

  /// Adds finite numbers and rows without one.
  ///
  /// - Parameter spare: Working memory.
  mutating func add(
    _ numbers: Span<Double>, missing: Int, malformed: Int, lookup: AnchorLookup,
    spare: inout AnchorSpare
  ) {
    self.missing += missing
    self.malformed += malformed
    guard !numbers.isEmpty else { return }
    let others = lookup.count(numbers, in: &cells, spare: &spare)
    if others > 0 { offAnchor.add(contentsOf: spare.offAnchor.span.extracting(first: others)) }
    moments.add(contentsOf: numbers)
    for index in numbers.indices {
      minimum = min(minimum, numbers[index])
      maximum = max(maximum, numbers[index])
    }
  }

  var summary: NumericSummary {
    let hasNumbers = moments.count > 0
    // Which of −0 and 0 came first must not show.
    return NumericSummary(
      cells: cells.list, moments: moments,
      minimum: hasNumbers ? minimum + 0 : nil, maximum: hasNumbers ? maximum + 0 : nil,
      offAnchor: offAnchor, missing: missing, malformed: malformed)
  }
}

/// Counts the numbers of one column at all places of a file.
final class NumericCounter: Sendable {
  private let lookup: AnchorLookup
  private let tallies = PlaceStore<NumericTally>()

  init(anchors: NumericAnchors) {
    lookup = AnchorLookup(anchors)
  }

  /// Adds the column's cell of every row that belongs to a group.
  ///
  /// - Parameters:
  ///   - numbers: One for each row of the batch; NaN for none.
  ///   - malformedRows: Rows whose text is no number.
  func add(
    _ numbers: [Double], malformedRows: [Int], groups: PlaceGroups, spare: inout SpareMemory
  ) {
    let malformed = groups.counts(of: malformedRows)
    var gathered: [Double] = []
    swap(&gathered, &spare.numbers)
    tallies.update { places in
      for (index, group) in groups.list.enumerated() {
        let count = groups.gather(numbers.span, of: group, into: &gathered)
        let bad = malformed.isEmpty ? 0 : malformed[index]
        places[group.place, default: NumericTally()].add(
          gathered.span.extracting(first: count), missing: group.rows.count - count - bad,
          malformed: bad, lookup: lookup, spare: &spare.anchors)
      }
    }
    swap(&gathered, &spare.numbers)
  }

  /// What was counted at a place, which is forgotten; nil without rows.
  func take(place: Int) -> NumericSummary? { tallies.take(place)?.summary }
}
