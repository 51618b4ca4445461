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
    /// The measures whose figures are all on record then.
    let noted: [NotedMeasure]
  }

  /// Prepares the publication of `records` on `day`; writes nothing.
  package func entry(for records: [ModelRecord], on day: Day) -> Entry {
    var figures: [PublishedFigure] = []
    var terms: [TermsEntry] = []
    var noted: [NotedMeasure] = []
    let published = records.map { record in
      let first = Self.firstFigures(of: record, on: day, noting: &noted)
      figures += first.figures
      return Self.notingTerms(of: first.record, on: day, in: &terms)
    }
    return Entry(records: published, figures: figures, terms: terms, noted: noted)
  }

  /// Keeps what a publication that has succeeded said first.
  package func keep(_ entry: Entry) throws {
    guard !entry.figures.isEmpty || !entry.terms.isEmpty || !entry.noted.isEmpty else { return }
    try store.write { history in
      try history.add(entry.figures)
      try history.add(entry.terms)
      for measure in entry.noted { try history.note(measure) }
    }
    try store.settle()
  }

  /// Only what readers get to see counts: a figure without a value, or one of a group that is too
  /// small to be published, has its first publication still before it. Periods whose figures are all
  /// on record are not looked at.
  private static func firstFigures(
    of record: ModelRecord, on day: Day, noting noted: inout [NotedMeasure]
  ) -> (record: ModelRecord, figures: [PublishedFigure]) {
    var figures: [PublishedFigure] = []
    var published = record
    for (index, period) in record.periods.enumerated() {
      let stamp = record.stamp?.periods[index]
      if stamp?.isNoted == true { continue }
      let new = period.arms.flatMap { Self.figuresWithoutFirst(of: $0, in: record, on: day) }
      published.note(new.map { ($0.arm, $0.key, $0.first) }, inPeriod: index)
      figures += new
      if let stamp {
        noted.append(
          NotedMeasure(
            model: record.identity.id, period: period.period.description, digest: stamp.digest))
      }
    }
    return (published, figures)
  }

  private static func figuresWithoutFirst(
    of arm: ArmRecord, in record: ModelRecord, on day: Day
  ) -> [PublishedFigure] {
    record.publishedRows(of: arm, period: arm.period).compactMap { row in
      guard row.maturity != nil, row.first == nil, row.withheldBecause == nil,
        let value = row.value.estimate.value
      else { return nil }
      return PublishedFigure(
        model: record.identity.id, arm: arm.arm, period: arm.period.description,
        key: row.value.key, first: FirstPublished(value: value, day: day))
    }
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
