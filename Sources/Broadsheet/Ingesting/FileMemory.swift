import Foundation
import History
import Publishing
import Synchronization

/// The digests of files, of which those are not read again that nobody has touched.
///
/// A digest is taken as known when two runs have found it under the same stamp. Once would not do: a
/// file that is written to within the same tick of its clock after it was read has the same stamp, and
/// only the next run, which comes later, can tell.
struct FileMemory: ~Copyable {
  private let known: [String: KnownFile]
  private var seen: [String: KnownFile] = [:]
  /// How many files were read for their digest.
  private(set) var readCount = 0

  /// More threads than this wait for the disk.
  private static let threadCount = min(4, ProcessInfo.processInfo.activeProcessorCount)

  init(_ store: HistoryStore) throws {
    known = try store.read { try $0.knownFiles() }
  }

  /// A file that cannot be read.
  struct Failure: Error {
    let path: String
    let reason: any Error
  }

  /// Stamps and digests of files, in the order of their paths.
  ///
  /// - Parameters:
  ///   - paths: Files; those that are not known are read, side by side.
  ///   - isLasting: Whether the file at a path will be there in the next run.
  /// - Throws: ``Failure`` for the first file that cannot be read.
  mutating func digests(
    of paths: [String], where isLasting: (String) -> Bool
  ) throws(Failure) -> [(stamp: FileStamp?, digest: FileDigest)] {
    let found = try ParallelMap.results(
      of: paths.map { (path: $0, known: trusted($0)) }, threadCount: Self.threadCount
    ) { path, known throws(Failure) in
      try Self.look(at: path, known)
    }
    for (path, file) in zip(paths, found) {
      readCount += file.wasRead ? 1 : 0
      guard isLasting(path), let stamp = file.stamp?.description else { continue }
      let digest = file.digest.hexadecimal
      seen[path] = KnownFile(
        path: path, stamp: stamp, size: file.digest.size, digest: digest,
        isConfirmed: known[path].map { $0.stamp == stamp && $0.digest == digest } ?? false)
    }
    return found.map { ($0.stamp, $0.digest) }
  }

  private struct Found: Sendable {
    let stamp: FileStamp?
    let digest: FileDigest
    let wasRead: Bool
  }

  /// What may be believed of a file while its stamp is the same. What this run has found, it believes:
  /// several models may read one log.
  private func trusted(_ path: String) -> KnownFile? {
    seen[path] ?? known[path].flatMap { $0.isConfirmed ? $0 : nil }
  }

  private static func look(at path: String, _ known: KnownFile?) throws(Failure) -> Found {
    // Before the content: what is written while it is read has a later stamp.
    let stamp = FileStamp(ofFileAt: path)
    if let known, let stamp, known.stamp == stamp.description {
      return Found(stamp: stamp, digest: FileDigest(known), wasRead: false)
    }
    do {
      return Found(stamp: stamp, digest: try FileDigest(ofFileAt: path), wasRead: true)
    } catch {
      throw Failure(path: path, reason: error)
    }
  }

  /// Keeps what this run has seen, and nothing of files that it was not asked for.
  func keep(in store: HistoryStore) throws {
    let gone = known.keys.filter { seen[$0] == nil }
    let new = seen.values.filter { known[$0.path] != $0 }
    guard !gone.isEmpty || !new.isEmpty else { return }
    try store.write { history in
      for path in gone.sorted() { try history.forgetFile(at: path) }
      for file in new.sorted(by: { $0.path < $1.path }) { try history.put(file) }
    }
  }
}

extension FileDigest {
  fileprivate init(_ file: KnownFile) {
    self.init(size: file.size, hexadecimal: file.digest)
  }
}
