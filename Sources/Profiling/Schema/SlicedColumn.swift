/// A column whose values are counted within one slice besides over all rows.
///
/// Counting every column within every slice would multiply the size of a profile by the number of
/// slices, so only those are counted that an expectation asks for.
package struct SlicedColumn: Hashable, Sendable, Codable {
  /// Never the slice of all rows.
  package let slice: Slice
  /// Name of a feature, prediction, score or label.
  package let column: String

  package init(slice: Slice, column: String) {
    self.slice = slice
    self.column = column
  }
}

extension SlicedColumn: Comparable {
  /// By slice, then by name.
  package static func < (left: SlicedColumn, right: SlicedColumn) -> Bool {
    left.slice != right.slice ? left.slice < right.slice : left.column < right.column
  }
}
