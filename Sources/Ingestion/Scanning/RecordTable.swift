/// Where the fields of some consecutive records lie in the scanner's buffer.
struct RecordTable: Sendable {
  /// The fields of all records, one record after the other.
  private(set) var cells: [CellRange] = []

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
    cells.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    firstCells.removeAll(keepingCapacity: true)
    cellsToUnescape.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    fieldsWithTextAfterQuote.removeAll(keepingCapacity: true)
  }

  func cellCount(ofRecord record: Int) -> Int {
    let end = record + 1 < firstCells.count ? firstCells[record + 1] : cells.count
    return end - firstCells[record]
  }

  /// The 0-based first field of the record that has text after its closing quote.
  func fieldWithTextAfterQuote(ofRecord record: Int) -> Int? {
    fieldsWithTextAfterQuote.isEmpty ? nil : fieldsWithTextAfterQuote[record]
  }

  // MARK: - Filling

  mutating func beginRecord(line: Int) {
    lines.append(line)
    firstCells.append(cells.count)
  }

  mutating func append(_ cell: CellRange) {
    cells.append(cell)
  }

  mutating func append(contentsOf cells: [CellRange]) {
    self.cells.append(contentsOf: cells)
  }

  /// Notes a line that is no record.
  mutating func note(_ fault: RowProblem) {
    faults.append(fault)
  }

  mutating func appendEscaped(_ cell: CellRange) {
    cellsToUnescape.append(cells.count)
    cells.append(cell)
  }

  /// Notes that the field about to be appended has text after its closing quote.
  mutating func noteTextAfterQuote() {
    let record = lines.count - 1
    if fieldsWithTextAfterQuote[record] == nil {
      fieldsWithTextAfterQuote[record] = cells.count - firstCells[record]
    }
  }

  /// Forgets a record of which the buffer holds only the beginning.
  mutating func cancelRecord() {
    fieldsWithTextAfterQuote[lines.count - 1] = nil
    let first = firstCells.removeLast()
    lines.removeLast()
    cells.removeLast(cells.count - first)
    while let last = cellsToUnescape.last, last >= first { cellsToUnescape.removeLast() }
  }

  mutating func replaceCell(_ index: Int, with cell: CellRange) {
    cells[index] = cell
  }
}
