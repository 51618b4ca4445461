import Foundation
import Glibc
import History

/// Counts everything again from the files into a new history, which takes the place of the old one
/// once it is complete.
package struct HistoryRebuild {
  private let configuration: Configuration

  package init(configuration: Configuration) {
    self.configuration = configuration
  }

  /// - Throws: As ``Ingestor/run()``; the old history is then still there, untouched.
  package func run(observe: @escaping (IngestEvent) -> Void) throws -> IngestSummary {
    try refuseStreams()
    let path = configuration.history
    let fresh = path + ".rebuild"
    try Self.remove(fresh)
    let store = try HistoryStore(path: fresh)
    try keepPublications(of: path, in: store)
    let summary = try Ingestor(
      configuration: configuration, store: store, observe: observe
    ).run()
    guard summary.refusals.isEmpty else {
      try Self.remove(fresh)
      return summary
    }
    try Self.remove(path + "-wal")
    try Self.remove(path + "-shm")
    // Foundation's own replacement removes the old file first and then fails on Linux.
    guard unsafe rename(fresh, path) == 0 else {
      throw HistoryError(
        .storage, path: path, message: "the new history could not take the place of the old one",
        advice: "Check free space and permissions of the folder, and run again")
    }
    try Self.remove(fresh + "-wal")
    try Self.remove(fresh + "-shm")
    return summary
  }

  /// What came through a pipe cannot be read again, so counting again would lose it.
  private func refuseStreams() throws {
    for model in configuration.models {
      guard try ModelInputs(of: model, in: configuration).all.contains(where: \.isStream) else {
        continue
      }
      throw IngestError(
        .configuration,
        [
          "\(model.id): what was read from standard input or a named pipe cannot be read again, "
            + "so the history cannot be counted anew; name files that hold the same records instead"
        ])
    }
  }

  /// What was published cannot be counted again from the files.
  private func keepPublications(of path: String, in store: HistoryStore) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    try HistoryStore(path: path).read { old in
      try store.write { new in
        try new.copyPublications(from: old)
      }
    }
  }

  private static func remove(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
