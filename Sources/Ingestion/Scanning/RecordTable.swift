/// Where the fields of some consecutive records lie in the scanner's buffer.
struct RecordTable: Sendable {
  /// The fields of all records, one record after the other: the first ``cellCount``. What lies beyond
  /// is room for more.
  private(set) var cells: [CellRange] = []

  /// Fields of all records together.
  private(set) var cellCount = 0

  /// The 1-based line on which each record starts.
  private(set) var lines: [Int] = []

  /// The index in `cells` of each record's first field.
  private(set) var firstCells: [Int] = []

  /// Indices in `cells` of quoted fields that contain doubled quotes still to be made single.
  private(set) var cellsToUnescape: [Int] = []

  /// What keeps a line from being a record at all, in file order; such lines are not in the table.
  private(set) var faults: [RowProblem] = []

  /// The 0-based field with text after its closing quote, by record.
  private var fieldsWithTextAfterQuote: [Int: Int] = [:]

  var count: Int { lines.count }

  mutating func removeAll() {
    cellCount = 0
    lines.removeAll(keepingCapacity: true)
    firstCells.removeAll(keepingCapacity: true)
    cellsToUnescape.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    fieldsWithTextAfterQuote.removeAll(keepingCapacity: true)
  }

  func cellCount(ofRecord record: Int) -> Int {
    let end = record + 1 < firstCells.count ? firstCells[record + 1] : cellCount
    return end - firstCells[record]
  }

  /// The 0-based first field of the record that has text after its closing quote.
  func fieldWithTextAfterQuote(ofRecord record: Int) -> Int? {
    fieldsWithTextAfterQuote.isEmpty ? nil : fieldsWithTextAfterQuote[record]
  }

  // MARK: - Filling

  mutating func beginRecord(line: Int) {
    lines.append(line)
    firstCells.append(cellCount)
  }

  mutating func append(_ cell: CellRange) {
    if cellCount == cells.count { makeRoom() }
    cells[cellCount] = cell
    cellCount += 1
  }

  mutating func append(contentsOf cells: [CellRange]) {
    for cell in cells { append(cell) }
  }

  /// Lets `body` write fields one after the other, without a look at the table for each.
  ///
  /// - Parameter body: Gets all cells and the number of those that are taken, which it counts up.
  @inline(__always)
  mutating func fill<Result>(_ body: (inout MutableSpan<CellRange>, inout Int) -> Result) -> Result
  {
    var count = cellCount
    var span = cells.mutableSpan
    let result = body(&span, &count)
    cellCount = count
    return result
  }

  /// Doubles the room for cells.
  mutating func makeRoom() {
    let added = max(cells.count, Self.firstRoom)
    cells.append(contentsOf: repeatElement(CellRange(0, 0), count: added))
  }

  private static let firstRoom = 64

  /// Notes a line that is no record.
  mutating func note(_ fault: RowProblem) {
    faults.append(fault)
  }

  mutating func appendEscaped(_ cell: CellRange) {
    cellsToUnescape.append(cellCount)
    append(cell)
  }

  /// Notes that the field about to be appended has text after its closing quote.
  mutating func noteTextAfterQuote() {
    let record = lines.count - 1
    if fieldsWithTextAfterQuote[record] == nil {
      fieldsWithTextAfterQuote[record] = cellCount - firstCells[record]
    }
  }

  /// Forgets a record of which the buffer holds only the beginning.
  mutating func cancelRecord() {
    fieldsWithTextAfterQuote[lines.count - 1] = nil
    let first = firstCells.removeLast()
    lines.removeLast()
    cellCount = first
    while let last = cellsToUnescape.last, last >= first { cellsToUnescape.removeLast() }
  }

  mutating func replaceCell(_ index: Int, with cell: CellRange) {
    cells[index] = cell
  }
}
