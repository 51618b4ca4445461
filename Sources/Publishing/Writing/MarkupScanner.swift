/// Reads the tags of an HTML or SVG text, tolerantly: anything that does not look like a tag is text.
///
/// It serves checks of pages that we made ourselves. It is not a parser for judging foreign markup:
/// safety never rests on it.
struct MarkupScanner {
  struct Tag: Equatable {
    /// In lower case; closing tags are not reported.
    let name: String
    /// In order, names in lower case, values without quotes and with the usual entities resolved.
    let attributes: [(name: String, value: String)]

    /// The first value of the attribute, `nil` when it is absent.
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    static func == (left: Tag, right: Tag) -> Bool {
      left.name == right.name && left.attributes.elementsEqual(right.attributes, by: ==)
    }
  }

  private let bytes: [UInt8]
  private var index = 0

  /// All opening tags in order. What stands in comments, scripts and style sheets is skipped.
  static func tags(in bytes: [UInt8]) -> [Tag] {
    var scanner = MarkupScanner(bytes: bytes)
    var tags: [Tag] = []
    while let tag = scanner.nextTag() {
      tags.append(tag)
      if tag.name == "script" || tag.name == "style" { scanner.skip(past: "</" + tag.name) }
    }
    return tags
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func nextTag() -> Tag? {
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if bytes[index...].starts(with: "!--".utf8) {
        skip(past: "-->")
      } else if let first = bytes[index...].first, Self.isLetter(first) {
        return tag()
      }
    }
    index = bytes.count
    return nil
  }

  private mutating func tag() -> Tag {
    let name = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var attributes: [(name: String, value: String)] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      attributes.append(attribute())
    }
    return Tag(name: name.lowercased(), attributes: attributes)
  }

  private mutating func attribute() -> (name: String, value: String) {
    let start = index
    let name = take { !Self.isSpace($0) && !"=>/".utf8.contains($0) }
    _ = take { Self.isSpace($0) }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      return (name.lowercased(), "")
    }
    index += 1
    _ = take { Self.isSpace($0) }
    guard index < bytes.count else { return (name.lowercased(), "") }
    let quote = bytes[index]
    let value: String
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      value = take { $0 != quote }
      index = min(index + 1, bytes.count)
    } else {
      value = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    assert(index > start, "an attribute takes at least one byte")
    return (name.lowercased(), Self.resolvingEntities(value))
  }

  private mutating func take(while condition: (UInt8) -> Bool) -> String {
    let taken = bytes[index...].prefix(while: condition)
    index = taken.endIndex
    return String(decoding: taken, as: UTF8.self)
  }

  private mutating func skip(past end: String) {
    let wanted = Array(end.utf8)
    while index + wanted.count <= bytes.count {
      let part = bytes[index..<(index + wanted.count)]
      if part.elementsEqual(wanted, by: { $0 == $1 || (Self.isLetter($0) && $0 | 0x20 == $1) }) {
        index += wanted.count
        return
      }
      index += 1
    }
    index = bytes.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func resolvingEntities(_ value: String) -> String {
    guard value.contains("&") else { return value }
    // The ampersand last, so that "&amp;lt;" becomes "&lt;" and not "<".
    return [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"),
      ("&#34;", "\""), ("&#47;", "/"), ("&#x2F;", "/"), ("&amp;", "&"),
    ].reduce(value) { $0.replacing($1.0, with: $1.1) }
  }
}
