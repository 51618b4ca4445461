import Profiling

/// Reads a slice in the form of the export, such as `region=north & sex=female`.
struct SliceReader {
  let context: ExpectationContext

  /// The slice with its parts in the order of the configuration; all rows after a problem.
  func read(_ reader: NodeReader) -> Slice {
    guard let text = reader.name() else { return .all }
    var parts: [Slice.Part] = []
    for condition in text.split(separator: " & ", omittingEmptySubsequences: false) {
      guard let part = readPart(String(condition), reader) else { return .all }
      guard !parts.contains(where: { $0.attribute == part.attribute }) else {
        reader.report(
          "\(quoted(part.attribute)) has two values", advice: "no row has both; keep one")
        return .all
      }
      parts.append(part)
    }
    let order = attributeOrder(of: parts)
    return Slice(
      parts: parts.sorted { one, other in
        (order.firstIndex(of: one.attribute) ?? 0) < (order.firstIndex(of: other.attribute) ?? 0)
      })
  }

  private func readPart(_ condition: String, _ reader: NodeReader) -> Slice.Part? {
    guard let equals = condition.firstIndex(of: "=") else {
      reader.report(
        "\(quoted(condition)) is not a condition",
        advice: "write column=value, joined by ' & '; groups of an attribute go under 'attribute'")
      return nil
    }
    let attribute = trimmed(condition[..<equals])
    let value = trimmed(condition[condition.index(after: equals)...])
    guard known.contains(attribute) else {
      reader.report(
        "\(quoted(attribute)) is neither a segment nor a protected attribute",
        advice: advice(forUnknown: attribute, in: known) ?? "list it under 'segments'")
      return nil
    }
    guard !value.isEmpty else {
      reader.report("\(quoted(attribute)) has no value", advice: "write column=value")
      return nil
    }
    return Slice.Part(attribute: attribute, value: value)
  }

  /// Columns that make slices; a multiclass model has one for each class besides.
  private var known: [String] {
    var names = context.segments
    for name in context.protected.flatMap(\.attributes) where !names.contains(name) {
      names.append(name)
    }
    if context.task == .multiclass { names.append("class") }
    return names
  }

  /// A listed intersection states its own order.
  private func attributeOrder(of parts: [Slice.Part]) -> [String] {
    let wanted = Set(parts.map(\.attribute))
    return context.protected.map(\.attributes).first { Set($0) == wanted } ?? known
  }

  private func trimmed(_ text: some StringProtocol) -> String {
    let head = text.drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
