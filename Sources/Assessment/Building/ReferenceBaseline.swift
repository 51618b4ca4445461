package import Profiling
import Synchronization

/// The reference of one model: one profile for each version and chunk.
package final class ReferenceBaseline: Sendable {
  /// By version, in the order of the chunks.
  private let chunks: [String: [Profile]]
  private let stages: [String: Stage]
  /// Chunks of a version in one, once somebody has asked: every period is held against it.
  private let merged = Mutex<[String: Profile]>([:])

  /// - Parameters:
  ///   - chunks: By version, in the order of the chunks.
  ///   - stages: The stage of each version's rows; production where there is no stage column.
  package init(chunks: [String: [Profile]], stages: [String: Stage]) {
    self.chunks = chunks
    self.stages = stages
  }

  /// The arm that the rows of a version are exported under.
  package func arm(ofVersion version: String) -> Arm {
    Arm(version: version, stage: stages[version, default: .production])
  }

  /// Versions that have rows of their own.
  package var versions: [String] { chunks.keys.sorted() }

  package var isEmpty: Bool { chunks.isEmpty }

  /// What a version is compared with: its own rows if it has any, else all rows.
  package func profile(forVersion version: String) -> Profile? {
    guard !chunks.isEmpty else { return nil }
    return merged.withLock { known in
      if let profile = known[version] { return profile }
      let profile = chunkProfiles(forVersion: version).reduce(into: Profile()) { $0.merge($1) }
      known[version] = profile
      return profile
    }
  }

  /// The same rows chunk by chunk.
  package func chunkProfiles(forVersion version: String) -> [Profile] {
    if let own = chunks[version] { return own }
    let longest = chunks.values.map(\.count).max() ?? 0
    return (0..<longest).map { index in
      versions.reduce(into: Profile()) { whole, version in
        if let part = chunks[version], index < part.count { whole.merge(part[index]) }
      }
    }
  }
}
