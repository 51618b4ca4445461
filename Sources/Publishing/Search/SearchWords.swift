internal import Foundation

/// How names become words that can be looked up; `search.js` does the same with what is typed.
enum SearchWords {
  /// The words of a name in lower case and without accents, such as `departure` and `delay` for both
  /// `departure_delay` and `departureDelay`.
  static func words(of name: String) -> [String] {
    if let words = plainWords(of: name) { return words }
    var spaced = ""
    var previous: Unicode.Scalar?
    for scalar in name.unicodeScalars {
      if let previous, previous.properties.isLowercase, scalar.properties.isUppercase {
        spaced += " "
      }
      spaced.unicodeScalars.append(scalar)
      previous = scalar
    }
    let plain = spaced.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    return String(String.UnicodeScalarView(plain)).lowercased()
      .split { !($0.isLetter || $0.isNumber) }.map { String($0) }
  }

  /// The same for letters, digits and signs of ASCII, which most names are made of; else `nil`.
  private static func plainWords(of name: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLowercase = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if wasLowercase { end() }
        word.append(byte | 0x20)
      case 0x80...: return nil
      default: end()
      }
      wasLowercase = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    end()
    return words
  }

  /// The shards in which a name is looked for: one for each first letter of its words, `0` for
  /// digits, `other` for all other letters.
  static func shards(of name: String) -> Set<String> {
    Set(words(of: name).compactMap { $0.unicodeScalars.first }.map(shard))
  }

  /// The shard of the first word of a name; `other` where it has none.
  static func shard(ofFirst name: String) -> String {
    words(of: name).first?.unicodeScalars.first.map(shard) ?? "other"
  }

  private static func shard(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z": String(scalar)
    case "0"..."9": "0"
    default: "other"
    }
  }
}
