/// Rows of CSV without quotes as JSON Lines, numbers and missing values as JSON has them.
enum JSONRows {
  /// - Parameters:
  ///   - lines: A header and rows.
  ///   - prefix: The object that all keys stand in, or nil for none.
  static func lines(of lines: [String], inside prefix: String? = nil) -> [String] {
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return rows.dropFirst().map { row in
      let members = zip(rows[0], row).map { name, value in
        "\"\(name)\": \(value.isEmpty ? "null" : Double(value) == nil ? "\"\(value)\"" : "\(value)")"
      }
      let object = "{\(members.joined(separator: ", "))}"
      return prefix.map { "{\"\($0)\": \(object)}" } ?? object
    }
  }
}
