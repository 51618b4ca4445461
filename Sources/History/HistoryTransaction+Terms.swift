package import Assessment
import Foundation
import GRDB
import Profiling

/// The terms under which the report of one model and period was published first.
package struct TermsEntry: Hashable, Sendable {
  /// Id of the model.
  package let model: String
  /// Name of the period, such as `2026-W14`.
  package let period: String
  package let published: PublishedTerms

  package init(model: String, period: String, published: PublishedTerms) {
    self.model = model
    self.period = period
    self.published = published
  }
}

extension HistoryTransaction {
  /// The first published terms of one model, or of all models, in the order of model and period.
  package func publishedTerms(of model: String? = nil) throws -> [TermsEntry] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT model, period, day, publishedTerms.termsKey, content
        FROM publishedTerms JOIN terms ON terms.key = publishedTerms.termsKey
        WHERE ? IS NULL OR model = ? ORDER BY model, period
        """, arguments: [model, model])
    // Most periods share their terms; each is decoded once.
    var known: [Int64: Terms] = [:]
    var entries: [TermsEntry] = []
    while let row = try rows.next() {
      let key: Int64 = row["termsKey"]
      let terms = try known[key] ?? Self.terms(of: row["content"])
      known[key] = terms
      entries.append(
        TermsEntry(
          model: row["model"], period: row["period"],
          published: PublishedTerms(terms: terms, day: Day(number: row["day"]))))
    }
    return entries
  }

  /// Enters terms that were published for the first time; those on record stay as they are.
  package func add(_ entries: [TermsEntry]) throws {
    var keys: [Terms: Int64] = [:]
    for entry in entries {
      let terms = entry.published.terms
      let key = try keys[terms] ?? self.key(of: terms)
      keys[terms] = key
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO publishedTerms (model, period, day, termsKey) VALUES (?, ?, ?, ?)
          """, arguments: [entry.model, entry.period, entry.published.day.number, key])
    }
  }

  private func key(of terms: Terms) throws -> Int64 {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let content = String(decoding: try encoder.encode(terms), as: UTF8.self)
    let select = "SELECT key FROM terms WHERE content = ?"
    if let key = try Int64.fetchOne(database, sql: select, arguments: [content]) { return key }
    try database.execute(sql: "INSERT INTO terms (content) VALUES (?)", arguments: [content])
    return database.lastInsertedRowID
  }

  private static func terms(of content: String) throws -> Terms {
    try JSONDecoder().decode(Terms.self, from: Data(content.utf8))
  }
}
