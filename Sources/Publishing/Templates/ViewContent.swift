import Mustache

/// Turns views into what the template engine reads.
///
/// The one rule of escaping: every text is escaped for the target here, every ``Markup`` is not,
/// and templates cannot say otherwise.
struct ViewContent {
  let target: TemplateTarget

  func content(of view: any View) -> [String: Any] {
    record(Mirror(reflecting: view))
  }

  private func record(_ mirror: Mirror) -> [String: Any] {
    var result: [String: Any] = [:]
    for case (let label?, let value) in mirror.children {
      result[label] = content(value)
    }
    return result
  }

  private func content(_ value: Any) -> Any {
    switch value {
    case let text as String: return target.escaped(text)
    case let markup as Markup: return markup.text
    case let flag as Bool: return flag
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { content($0.value) } ?? Absent()
    case .collection: return mirror.children.map { content($0.value) }
    default: return record(mirror)
    }
  }
}

/// An optional without value. A missing entry would not do: the engine would then look for the key
/// in the views around, and find another thing of that name.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
