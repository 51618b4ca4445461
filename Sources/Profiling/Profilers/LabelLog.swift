package import Ingestion

/// Reads the rows of a file of labels out of column batches.
package struct LabelLog: Sendable {
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

  /// The rows of a batch, in order.
  package func labels(of batch: Batch) -> LabelBlock {
    var block = LabelBlock()
    guard case .text(let ids) = batch.columns[idPosition] else { return block }
    block.ids = TextBlock(bytes: ids.bytes, ends: ids.ends)
    switch batch.columns[labelPosition] {
    case .number(let column):
      block.labels = .numbers(column.values.map { $0.isFinite ? $0 : .nan })
    case .category(let column):
      block.labels = .classes(
        codes: column.codes, names: column.values.map(ClassName.canonical))
    default: break
    }
    block.times = batch.times(at: timePosition)
    return block
  }
}

/// Rows of a file of labels, column by column. A row without a label tells nothing.
package struct LabelBlock: Sendable {
  package var ids = TextBlock()
  package var labels = AnswerBlock.none
  /// When each label was observed, in milliseconds since 1970-01-01 UTC, or
  /// ``PredictionBlock/noTime``; `nil` when labels carry no times.
  package var times: [Int64]?

  package init() {}
}
