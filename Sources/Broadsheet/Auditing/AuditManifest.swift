package import Assessment
import Foundation

/// What one publication of an edition consisted of, and what it was made from: `audit/manifest.json`.
///
/// Its SHA-256 stands in the manifest of the next publication, so that all of them form a chain.
package struct AuditManifest: Hashable, Sendable, Codable {
  /// A published file.
  package struct File: Hashable, Sendable, Codable {
    /// Path inside the site.
    package let path: String
    /// Bytes.
    package let size: Int
    package let sha256: String
  }

  /// A file that numbers were counted from.
  package struct Input: Hashable, Sendable, Codable {
    package let model: String
    package let role: InputFile.Role
    /// Path as the pages show it.
    package let name: String
    /// Bytes as they lay on disk.
    package let size: Int
    package let sha256: String
    package let rows: Int
    /// Rows that could not be read.
    package let malformed: Int
    /// Rows that were read before and left out.
    package let duplicates: Int
  }

  /// The publication before.
  package struct Link: Hashable, Sendable, Codable {
    package let number: Int
    package let sha256: String
  }

  /// The form of manifests that this version writes.
  static let currentFormat = 1

  package let format: Int
  /// Id of the edition.
  package let edition: String
  /// What the edition leaves out, as far as its configuration says so.
  let scope: EditionScope
  /// Counted from 1; an edition that leaves out more than before begins anew.
  package let number: Int
  /// Time of the publication in UTC, such as `2026-04-01T06:00:00Z`.
  package let time: String
  /// Version of the program.
  package let program: String
  /// SHA-256 of the configuration with the texts and templates that it names.
  package let configuration: String
  /// The public key that the signature beside the manifest belongs to, 64 hexadecimal digits; `nil`
  /// when the publication is not signed.
  package let key: String?
  /// `nil` for the first publication.
  package let previous: Link?
  /// By model, role, name and digest.
  package let inputs: [Input]
  /// Every file of the site but this one and those that vouch for it, by path.
  package let files: [File]

  /// The bytes of the manifest: JSON with sorted keys, without spaces, `/` as it is.
  ///
  /// Text and whole numbers only, so this is also the canonical form of RFC 8785.
  ///
  /// A large site has a hundred thousand files, so their list is written without the encoder.
  package func canonicalBytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard files.allSatisfy(\.isPlain) else { return Array(try encoder.encode(self)) }
    let text = String(decoding: try encoder.encode(with([])), as: UTF8.self)
    // Before it stand the digest of the configuration and the id of the edition only.
    guard let place = text.range(of: "\"files\":[]") else {
      return Array(try encoder.encode(self))
    }
    var bytes = Array(text[..<place.lowerBound].utf8) + Array("\"files\":[".utf8)
    bytes.reserveCapacity(text.utf8.count + files.count * 192)
    for (index, file) in files.enumerated() {
      bytes += (index == 0 ? "{\"path\":\"" : ",{\"path\":\"").utf8
      bytes += file.path.utf8
      bytes += "\",\"sha256\":\"".utf8
      bytes += file.sha256.utf8
      bytes += "\",\"size\":".utf8
      bytes += String(file.size).utf8
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes + Array("]".utf8) + Array(text[place.upperBound...].utf8)
  }

  /// Reads a manifest; `nil` for anything that is not one in its canonical form.
  package init?(canonical bytes: [UInt8]) {
    let decoded: AuditManifest
    let again: [UInt8]
    do {
      if let plain = PlainFileList(in: bytes) {
        let rest = try JSONDecoder().decode(AuditManifest.self, from: Data(plain.rest))
        decoded = rest.with(plain.files)
      } else {
        decoded = try JSONDecoder().decode(AuditManifest.self, from: Data(bytes))
      }
      again = try decoded.canonicalBytes()
    } catch {
      // Damaged or foreign: for whoever asks, that is one answer.
      return nil
    }
    guard decoded.format == Self.currentFormat, again == bytes else { return nil }
    self = decoded
  }

  /// The same with other files.
  private func with(_ files: [File]) -> AuditManifest {
    AuditManifest(
      edition: edition, scope: scope, number: number, time: time, program: program,
      configuration: configuration, key: key, previous: previous, inputs: inputs, files: files)
  }

  init(
    edition: String, scope: EditionScope, number: Int, time: String, program: String,
    configuration: String,
    key: String?, previous: Link?, inputs: [Input], files: [File]
  ) {
    format = Self.currentFormat
    self.edition = edition
    self.scope = scope
    self.number = number
    self.time = time
    self.program = program
    self.configuration = configuration
    self.key = key
    self.previous = previous
    self.inputs = inputs
    self.files = files
  }
}

extension AuditManifest.File {
  /// Whether its texts stand in JSON as they are.
  fileprivate var isPlain: Bool {
    (path.utf8).allSatisfy { $0 > 0x1F && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
      && sha256.utf8.allSatisfy { $0 > 0x1F && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
  }
}
