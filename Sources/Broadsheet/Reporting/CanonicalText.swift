/// A value as text that is the same for equal values, in any process.
///
/// Walks through all stored properties, so that a property that is added later is part of the text
/// without anybody thinking of it. Dictionaries and sets are sorted.
enum CanonicalText {
  static func of(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .dictionary, .set:
      return "{" + mirror.children.map { of($0.value) }.sorted().joined(separator: ",") + "}"
    default:
      // Texts are quoted, numbers written in full; a case without values is its name.
      guard !mirror.children.isEmpty else { return String(reflecting: value) }
      let parts = mirror.children.map { "\($0.label ?? ""):\(of($0.value))" }
      return "(" + parts.joined(separator: ",") + ")"
    }
  }
}
