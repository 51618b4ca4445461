import Foundation
import Testing

@testable import Broadsheet

@Suite("Signing keys")
struct SigningKeyTests {
  /// RFC 8032, section 7.1, TEST 3.
  private static let seed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
  private static let publicKey = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
  private static let signature =
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  @Test("sign as RFC 8032 does")
  func vector() throws {
    let key = try SigningKey(seed: Self.bytes(Self.seed))
    #expect(key.publicKey.hexadecimal == Self.publicKey)
    let message: [UInt8] = [0xAF, 0x82]
    // The signature of the standard is accepted; an own one may be another where keys are blinded.
    #expect(key.publicKey.accepts(Self.bytes(Self.signature), of: message))
    #expect(key.publicKey.accepts(try key.signature(of: message), of: message))
    #expect(!key.publicKey.accepts(Self.bytes(Self.signature), of: [0xAF, 0x83]))
    #expect(!key.publicKey.accepts([], of: message))
  }

  @Test("are the PEM files of RFC 8410")
  func pem() throws {
    try Workspace.with { space in
      // Sections 10.1 and 10.3: one pair.
      try space.write(
        "private.pem",
        [
          "-----BEGIN PRIVATE KEY-----",
          "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC",
          "-----END PRIVATE KEY-----",
        ])
      let pem = [
        "-----BEGIN PUBLIC KEY-----",
        "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
        "-----END PUBLIC KEY-----",
      ]
      try space.write("public.pem", pem)
      let key = try SigningKey(contentsOfFile: space.folder + "/private.pem")
      #expect(
        try VerifyingKey(contentsOfFile: space.folder + "/public.pem") == key.publicKey)
      #expect(key.publicKey.pem == pem.joined(separator: "\n") + "\n")
      #expect(
        key.pem == (try String(contentsOfFile: space.folder + "/private.pem", encoding: .utf8)))
    }
  }

  @Test("are new each time, written for their owner alone, and never over a file")
  func save() throws {
    try Workspace.with { space in
      let path = space.folder + "/key.pem"
      let key = SigningKey()
      #expect(key.publicKey != SigningKey().publicKey)
      #expect(try key.save(to: path) == path + ".pub")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
      #expect(try SigningKey(contentsOfFile: path).publicKey == key.publicKey)
      #expect(try VerifyingKey(contentsOfFile: path + ".pub") == key.publicKey)
      let error = try #require(throws: AuditError.self) { try SigningKey().save(to: path) }
      #expect(error.kind == .exists)
      #expect(error.description.hasPrefix(path + ": the file exists already; "))
      #expect(try SigningKey(contentsOfFile: path).publicKey == key.publicKey)
    }
  }

  @Test(
    "are refused when a file holds something else",
    arguments: [
      "", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
      "-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----",
    ])
  func malformed(_ text: String) throws {
    try Workspace.with { space in
      try space.write("key.pem", [text])
      let path = space.folder + "/key.pem"
      let error = try #require(throws: AuditError.self) {
        try SigningKey(contentsOfFile: path)
      }
      #expect(error.kind == .malformed)
      #expect(error.message == "not an Ed25519 private key in PEM")
      let missing = try #require(throws: AuditError.self) {
        try VerifyingKey(contentsOfFile: path + "2")
      }
      #expect(missing.kind == .missing)
    }
  }
}
