import Foundation
import GRDB

/// The manifest of one publication, as it lies in the folder of the site: whole while it is the last,
/// then as its difference to the next.
package struct StoredManifest: Hashable, Sendable {
  /// Counted from 1 within the series.
  package let number: Int
  package let bytes: [UInt8]
  /// `nil` for a publication that was not signed.
  package let signature: [UInt8]?

  package init(number: Int, bytes: [UInt8], signature: [UInt8]?) {
    self.number = number
    self.bytes = bytes
    self.signature = signature
  }
}

/// The publications of one edition that may be seen together.
///
/// An edition that leaves out more than before begins a new series: what its earlier publications
/// named may no longer stand beside it.
package struct EditionSeries: Hashable, Sendable {
  /// Id of the edition.
  package let edition: String
  /// Counted from 1.
  package let number: Int
  /// What the edition shows, as text that its writer understands.
  package let scope: String

  package init(edition: String, number: Int, scope: String) {
    self.edition = edition
    self.number = number
    self.scope = scope
  }
}

extension HistoryTransaction {
  /// Every series of one edition, or of all, by edition and number.
  package func series(of edition: String? = nil) throws -> [EditionSeries] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT edition, number, scope FROM editionSeries WHERE ? IS NULL OR edition = ?
        ORDER BY edition, number
        """, arguments: [edition, edition]
    ).map { EditionSeries(edition: $0["edition"], number: $0["number"], scope: $0["scope"]) }
  }

  /// Enters a series, or what it shows now.
  package func put(_ series: EditionSeries) throws {
    try database.execute(
      sql: """
        INSERT INTO editionSeries (edition, number, scope) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET scope = excluded.scope
        """, arguments: [series.edition, series.number, series.scope])
  }

  /// The manifests of one series, the first publication first.
  package func manifests(of series: EditionSeries) throws -> [StoredManifest] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT number, bytes, signature FROM manifest WHERE edition = ? AND series = ?
        ORDER BY number
        """, arguments: [series.edition, series.number]
    ).map { row in
      StoredManifest(
        number: row["number"], bytes: Array(row["bytes"] as Data),
        signature: (row["signature"] as Data?).map { Array($0) })
    }
  }

  /// Enters a manifest, or the form that it has since there is one after it.
  package func put(_ manifest: StoredManifest, in series: EditionSeries) throws {
    try database.execute(
      sql: """
        INSERT INTO manifest (edition, series, number, bytes, signature) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET bytes = excluded.bytes
        """,
      arguments: [
        series.edition, series.number, manifest.number, Data(manifest.bytes),
        manifest.signature.map { Data($0) },
      ])
  }

  /// Takes over everything that was published from another history.
  package func copyPublications(from old: HistoryTransaction) throws {
    try add(try old.publishedFigures())
    try add(try old.publishedTerms())
    for series in try old.series() {
      try put(series)
      for manifest in try old.manifests(of: series) { try put(manifest, in: series) }
      for revision in try old.revisions(of: series) { try put(revision, in: series) }
    }
    for digest in try old.contentDigests() {
      if let bytes = try old.content(digest) { try keep(content: bytes, digest: digest) }
    }
  }
}
