import Crypto
import Foundation

/// SHA-256 as text, the form in which records and pages name content.
enum ContentDigest {
  /// 64 hexadecimal digits in small letters.
  static func hexadecimal(of bytes: [UInt8]) -> String {
    text(of: SHA256.hash(data: bytes))
  }

  /// The digest as a content security policy names it, such as `sha256-…` in Base64.
  static func policySource(of text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  static func text(of digest: SHA256.Digest) -> String {
    text(ofBytes: digest)
  }

  /// Two digits for each byte.
  static func text(ofBytes bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Whether a text is such a digest.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}
