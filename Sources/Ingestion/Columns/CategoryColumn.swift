/// The categories of one column of a batch, as numbers into a list of names.
///
/// The list belongs to this batch alone, so memory stays bounded however many different names a
/// file holds. Codes of two batches must not be compared.
package struct CategoryColumn: Sendable {
  /// The code of a missing value.
  package static let missing: Int32 = -1

  /// One index into `values` for each row, or `missing`.
  package let codes: [Int32]

  /// The names that occur in this batch, each once, in order of first appearance.
  package let values: [String]

  package init(codes: [Int32], values: [String]) {
    self.codes = codes
    self.values = values
  }
}
