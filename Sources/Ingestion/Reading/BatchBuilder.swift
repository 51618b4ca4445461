/// Turns the scanner's records into a batch: leaves out malformed rows, decodes the rest by column.
struct BatchBuilder: Sendable {
  /// A column whose values every row must have.
  private struct Requirement {
    let field: Int
    let builder: Int
  }

  private let header: [String]
  private let numbersFields: Bool
  private let requirements: [Requirement]
  private var builders: [any ColumnBuilder] = []
  private var lines: [Int] = []

  /// - Parameters:
  ///   - fields: The field of each request, or nil where the file lacks the column.
  ///   - keepsNames: Whether categories keep their codes from batch to batch.
  ///   - numbersFields: Whether a problem tells the number of its field. The keys of an object have
  ///     no order, so that it would say nothing there.
  init(
    header: [String], requests: [ColumnRequest], fields: [Int?], options: CSVOptions,
    keepsNames: Bool = false, numbersFields: Bool = true
  ) {
    self.header = header
    self.numbersFields = numbersFields
    var requirements: [Requirement] = []
    for (index, (request, field)) in zip(requests, fields).enumerated() {
      guard let field else {
        builders.append(AbsentColumnBuilder())
        continue
      }
      builders.append(
        Self.builder(
          for: request.type, field: field, options: options, keepsNames: keepsNames))
      if request.onInvalid == .rejectRow {
        requirements.append(Requirement(field: field, builder: index))
      }
    }
    self.requirements = requirements
  }

  /// Rows collected for the batch under way.
  var rowCount: Int { lines.count }

  /// Takes over the well-formed records of the table and reports the others.
  mutating func append(
    _ table: RecordTable, _ bytes: Span<UInt8>, problems: inout ProblemLog
  ) {
    var found = table.faults
    var records: [Int] = []
    records.reserveCapacity(table.count)
    for record in 0..<table.count {
      if let problem = structuralProblem(ofRecord: record, in: table) {
        found.append(problem)
      } else {
        records.append(record)
      }
    }
    for requirement in requirements {
      var kept: [Int] = []
      kept.reserveCapacity(records.count)
      for record in records {
        let cell = table.cells[table.firstCells[record] + requirement.field]
        if let reason = builders[requirement.builder].fault(in: cell, of: bytes) {
          found.append(problem(reason, field: requirement.field, line: table.lines[record]))
        } else {
          kept.append(record)
        }
      }
      records = kept
    }
    // They were found check by check; each row has one at most, so lines give the file's order.
    found.sort { $0.line < $1.line }
    for problem in found { problems.record(problem) }

    let firstCells = records.map { table.firstCells[$0] }
    for index in builders.indices { builders[index].append(firstCells, of: table, bytes) }
    for record in records { lines.append(table.lines[record]) }
  }

  /// Hands out the batch and starts the next one.
  mutating func finish() -> Batch {
    var columns: [Column] = []
    for index in builders.indices { columns.append(builders[index].finish()) }
    let batch = Batch(rowCount: lines.count, columns: columns, lines: lines)
    lines = []
    return batch
  }

  private static func builder(
    for type: ColumnRequest.ValueType, field: Int, options: CSVOptions, keepsNames: Bool
  ) -> any ColumnBuilder {
    switch type {
    case .number:
      NumberColumnBuilder(field: field, reader: NumberReader(missingTokens: options.missingTokens))
    case .category:
      CategoryColumnBuilder(
        field: field, missingTokens: options.missingTokens.map(MissingTokens.init) ?? .none,
        keepsNames: keepsNames)
    case .text:
      TextColumnBuilder(field: field)
    case .timestamp:
      TimestampColumnBuilder(
        field: field,
        reader: TimestampReader(zone: options.zone, missingTokens: options.missingTokens))
    }
  }

  private func structuralProblem(ofRecord record: Int, in table: RecordTable) -> RowProblem? {
    if let field = table.fieldWithTextAfterQuote(ofRecord: record) {
      return problem(.textAfterQuote, field: field, line: table.lines[record])
    }
    let found = table.cellCount(ofRecord: record)
    if found == header.count { return nil }
    // The first field that is missing or too many.
    let reason = RowProblem.Reason.fieldCount(found: found, expected: header.count)
    return problem(reason, field: min(found, header.count), line: table.lines[record])
  }

  private func problem(_ reason: RowProblem.Reason, field: Int, line: Int) -> RowProblem {
    let name = field < header.count ? header[field] : nil
    let column = numbersFields ? field + 1 : 0
    return RowProblem(line: line, column: column, columnName: name, reason: reason)
  }
}
