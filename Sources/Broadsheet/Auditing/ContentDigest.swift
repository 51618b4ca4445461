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
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
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
