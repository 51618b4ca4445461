import Crypto
import Foundation

/// The private half of an Ed25519 key, by which publications are signed.
///
/// Files are PEM as OpenSSL writes and reads them: PKCS #8 for the private key, SubjectPublicKeyInfo
/// for the public one.
///
/// Source: RFC 8032 (Ed25519), RFC 8410 sections 4 and 7 (its keys in PKCS #8 and SPKI).
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new key from the system's source of randomness.
  package init() {
    key = Curve25519.Signing.PrivateKey()
  }

  /// - Parameter seed: 32 bytes.
  init(seed: [UInt8]) throws {
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
  }

  /// Reads a private key from a PEM file.
  package init(contentsOfFile path: String) throws {
    let bytes = try KeyFile.bytes(at: path, label: "PRIVATE KEY", prefix: Self.prefix)
    do {
      try self.init(seed: bytes)
    } catch {
      throw KeyFile.malformed(path, label: "PRIVATE KEY")
    }
  }

  package var publicKey: VerifyingKey { VerifyingKey(key.publicKey) }

  /// 64 bytes.
  func signature(of message: [UInt8]) throws -> [UInt8] {
    Array(try key.signature(for: message))
  }

  /// Writes the private key to a new file that only its owner may read, and the public key beside it.
  ///
  /// - Returns: Path of the public key: that of the private one with `.pub`.
  /// - Throws: ``AuditError``; an existing file is never replaced.
  package func save(to path: String) throws -> String {
    let publicPath = path + ".pub"
    for path in [path, publicPath] where FileManager.default.fileExists(atPath: path) {
      throw AuditError(
        .exists, path: path, message: "the file exists already",
        advice: "name another file, or move this one away")
    }
    do {
      // Empty at first, so that no moment shows the key to others.
      try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try file.write(contentsOf: Data(pem.utf8))
      try file.synchronize()
      try file.close()
      try Data(publicKey.pem.utf8).write(
        to: URL(fileURLWithPath: publicPath), options: .withoutOverwriting)
    } catch {
      throw AuditError(
        .inputOutput, path: path, message: "the key could not be written",
        advice: "check that the folder exists and may be written to")
    }
    return publicPath
  }

  var pem: String {
    KeyFile.text(Self.prefix + key.rawRepresentation, label: "PRIVATE KEY")
  }

  /// What stands before the 32 bytes of the seed.
  private static let prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
}

/// The public half of an Ed25519 key.
package struct VerifyingKey: Hashable, Sendable {
  /// 32 bytes.
  private let raw: [UInt8]

  fileprivate init(_ key: Curve25519.Signing.PublicKey) {
    raw = Array(key.rawRepresentation)
  }

  /// Reads a public key from a PEM file.
  package init(contentsOfFile path: String) throws {
    raw = try KeyFile.bytes(at: path, label: "PUBLIC KEY", prefix: Self.prefix)
  }

  /// - Parameter hexadecimal: 64 digits; `nil` for anything else.
  init?(hexadecimal: String) {
    guard ContentDigest.isDigest(hexadecimal) else { return nil }
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    raw = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// 64 hexadecimal digits.
  package var hexadecimal: String { ContentDigest.text(ofBytes: raw) }

  package var pem: String { KeyFile.text(Self.prefix + raw, label: "PUBLIC KEY") }

  func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    do {
      return try Curve25519.Signing.PublicKey(rawRepresentation: raw)
        .isValidSignature(signature, for: message)
    } catch {
      // 32 bytes that are no key can have signed nothing.
      return false
    }
  }

  private static let prefix: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]
}

/// Keys as PEM text.
private enum KeyFile {
  static func text(_ der: [UInt8], label: String) -> String {
    "-----BEGIN \(label)-----\n\(Data(der).base64EncodedString())\n-----END \(label)-----\n"
  }

  /// The 32 bytes of a key.
  static func bytes(at path: String, label: String, prefix: [UInt8]) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw AuditError(
        .missing, path: path, message: "there is no such key file",
        advice: "'broadsheet keys new --output FILE' makes one")
    }
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw AuditError(
        .inputOutput, path: path, message: "the key file could not be read",
        advice: "check its permissions")
    }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard let first = lines.firstIndex(of: "-----BEGIN \(label)-----"),
      let last = lines.firstIndex(of: "-----END \(label)-----"), first < last,
      let der = Data(base64Encoded: lines[(first + 1)..<last].joined()),
      der.count == prefix.count + 32, der.starts(with: prefix)
    else { throw malformed(path, label: label) }
    return Array(der.dropFirst(prefix.count))
  }

  static func malformed(_ path: String, label: String) -> AuditError {
    AuditError(
      .malformed, path: path, message: "not an Ed25519 \(label.lowercased()) in PEM",
      advice: "'broadsheet keys new' and 'openssl genpkey -algorithm ed25519' make such keys")
  }
}
