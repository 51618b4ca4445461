/// Decides which addresses a page may carry.
///
/// A list of what is allowed, not of what is forbidden: schemes that run code are many, and new ones
/// must not get in by being unknown.
enum LinkSafety {
  /// True for relative addresses and for `http`, `https` and `mailto`.
  static func allows(_ address: String) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    return ["http", "https", "mailto"].contains(scheme)
  }

  /// The part before the first colon, in lower case and without the white space and control
  /// characters that browsers skip there; `nil` when the address is relative.
  static func scheme(of address: String) -> String? {
    let end = address.unicodeScalars.firstIndex { ":/?#".unicodeScalars.contains($0) }
    guard let end, address.unicodeScalars[end] == ":" else { return nil }
    let letters = address.unicodeScalars[..<end].filter { $0.value > 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(letters)).lowercased()
  }
}
