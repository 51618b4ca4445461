/// Changes attributes of pages that we made ourselves; everything else stays byte for byte.
///
/// It relies on what our pages keep to: values in double quotes, with every angle bracket inside
/// them escaped.
struct TagRewriter {
  /// Gives the new value of an attribute, or `nil` to leave the attribute out. Values are as written,
  /// with their entities.
  let rewrite: (_ tag: Substring, _ attribute: Substring, _ value: Substring) -> String?

  func rewritten(_ html: String) -> String {
    var result = ""
    result.reserveCapacity(html.utf8.count)
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      let after = rest[rest.index(after: start)...]
      guard let first = after.first, first.isASCII, first.isLetter,
        let end = after.firstIndex(of: ">")
      else {
        result += "<"
        rest = after
        continue
      }
      result += "<" + tag(after[..<end])
      rest = after[end...]
    }
    return result + rest
  }

  private func tag(_ text: Substring) -> String {
    let name = text.prefix { !$0.isWhitespace }
    var result = String(name)
    var rest = text[name.endIndex...]
    while let equals = rest.firstRange(of: "=\"") {
      let close = rest[equals.upperBound...].firstIndex(of: "\"") ?? rest.endIndex
      let before = rest[..<equals.lowerBound]
      let attribute = before.suffix { !$0.isWhitespace }
      if let value = rewrite(name, attribute, rest[equals.upperBound..<close]) {
        result += before + "=\"" + value + "\""
      } else {
        var kept = before.dropLast(attribute.count)
        while kept.last?.isWhitespace == true { kept = kept.dropLast() }
        result += kept
      }
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : rest[close...]
    }
    return result + rest
  }
}

extension Substring {
  /// The longest end all of whose characters satisfy a condition.
  fileprivate func suffix(while condition: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
