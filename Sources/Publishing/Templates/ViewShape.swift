/// The keys that a view offers to templates, and what each of them is.
indirect enum ViewShape: Hashable, Sendable {
  case text
  case markup
  case flag
  case optional(ViewShape)
  case list(ViewShape)
  case record([String: ViewShape])

  /// The shape of a view type, learned by letting the type decode itself from nothing.
  static func of(_ type: any View.Type) -> ViewShape {
    let recorder = ShapeRecorder()
    // A shape that could not be learned is an empty record: every tag on it is then an error
    // that names the key, which is where the author of the view will look.
    do { _ = try type.init(from: ShapeDecoder(recorder: recorder)) } catch { return .record([:]) }
    return recorder.shape ?? .record([:])
  }

  /// The shape without its outer optional.
  var unwrapped: ViewShape {
    if case .optional(let inner) = self { inner.unwrapped } else { self }
  }
}

/// Notes what one type asks a decoder for. A class, because containers must share it.
private final class ShapeRecorder {
  var shape: ViewShape?

  func note(_ key: String, _ part: ViewShape) {
    guard case .record(var keys) = shape else { return }
    keys[key] = part
    shape = .record(keys)
  }
}

/// Raised for a property that a view may not have.
private struct NotAViewProperty: Error {}

private struct ShapeDecoder: Decoder {
  let recorder: ShapeRecorder
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    if recorder.shape == nil { recorder.shape = .record([:]) }
    return KeyedDecodingContainer(KeyedShapes<Key>(recorder: recorder))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer { ListShape(recorder: recorder) }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    SingleShape(recorder: recorder)
  }

  /// The shape of a type, and the empty value with which it was learned.
  static func learn<T: Decodable>(_ type: T.Type) throws -> (T, ViewShape) {
    let recorder = ShapeRecorder()
    let value = try T(from: ShapeDecoder(recorder: recorder))
    if T.self == Markup.self { return (value, .markup) }
    guard let shape = recorder.shape else { throw NotAViewProperty() }
    return (value, shape)
  }
}

private struct KeyedShapes<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let recorder: ShapeRecorder
  let codingPath: [any CodingKey] = []
  let allKeys: [Key] = []

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode(_ type: Bool.Type, forKey key: Key) -> Bool {
    recorder.note(key.stringValue, .flag)
    return false
  }
  func decode(_ type: String.Type, forKey key: Key) -> String {
    recorder.note(key.stringValue, .text)
    return ""
  }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    let (value, shape) = try ShapeDecoder.learn(type)
    recorder.note(key.stringValue, shape)
    return value
  }
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) -> Bool? {
    recorder.note(key.stringValue, .optional(.flag))
    return nil
  }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) -> String? {
    recorder.note(key.stringValue, .optional(.text))
    return nil
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    recorder.note(key.stringValue, .optional(try ShapeDecoder.learn(type).1))
    return nil
  }

  // Numbers are not words.
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw NotAViewProperty() }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw NotAViewProperty() }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { throw NotAViewProperty() }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { throw NotAViewProperty() }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { throw NotAViewProperty() }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { throw NotAViewProperty() }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { throw NotAViewProperty() }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { throw NotAViewProperty() }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { throw NotAViewProperty() }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { throw NotAViewProperty() }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { throw NotAViewProperty() }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { throw NotAViewProperty() }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw NotAViewProperty() }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw NotAViewProperty()
  }
  func superDecoder() throws -> any Decoder { throw NotAViewProperty() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw NotAViewProperty() }
}

/// A list that claims to hold one element, to learn what its elements are.
private struct ListShape: UnkeyedDecodingContainer {
  let recorder: ShapeRecorder
  let codingPath: [any CodingKey] = []
  let count: Int? = 1
  var currentIndex = 0
  var isAtEnd: Bool { currentIndex > 0 }

  func decodeNil() -> Bool { false }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    currentIndex = 1
    let (value, shape) = try ShapeDecoder.learn(type)
    recorder.shape = .list(shape)
    return value
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { throw NotAViewProperty() }
  func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw NotAViewProperty()
  }
  func superDecoder() throws -> any Decoder { throw NotAViewProperty() }
}

private struct SingleShape: SingleValueDecodingContainer {
  let recorder: ShapeRecorder
  let codingPath: [any CodingKey] = []

  func decodeNil() -> Bool { false }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    if let text = "" as? T {
      recorder.shape = .text
      return text
    }
    if let flag = false as? T {
      recorder.shape = .flag
      return flag
    }
    throw NotAViewProperty()
  }
}
