import Foundation

/// What a manifest says otherwise than the one after it: with that one it makes the earlier manifest
/// again, byte for byte.
///
/// A site that changes a little each week would keep a long list for every week. Only the last
/// manifest is whole; of an earlier one stays this. Files below `audit/manifests` are left out on both
/// sides: the earlier manifest lists those of the later but its own, and so a difference can be made
/// before the later manifest, which lists it.
struct ManifestDifference: Hashable, Codable {
  /// The form of differences that this version writes.
  static let currentFormat = 1

  let differenceFormat: Int
  let format: Int
  let edition: String
  let scope: EditionScope
  let number: Int
  let time: String
  let program: String
  let configuration: String
  let key: String?
  let previous: AuditManifest.Link?
  /// Inputs that the later manifest does not list.
  let inputs: [AuditManifest.Input]
  /// Places of inputs in the list of the later manifest that the earlier does not list, from 0.
  let inputsWithout: [Int]
  /// Files that the later manifest does not list, or with another digest; always the audit's page.
  let files: [AuditManifest.File]
  /// Paths that the earlier manifest does not list.
  let filesWithout: [String]

  /// - Parameters:
  ///   - later: Inputs of the later publication, in their order.
  ///   - laterFiles: Its files; those of the audit do not count.
  init(
    of earlier: AuditManifest, before later: [AuditManifest.Input],
    _ laterFiles: [AuditManifest.File]
  ) {
    differenceFormat = Self.currentFormat
    format = earlier.format
    edition = earlier.edition
    scope = earlier.scope
    number = earlier.number
    time = earlier.time
    program = earlier.program
    configuration = earlier.configuration
    key = earlier.key
    previous = earlier.previous
    let own = Set(earlier.inputs)
    let theirs = Set(later)
    inputs = earlier.inputs.filter { !theirs.contains($0) }
    inputsWithout = later.indices.filter { !own.contains(later[$0]) }
    let counted = laterFiles.filter { !AuditPath.isOfAudit($0.path) }
    (files, filesWithout) = Self.difference(
      earlier.files.filter { !$0.path.hasPrefix(AuditPath.earlierFolder) }, counted)
  }

  /// Walks through both lists in the order of their paths, in which they most often are: there may be a
  /// hundred thousand.
  ///
  /// - Returns: Files of the earlier list that the later has not, or otherwise; paths that the later
  ///   list has alone.
  private static func difference(
    _ earlier: [AuditManifest.File], _ later: [AuditManifest.File]
  ) -> (files: [AuditManifest.File], without: [String]) {
    let earlier = earlier.sorted { $0.path < $1.path }
    let later = later.sorted { $0.path < $1.path }
    var files: [AuditManifest.File] = []
    var without: [String] = []
    var next = 0
    for file in earlier {
      while next < later.count, later[next].path < file.path {
        without.append(later[next].path)
        next += 1
      }
      if next < later.count, later[next].path == file.path {
        if later[next] != file { files.append(file) }
        next += 1
      } else {
        files.append(file)
      }
    }
    return (files, without + later[next...].map(\.path))
  }

  /// The earlier manifest.
  ///
  /// - Parameter later: The one after it.
  func earlier(from later: AuditManifest) -> AuditManifest {
    let without = Set(inputsWithout)
    let kept = later.inputs.indices.filter { !without.contains($0) }.map { later.inputs[$0] }
    let left = Set(
      filesWithout + files.map(\.path)
        + [AuditPath.page, AuditPath.earlier(number), AuditPath.earlierSignature(number)])
    return AuditManifest(
      edition: edition, scope: scope, number: number, time: time, program: program,
      configuration: configuration, key: key, previous: previous,
      inputs: (kept + inputs).sorted(by: AuditManifest.Input.isBefore),
      files: (later.files.filter { !left.contains($0.path) } + files).sorted {
        $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
      })
  }

  /// JSON like that of a manifest.
  func canonicalBytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }

  /// Reads a difference; `nil` for anything that is not one in its canonical form.
  init?(canonical bytes: [UInt8]) {
    let decoded: ManifestDifference
    let again: [UInt8]
    do {
      decoded = try JSONDecoder().decode(ManifestDifference.self, from: Data(bytes))
      again = try decoded.canonicalBytes()
    } catch {
      // Damaged or foreign: for whoever asks, that is one answer.
      return nil
    }
    guard decoded.differenceFormat == Self.currentFormat,
      decoded.format == AuditManifest.currentFormat, again == bytes
    else { return nil }
    self = decoded
  }
}

extension AuditManifest {
  /// An earlier manifest from what lies in the folder: the manifest itself, as older versions of the
  /// program left it, or its difference to the next.
  ///
  /// - Returns: `nil` unless it has the digest by which the next manifest knows it.
  init?(_ bytes: [UInt8], before later: AuditManifest) throws {
    guard let link = later.previous else { return nil }
    if let difference = ManifestDifference(canonical: bytes) {
      let earlier = difference.earlier(from: later)
      guard try ContentDigest.hexadecimal(of: earlier.canonicalBytes()) == link.sha256 else {
        return nil
      }
      self = earlier
    } else {
      guard ContentDigest.hexadecimal(of: bytes) == link.sha256,
        let whole = AuditManifest(canonical: bytes)
      else { return nil }
      self = whole
    }
    guard number == link.number, edition == later.edition else { return nil }
  }
}
