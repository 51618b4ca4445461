package import Statistics

/// The categories of one column: every category of the vocabulary exactly, others in bounded memory.
package struct CategoricalSummary: Sendable, Equatable {
  /// Counts of the categories of the vocabulary that occurred.
  package private(set) var known: [String: Int]
  /// Categories that the vocabulary does not have.
  package private(set) var unseen: BoundedCategoryCounts
  /// Rows without a value.
  package internal(set) var missing: Int

  package init() {
    known = [:]
    unseen = BoundedCategoryCounts()
    missing = 0
  }

  init(known: [String: Int], unseen: BoundedCategoryCounts, missing: Int) {
    self.known = known
    self.unseen = unseen
    self.missing = missing
  }

  /// Values, without missing ones.
  package var count: Int { known.values.reduce(0, +) + unseen.total }

  /// All rows.
  package var rowCount: Int { count + missing }

  /// Adds a category; `vocabulary` holds those that are always kept by name.
  package mutating func add(_ category: String, times: Int = 1, vocabulary: Set<String>) {
    if vocabulary.contains(category) {
      known[category, default: 0] += times
    } else {
      unseen.add(category, times: times)
    }
  }

  /// Every count that is kept by name.
  package var named: [String: Int] {
    known.merging(unseen.counts, uniquingKeysWith: +)
  }

  /// Number of distinct categories; an estimate when some are counted together.
  package var distinctCount: Double { Double(known.count) + unseen.distinctEstimate }
}

extension CategoricalSummary: Mergeable {
  package mutating func merge(_ other: CategoricalSummary) {
    if known.isEmpty {
      known = other.known
    } else {
      known.merge(other.known, uniquingKeysWith: +)
    }
    unseen.merge(other.unseen)
    missing += other.missing
  }
}
