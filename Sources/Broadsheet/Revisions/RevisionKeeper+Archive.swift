import Assessment
import Foundation
import History
import Profiling
import Publishing

/// What was published, and how the record keeps it.
extension RevisionKeeper {
  /// Keeps the files of a report that is replaced; `nil` when they are no longer as published.
  func archive(
    _ key: ReportKey, _ outcome: inout Outcome
  ) throws -> RevisionFacts.Archive? {
    guard let markdown = try former.file(key.folder + "index.md") else { return nil }
    var charts: [String: String] = [:]
    for path in try former.paths(in: key.folder + "charts/") {
      guard let chart = try former.file(path) else { return nil }
      charts[String(path.dropFirst(key.folder.count))] = chart.digest
      outcome.contents[chart.digest] = chart.bytes
    }
    outcome.contents[markdown.digest] = markdown.bytes
    return RevisionFacts.Archive(markdown: markdown.digest, charts: charts)
  }

  func shown(
    _ facts: [RevisionFacts], _ subject: Subject, _ fresh: [String: [UInt8]]
  ) throws -> ReportRevisions {
    func bytes(_ digest: String) throws -> [UInt8]? { try fresh[digest] ?? content(digest) }
    let all = try facts.enumerated().map { index, facts in
      var archive: ReportRevisions.Archive?
      if let kept = facts.archive, let markdown = try bytes(kept.markdown) {
        var charts: [String: (digest: String, bytes: [UInt8])] = [:]
        for (address, digest) in kept.charts {
          if let chart = try bytes(digest) { charts[address] = (digest, chart) }
        }
        archive = ReportRevisions.Archive(markdown: markdown, charts: charts)
      }
      return ReportRevisions.Revision(
        number: index + 1, published: facts.published, updated: facts.updated,
        updates: facts.updates, causes: facts.causes, changes: facts.changes,
        changeCount: facts.changeCount, archive: archive)
    }
    return ReportRevisions(
      isRunning: (facts.last?.updated ?? day) <= subject.period.period.end,
      isProvisional: subject.isProvisional, all: all)
  }

  func stored(
    _ key: ReportKey, _ number: Int, _ facts: RevisionFacts
  ) throws -> StoredRevision {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return StoredRevision(
      role: key.role.rawValue, model: key.model, period: key.period, number: number,
      facts: Array(try encoder.encode(facts)))
  }

  /// SHA-256 of what a report says, each part with its name and length.
  static func digest(of content: ReportContent) -> String {
    var bytes: [UInt8] = []
    for (name, text) in [("index.md", content.markdown)] + content.charts.map({ ($0, $1) }) {
      bytes += Array("\(name) \(text.utf8.count)\n\(text)".utf8)
    }
    return ContentDigest.hexadecimal(of: bytes)
  }

  /// The revisions of a report as the history keeps them.
  static func record(_ rows: [StoredRevision]) throws -> [RevisionFacts] {
    try rows.map { try JSONDecoder().decode(RevisionFacts.self, from: Data($0.facts)) }
  }
}
