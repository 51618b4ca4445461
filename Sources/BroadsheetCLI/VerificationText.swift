import Broadsheet
import Foundation

/// The outcome of a verification as text for people and as JSON for programs.
enum VerificationText {
  static func plain(_ outcome: SiteVerification) -> String {
    var lines = outcome.problems.map { "\($0.kind.rawValue): \($0.path): \($0.message)" }
    if let manifest = outcome.manifest {
      lines.append(
        "Publication \(manifest.number) of edition \(manifest.edition), \(manifest.time): "
          + "\(counted(manifest.files.count, "file")), "
          + "\(counted(manifest.inputs.count, "input file")).")
    }
    if let head = outcome.head { lines.append("Manifest: \(head)") }
    lines.append(
      outcome.isIntact
        ? "Every file is as it was published, and the chain of manifests is whole."
        : "\(counted(outcome.problems.count, "problem")).")
    lines += outcome.notes.map { "Note: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One object with sorted keys.
  static func json(_ outcome: SiteVerification) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Entry(outcome)), as: UTF8.self) + "\n"
  }

  /// The names are part of the interface for other programs.
  private struct Entry: Encodable {
    struct Problem: Encodable {
      let kind: String
      let path: String
      let message: String
    }

    let ok: Bool
    let edition: String?
    let number: Int?
    let time: String?
    let manifest: String?
    let key: String?
    let problems: [Problem]
    let notes: [String]

    init(_ outcome: SiteVerification) {
      ok = outcome.isIntact
      edition = outcome.manifest?.edition
      number = outcome.manifest?.number
      time = outcome.manifest?.time
      manifest = outcome.head
      key = outcome.manifest?.key
      problems = outcome.problems.map {
        Problem(kind: $0.kind.rawValue, path: $0.path, message: $0.message)
      }
      notes = outcome.notes
    }
  }
}
