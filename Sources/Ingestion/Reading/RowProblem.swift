/// Why one row was left out.
///
/// It tells the kind of the fault and never the value: rows may hold personal data, and problems
/// end up in logs.
package struct RowProblem: Sendable, Hashable {
  /// The kinds of fault a row can have.
  package enum Reason: Sendable, Hashable {
    case notANumber
    case notATimestamp
    case missingValue
    case fieldCount(found: Int, expected: Int)
    case textAfterQuote
    case malformedJSON(JSONFault.Reason)
  }

  /// 1-based line on which the row starts.
  package let line: Int

  /// 1-based number of the field within the row, not of the character; 0 where fields have no
  /// order. Of malformed JSON the 1-based character within the line.
  package let column: Int

  /// The header's name of that field, where it has one.
  package let columnName: String?

  package let reason: Reason

  package init(line: Int, column: Int, columnName: String?, reason: Reason) {
    self.line = line
    self.column = column
    self.columnName = columnName
    self.reason = reason
  }
}

extension RowProblem: CustomStringConvertible {
  /// For example `line 12, field 3 (age): is not a number`.
  package var description: String {
    if case .malformedJSON = reason { return "line \(line), character \(column): \(reason)" }
    let name = columnName.map { " (\($0))" } ?? ""
    if column == 0 { return "line \(line)\(name): \(reason)" }
    return "line \(line), field \(column)\(name): \(reason)"
  }
}

extension RowProblem.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notANumber: "is not a number"
    case .notATimestamp: "is not a date or time"
    case .missingValue: "is missing where a value is required"
    case .fieldCount(let found, let expected):
      "the row has \(found) \(found == 1 ? "field" : "fields"), the header has \(expected)"
    case .textAfterQuote: "has text after the closing quote"
    case .malformedJSON(let reason): "\(reason)"
    }
  }
}
