/// A value of JSON that may stand in a script.
enum SearchValue {
  case text(String)
  case list([SearchValue])
  case map([String: SearchValue])

  static func texts(_ texts: [String]) -> SearchValue { .list(texts.map { .text($0) }) }

  /// Keys in order. Characters that end a line or a script element are written as escapes, and what
  /// hides or reorders text is made visible, as on every page.
  var script: String {
    switch self {
    case .text(let text): Self.quoted(VisibleText.of(text))
    case .list(let values): "[" + values.map(\.script).joined(separator: ",") + "]"
    case .map(let values):
      "{"
        + values.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)):\($0.value.script)" }
        .joined(separator: ",\n") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}": result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
