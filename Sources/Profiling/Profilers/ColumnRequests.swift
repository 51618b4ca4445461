package import Ingestion

/// The columns that are asked of a file, and where each one then stands in a batch.
package struct ColumnRequests: Sendable {
  package private(set) var list: [ColumnRequest] = []

  package init() {}

  /// Asks for one more column.
  ///
  /// - Returns: Its position in the columns of every batch.
  package mutating func add(
    _ name: String, _ type: ColumnRequest.ValueType, presence: ColumnRequest.Presence = .required,
    onInvalid: ColumnRequest.InvalidValueRule = .markCell
  ) -> Int {
    list.append(
      ColumnRequest(name, type: type, presence: presence, onInvalid: onInvalid))
    return list.count - 1
  }
}
