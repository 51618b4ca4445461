package import Assessment
package import History
package import Profiling
import Publishing

/// Notes what is published first of each performance figure, so that a later change shows.
package struct PublicationLedger {
  private let store: HistoryStore

  package init(store: HistoryStore) {
    self.store = store
  }

  /// What a publication will say, and what has to be kept once it has said it.
  package struct Entry: Sendable {
    /// The records as they are to be published: figures without a first value have one now.
    package let records: [ModelRecord]
    /// The figures that are published for the first time.
    let figures: [PublishedFigure]
  }

  /// Prepares the publication of `records` on `day`; writes nothing.
  ///
  /// Only what readers get to see counts: a figure without a value, or one of a group that is too
  /// small to be published, has its first publication still before it.
  package func entry(for records: [ModelRecord], on day: Day) -> Entry {
    var figures: [PublishedFigure] = []
    let noted = records.map { record in
      record.notingFirstPublished { arm in
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
    }
    return Entry(records: noted, figures: figures)
  }

  /// Keeps the first values of a publication that has succeeded.
  package func keep(_ entry: Entry) throws {
    guard !entry.figures.isEmpty else { return }
    try store.write { try $0.add(entry.figures) }
    try store.settle()
  }
}
