/// The texts of one column of a batch, for identifiers and the like.
package struct TextColumn: Sendable {
  /// The UTF-8 of all texts, one after the other; nothing where the value is missing.
  package let bytes: [UInt8]

  /// Where the text of each row ends in `bytes`.
  package let ends: [Int]

  package init(bytes: [UInt8], ends: [Int]) {
    self.bytes = bytes
    self.ends = ends
  }

  /// One text for each row; empty where the value is missing.
  package var values: [String] {
    ends.indices.map { row in
      String(decoding: bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]], as: UTF8.self)
    }
  }
}
