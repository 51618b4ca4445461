package import Assessment
package import History
package import Profiling

/// Keeps the terms under which each report was published first, so that changes are found by
/// comparison.
package struct TermsLedger {
  private let store: HistoryStore

  package init(store: HistoryStore) {
    self.store = store
  }

  /// What a publication will say, and what has to be kept once it has said it.
  package struct Entry: Sendable {
    /// The records as they are to be published: every period has first terms now.
    package let records: [ModelRecord]
    let terms: [TermsEntry]
  }

  /// Prepares the publication of `records` on `day`; writes nothing.
  package func entry(for records: [ModelRecord], on day: Day) -> Entry {
    var entries: [TermsEntry] = []
    let noted = records.map { record in
      record.notingTerms(
        { $0.terms },
        first: { period in
          if let first = period.firstTerms { return first }
          guard let terms = period.terms else { return nil }
          let published = PublishedTerms(terms: terms, day: day)
          entries.append(
            TermsEntry(
              model: record.identity.id, period: period.period.description, published: published))
          return published
        })
    }
    return Entry(records: noted, terms: entries)
  }

  /// Keeps the terms of a publication that has succeeded.
  package func keep(_ entry: Entry) throws {
    guard !entry.terms.isEmpty else { return }
    try store.write { try $0.add(entry.terms) }
    try store.settle()
  }
}
