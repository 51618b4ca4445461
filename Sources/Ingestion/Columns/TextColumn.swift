/// The texts of one column of a batch, for identifiers and the like.
package struct TextColumn: Sendable {
  /// One text for each row; empty where the value is missing.
  package let values: [String]

  package init(values: [String]) {
    self.values = values
  }
}
