/// The addresses in a style sheet that a browser would load.
enum StyleSheetAddresses {
  /// What stands in `url(…)`, and in quotes after `@import`, in order.
  static func all(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self).replacing(comment, with: "")
    return text.matches(of: address).map { match in
      (match.output.1 ?? match.output.2 ?? "").trimmingQuotesAndSpace
    }
  }

  private static var comment: Regex<Substring> { /\/\*(?s:.)*?\*\// }

  private static var address: Regex<(Substring, Substring?, Substring?)> {
    /(?i)url\(\s*("[^"]*"|'[^']*'|[^)]*)\)|@import\s+("[^"]*"|'[^']*')/
  }
}

extension Substring {
  fileprivate var trimmingQuotesAndSpace: String {
    let unwanted: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    var rest = drop(while: unwanted)
    while let last = rest.last, unwanted(last) { rest.removeLast() }
    return String(rest)
  }
}
