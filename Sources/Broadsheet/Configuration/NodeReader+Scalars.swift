import Yams

extension NodeReader {
  /// Any scalar as its text, so that `1`, `true` and `"1"` name the same label.
  func text() -> String? {
    guard case .scalar(let scalar) = node, !Self.isAbsent(scalar) else {
      report("expected text, found \(found)", advice: absenceAdvice)
      return nil
    }
    return scalar.string
  }

  /// Text with at least one visible character.
  func name() -> String? {
    guard let text = text() else { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      report("the text is empty", advice: absenceAdvice)
      return nil
    }
    return text
  }

  /// `true` or `false`, and nothing else: `yes` is a truth value in one version of YAML and text in
  /// the next.
  func flag() -> Bool? {
    if case .scalar(let scalar) = node, scalar.style == .plain {
      switch scalar.string {
      case "true": return true
      case "false": return false
      default: break
      }
    }
    let word = node.scalar?.string.lowercased() ?? ""
    let advice =
      switch word {
      case "true", "yes", "on", "y", "1": "write true"
      case "false", "no", "off", "n", "0": "write false"
      default: "write true or false"
      }
    report("expected true or false, found \(found)", advice: advice)
    return nil
  }

  /// A finite decimal number; `nil` without a report for anything else.
  var plainNumber: Double? {
    guard case .scalar(let scalar) = node, scalar.style == .plain,
      scalar.string.utf8.allSatisfy(Self.isNumberByte), let value = Double(scalar.string),
      value.isFinite
    else { return nil }
    return value
  }

  /// A finite decimal number.
  func number() -> Double? {
    if let value = plainNumber { return value }
    report(
      "expected a number, found \(found)", advice: "write digits, such as 0.65, without quotes")
    return nil
  }

  /// A whole number, not below `minimum`.
  func count(atLeast minimum: Int) -> Int? {
    guard case .scalar(let scalar) = node, scalar.style == .plain,
      scalar.string.utf8.allSatisfy(Self.isNumberByte), let value = Int(scalar.string)
    else {
      report("expected a whole number, found \(found)", advice: "write digits, such as 30")
      return nil
    }
    guard value >= minimum else {
      report("\(value) is too small", advice: "write \(minimum) or more")
      return nil
    }
    return value
  }

  /// A number in [0, 1].
  func share() -> Double? {
    guard let value = number() else { return nil }
    guard (0...1).contains(value) else {
      report("\(found) is not a share", advice: "write a number from 0 to 1")
      return nil
    }
    return value
  }

  /// One of the names of `Choice`; `what` is the noun for the message.
  func choice<Choice: CaseIterable & RawRepresentable>(_ what: String) -> Choice?
  where Choice.RawValue == String {
    guard let name = text() else { return nil }
    if let choice = Choice(rawValue: name) { return choice }
    report(
      "unknown \(what) \(quoted(name))",
      advice: advice(forUnknown: name, in: Choice.allCases.map(\.rawValue))
        ?? "the methodology page lists every \(what)")
    return nil
  }

  /// An identifier for addresses.
  func identifier() -> String? {
    guard let text = text() else { return nil }
    let isValid = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isValid, !text.isEmpty else {
      report(
        "\(quoted(text)) cannot stand in an address",
        advice: "use only the letters a to z, digits and hyphens")
      return nil
    }
    return text
  }

  // MARK: - Lists of scalars

  /// A list of names without repetition; `what` is the noun for the message.
  func names(_ what: String) -> [String]? {
    elements().map { distinct($0, what) { $0.name() } }
  }

  /// One name, or a list of them.
  func oneOrMoreNames(_ what: String) -> [String]? {
    guard !isList else { return names(what) }
    guard !isMap else {
      report("expected text or a list, found a map", advice: "write one \(what), or a list of them")
      return nil
    }
    return name().map { [$0] }
  }

  /// The values that `read` finds in `elements`; a repetition is reported and left out.
  func distinct<Value: Hashable>(
    _ elements: [NodeReader], _ what: String, read: (NodeReader) -> Value?
  ) -> [Value] {
    var values: [Value] = []
    var seen: [Value: TextPosition] = [:]
    for element in elements {
      guard let value = read(element) else { continue }
      if let first = seen[value] {
        element.report(
          "\(element.isMap ? "this \(what)" : "the \(what) \(element.found)") is listed twice, "
            + "first on line \(first.line)",
          advice: "keep one of them")
      } else {
        seen[value] = element.position
        values.append(value)
      }
    }
    return values
  }

  private var absenceAdvice: String {
    node.scalar == nil ? "write one value" : "write a value, or leave the key out"
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
