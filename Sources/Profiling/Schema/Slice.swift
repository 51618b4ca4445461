/// Part of the rows, named by the values of one or more segment columns; the empty slice is all rows.
///
/// A part without a value names the attribute alone. It is the slice of metrics that compare the
/// groups of an attribute, such as `demographic_parity_ratio`.
package struct Slice: Hashable, Sendable, Codable {
  /// One condition of a slice.
  package struct Part: Hashable, Sendable, Codable {
    /// Name of the segment column.
    package let attribute: String
    /// The value that rows of the slice have; `nil` for a metric over all values.
    package let value: String?

    package init(attribute: String, value: String?) {
      self.attribute = attribute
      self.value = value
    }
  }

  /// The conditions in the order of the configuration; rows must meet all of them.
  package let parts: [Part]

  package init(parts: [Part]) {
    self.parts = parts
  }

  /// All rows.
  package static let all = Slice(parts: [])

  /// The rows that have `value` in the column `attribute`.
  package static func `where`(_ attribute: String, _ value: String) -> Slice {
    Slice(parts: [Part(attribute: attribute, value: value)])
  }

  /// True for the slice of all rows.
  package var isAll: Bool { parts.isEmpty }
}

extension Slice: CustomStringConvertible {
  /// The form of the export: `sex=female & race=other`, empty for all rows.
  package var description: String {
    parts.map { part in
      part.value.map { "\(part.attribute)=\($0)" } ?? part.attribute
    }.joined(separator: " & ")
  }
}

extension Slice: Comparable {
  /// Fewer conditions first, then by attribute and value: the order of tables and of the export.
  package static func < (left: Slice, right: Slice) -> Bool {
    if left.parts.count != right.parts.count { return left.parts.count < right.parts.count }
    for (one, other) in zip(left.parts, right.parts) where one != other {
      return (one.attribute, one.value ?? "") < (other.attribute, other.value ?? "")
    }
    return false
  }
}
