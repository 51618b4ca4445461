import Synchronization

/// The categories of one column of a batch, as numbers into a list of names.
///
/// The list belongs to this batch alone, or to some batches that name the same list; its length is
/// bounded however many different names a file holds. Codes of different lists must not be compared.
package struct CategoryColumn: Sendable {
  /// The code of a missing value.
  package static let missing: Int32 = -1

  /// One index into `values` for each row, or `missing`.
  package let codes: [Int32]

  /// The names so far, each once, in order of first appearance; without a `list` those that occur in
  /// this batch.
  package let values: [String]

  /// What columns have in common whose names have the same codes; nil when no other has.
  package let list: Int?

  package init(codes: [Int32], values: [String], list: Int? = nil) {
    self.codes = codes
    self.values = values
    self.list = list
  }

  /// A number that no list has had.
  static func nextList() -> Int {
    lastList.add(1, ordering: .relaxed).newValue
  }

  private static let lastList = Atomic(0)
}
