package import Ingestion

/// Reads the rows of a file of labels out of column batches.
package struct LabelLog: Sendable {
  /// A label that goes to every prediction with its id.
  package struct Row: Sendable {
    package let id: String
    package let label: Answer
    /// When it was observed, in milliseconds since 1970-01-01 UTC.
    package let time: Int64?
  }

  /// What to ask the file for.
  package let requests: ColumnRequests

  private let idPosition: Int
  private let labelPosition: Int
  private let timePosition: Int?

  /// - Parameter layout: The columns of the model.
  /// - Returns: `nil` when the model has no id or no label column.
  package init?(layout: ModelLayout) {
    guard let id = layout.id, let label = layout.label else { return nil }
    var requests = ColumnRequests()
    idPosition = requests.add(id, .text, onInvalid: .rejectRow)
    labelPosition = requests.add(
      label, layout.task == .regression ? .number : .category, onInvalid: .markCell)
    timePosition = layout.labelTimestamp.map { requests.add($0, .timestamp) }
    self.requests = requests
  }

  /// The rows of a batch, in order; a row with an empty label tells nothing and is left out.
  package func rows(of batch: Batch) -> [Row] {
    guard case .text(let ids) = batch.columns[idPosition] else { return [] }
    return (0..<batch.rowCount).compactMap { row in
      answer(at: row, of: batch).map { label in
        Row(id: ids.values[row], label: label, time: time(at: row, of: batch))
      }
    }
  }

  private func answer(at row: Int, of batch: Batch) -> Answer? {
    switch batch.columns[labelPosition] {
    case .number(let column):
      return column.values[row].isFinite ? .number(column.values[row]) : nil
    case .category(let column):
      let code = Int(column.codes[row])
      return code < 0 ? nil : .category(ClassName.canonical(column.values[code]))
    default:
      return nil
    }
  }

  private func time(at row: Int, of batch: Batch) -> Int64? {
    guard let timePosition, case .timestamp(let column) = batch.columns[timePosition],
      column.values[row] != TimestampColumn.missing
    else { return nil }
    return column.values[row]
  }
}
