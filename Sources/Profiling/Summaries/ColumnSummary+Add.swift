extension ColumnSummary {
  /// Adds answers, `nil` for a row without one.
  mutating func add(_ answers: [Answer?], column: ColumnSchema, vocabulary: Set<String>) {
    switch (self, column.kind) {
    case (.numeric(var summary), .numeric(let anchors)):
      self = .numeric(NumericSummary())
      for answer in answers {
        if case .number(let number)? = answer {
          summary.add(number, anchors: anchors)
        } else {
          summary.missing += 1
        }
      }
      self = .numeric(summary)
    case (.categorical(var summary), .categorical):
      self = .categorical(CategoricalSummary())
      for answer in answers {
        if case .category(let name)? = answer {
          summary.add(name, vocabulary: vocabulary)
        } else {
          summary.missing += 1
        }
      }
      self = .categorical(summary)
    default:
      preconditionFailure("A summary of another kind than its column.")
    }
  }
}
