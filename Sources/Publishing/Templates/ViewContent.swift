import Mustache

/// Turns views into what the template engine reads.
///
/// The one rule of escaping: every text is escaped for the target here, every ``Markup`` is not,
/// and templates cannot say otherwise.
///
/// A view writes itself down as it would for any encoder: the compiler made that code, which is many
/// times faster than looking at the view from outside.
struct ViewContent {
  let target: TemplateTarget

  func content(of view: some View) -> Any {
    ContentEncoder.content(of: view, target)
  }
}

/// The properties of a view by name.
private struct RecordContent: MustacheParent {
  var entries: [String: Any] = [:]

  func child(named name: String) -> Any? { entries[name] }
}

/// A text in the language of the template.
private struct TextContent: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { false }

  func child(named name: String) -> Any? { nil }
}

/// An optional without value. A missing entry would not do: the engine would then look for the key
/// in the views around, and find another thing of that name.
private struct AbsentContent: MustacheCustomRenderable, MustacheParent {
  var renderText: String { "" }
  var isNull: Bool { true }

  func child(named name: String) -> Any? { nil }
}

/// What one value writes down. A class, because the containers of an encoder share it.
private final class ContentEncoder: Encoder {
  let target: TemplateTarget
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  var record = RecordContent()
  var list: [Any]?

  init(_ target: TemplateTarget) {
    self.target = target
  }

  static func content<T: Encodable>(of value: T, _ target: TemplateTarget) -> Any {
    if T.self == String.self, let text = value as? String {
      return TextContent(renderText: target.escaped(text))
    }
    if T.self == Markup.self, let markup = value as? Markup {
      return TextContent(renderText: markup.text)
    }
    if T.self == [String].self, let texts = value as? [String] {
      return texts.map { TextContent(renderText: target.escaped($0)) }
    }
    if T.self == Bool.self { return value }
    let encoder = ContentEncoder(target)
    do {
      try value.encode(to: encoder)
    } catch {
      // `ViewShape` finds such a view before anything is rendered.
      preconditionFailure("a view holds words, flags, views and lists of them: \(error)")
    }
    return encoder.list ?? encoder.record
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(KeyedContents<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    list = []
    return ListContents(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { NoContent() }
}

private struct KeyedContents<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: ContentEncoder
  let codingPath: [any CodingKey] = []

  func encodeNil(forKey key: Key) { encoder.record.entries[key.stringValue] = AbsentContent() }

  func encode(_ value: Bool, forKey key: Key) { encoder.record.entries[key.stringValue] = value }

  func encode(_ value: String, forKey key: Key) {
    encoder.record.entries[key.stringValue] = TextContent(
      renderText: encoder.target.escaped(value))
  }

  func encode<T: Encodable>(_ value: T, forKey key: Key) {
    encoder.record.entries[key.stringValue] = ContentEncoder.content(of: value, encoder.target)
  }

  func encodeIfPresent(_ value: Bool?, forKey key: Key) { put(value, key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) { put(value, key) }
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) { put(value, key) }

  private func put<T: Encodable>(_ value: T?, _ key: Key) {
    if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder.container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.unkeyedContainer()
  }
  func superEncoder() -> any Encoder { encoder }
  func superEncoder(forKey key: Key) -> any Encoder { encoder }
}

private struct ListContents: UnkeyedEncodingContainer {
  let encoder: ContentEncoder
  let codingPath: [any CodingKey] = []
  var count: Int { encoder.list?.count ?? 0 }

  func encodeNil() { encoder.list?.append(AbsentContent()) }

  func encode<T: Encodable>(_ value: T) {
    encoder.list?.append(ContentEncoder.content(of: value, encoder.target))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { encoder.container(keyedBy: type) }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder }
}

/// Raised for a value that no view may hold.
private struct NotAViewValue: Error {}

/// Numbers are not words.
private struct NoContent: SingleValueEncodingContainer {
  let codingPath: [any CodingKey] = []

  func encodeNil() throws { throw NotAViewValue() }
  func encode<T: Encodable>(_ value: T) throws { throw NotAViewValue() }
}
