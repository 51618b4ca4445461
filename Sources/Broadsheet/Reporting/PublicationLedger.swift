package import Assessment
package import History
package import Profiling
import Publishing

/// Notes what is published first, so that a later change shows: each performance figure, and the
/// terms of each report.
package struct PublicationLedger {
  private let store: HistoryStore

  package init(store: HistoryStore) {
    self.store = store
  }

  /// What a publication will say, and what has to be kept once it has said it.
  package struct Entry: Sendable {
    /// The records as they are to be published: what has no first publication has this one now.
    package let records: [ModelRecord]
    /// What is published for the first time.
    let figures: [PublishedFigure]
    let terms: [TermsEntry]
  }

  /// Prepares the publication of `records` on `day`; writes nothing.
  package func entry(for records: [ModelRecord], on day: Day) -> Entry {
    var figures: [PublishedFigure] = []
    var terms: [TermsEntry] = []
    let noted = records.map { record in
      let first = Self.firstFigures(of: record, on: day)
      figures += first.figures
      return Self.notingTerms(of: first.record, on: day, in: &terms)
    }
    return Entry(records: noted, figures: figures, terms: terms)
  }

  /// Keeps what a publication that has succeeded said first.
  package func keep(_ entry: Entry) throws {
    guard !entry.figures.isEmpty || !entry.terms.isEmpty else { return }
    try store.write { history in
      try history.add(entry.figures)
      try history.add(entry.terms)
    }
    try store.settle()
  }

  /// Only what readers get to see counts: a figure without a value, or one of a group that is too
  /// small to be published, has its first publication still before it.
  private static func firstFigures(
    of record: ModelRecord, on day: Day
  ) -> (record: ModelRecord, figures: [PublishedFigure]) {
    var figures: [PublishedFigure] = []
    let noted = record.notingFirstPublished { arm in
      var first = arm.firstPublished
      for row in record.publishedRows(of: arm, period: arm.period)
      where row.maturity != nil && row.first == nil && row.withheldBecause == nil {
        guard let value = row.value.estimate.value else { continue }
        let published = FirstPublished(value: value, day: day)
        first[row.value.key] = published
        figures.append(
          PublishedFigure(
            model: record.identity.id, arm: arm.arm, period: arm.period.description,
            key: row.value.key, first: published))
      }
      return first
    }
    return (noted, figures)
  }

  private static func notingTerms(
    of record: ModelRecord, on day: Day, in entries: inout [TermsEntry]
  ) -> ModelRecord {
    var new: [TermsEntry] = []
    let noted = record.notingTerms(
      { $0.terms },
      first: { period in
        if let first = period.firstTerms { return first }
        guard let terms = period.terms else { return nil }
        let published = PublishedTerms(terms: terms, day: day)
        new.append(
          TermsEntry(
            model: record.identity.id, period: period.period.description, published: published))
        return published
      })
    entries += new
    return noted
  }
}
