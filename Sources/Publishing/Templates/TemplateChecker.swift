/// Holds the tags of a template against the keys of its view, before anything is rendered.
struct TemplateChecker {
  /// The tags of a template or partial by name, with the place that errors name.
  let template: (String) -> (place: String, tags: [TemplateTag])?

  /// - Parameter shape: The view that the template will be given.
  func check(_ name: String, against shape: ViewShape) throws(PublishingError) {
    guard let found = template(name) else {
      throw PublishingError(
        .missingTemplate(name), place: name, advice: "List the templates to see their names.")
    }
    try check(found.tags, in: found.place, stack: [shape], partials: [])
  }

  private func check(
    _ tags: [TemplateTag], in place: String, stack: [ViewShape], partials: [String]
  ) throws(PublishingError) {
    for tag in tags {
      switch tag.kind {
      case .partial:
        try checkPartial(tag, in: place, stack: stack, partials: partials)
      case .variable:
        let shape = try resolve(tag, in: place, stack: stack)
        guard shape.unwrapped == .text || shape.unwrapped == .markup else {
          throw misuse(tag, place, "is not a text", "Open it as a section: {{#\(tag.name)}}.")
        }
      case .inverted(let inner):
        let shape = try resolve(tag, in: place, stack: stack)
        guard shape != .text, shape != .markup else { throw alwaysThere(tag, place) }
        try check(inner, in: place, stack: stack, partials: partials)
      case .section(let inner):
        let shape = try resolve(tag, in: place, stack: stack)
        guard shape != .text, shape != .markup else { throw alwaysThere(tag, place) }
        var deeper = stack
        switch shape.unwrapped {
        case .flag: break
        case .list(let element): deeper.append(element)
        case let other: deeper.append(other)
        }
        try check(inner, in: place, stack: deeper, partials: partials)
      }
    }
  }

  private func checkPartial(
    _ tag: TemplateTag, in place: String, stack: [ViewShape], partials: [String]
  ) throws(PublishingError) {
    guard let found = template(tag.name) else {
      throw PublishingError(
        .missingPartial(tag.name), place: place, line: tag.line,
        advice: "Add it to the folder 'partials', or correct the name.")
    }
    guard !partials.contains(tag.name) else {
      throw PublishingError(
        .partialCycle(tag.name), place: place, line: tag.line, advice: "Remove the inner use.")
    }
    try check(found.tags, in: found.place, stack: stack, partials: partials + [tag.name])
  }

  /// What the engine would find for a name: innermost view first, then the parts after each dot.
  private func resolve(
    _ tag: TemplateTag, in place: String, stack: [ViewShape]
  ) throws(PublishingError) -> ViewShape {
    if tag.name == ".", let last = stack.last { return last }
    let parts = tag.name.split(separator: ".").map(String.init)
    guard let first = parts.first,
      var shape = stack.reversed().lazy.compactMap({ $0.key(first) }).first
    else { throw unknown(tag, place, stack) }
    for part in parts.dropFirst() {
      guard let next = shape.key(part) else { throw unknown(tag, place, stack) }
      shape = next
    }
    return shape
  }

  private func unknown(
    _ tag: TemplateTag, _ place: String, _ stack: [ViewShape]
  ) -> PublishingError {
    let known = stack.reversed().flatMap(\.keys)
    let advice =
      known.isEmpty
      ? "Nothing can be named here but '.'." : "Known here: \(known.joined(separator: ", "))."
    return PublishingError(.unknownKey(tag.name), place: place, line: tag.line, advice: advice)
  }

  private func misuse(
    _ tag: TemplateTag, _ place: String, _ reason: String, _ advice: String
  ) -> PublishingError {
    PublishingError(
      .wrongUse(key: tag.name, because: reason), place: place, line: tag.line, advice: advice)
  }

  private func alwaysThere(_ tag: TemplateTag, _ place: String) -> PublishingError {
    misuse(
      tag, place, "is a text that is always there, not a section",
      "Write it as {{\(tag.name)}} without a section.")
  }
}

extension ViewShape {
  fileprivate func key(_ name: String) -> ViewShape? {
    if case .record(let keys) = unwrapped { keys[name] } else { nil }
  }

  fileprivate var keys: [String] {
    if case .record(let keys) = unwrapped { keys.keys.sorted() } else { [] }
  }
}
