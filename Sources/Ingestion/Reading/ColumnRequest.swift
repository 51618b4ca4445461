/// One column that a caller wants from a file, and what to do where it fails.
///
/// The same name may be asked for twice with different types.
package struct ColumnRequest: Sendable, Hashable {
  /// What the fields of the column are read as.
  package enum ValueType: String, Sendable, CaseIterable {
    case number, category, text, timestamp
  }

  /// Whether a file without the column is an error.
  package enum Presence: Sendable {
    /// An error. Without a header the column must occur in at least one record.
    case required
    /// An error where there is a header; records may all go without it, as when nothing failed and
    /// each record names an error only if there is one.
    case sparse
    /// No error.
    case optional
  }

  /// What a missing or unreadable value does.
  package enum InvalidValueRule: Sendable {
    /// The whole row is left out, counted and reported as malformed.
    case rejectRow
    /// The row stays; the cell is marked as missing or malformed in its column.
    case markCell
  }

  package let name: String
  package let type: ValueType
  package let presence: Presence
  package let onInvalid: InvalidValueRule

  package init(
    _ name: String,
    type: ValueType,
    presence: Presence = .required,
    onInvalid: InvalidValueRule = .markCell
  ) {
    self.name = name
    self.type = type
    self.presence = presence
    self.onInvalid = onInvalid
  }
}
