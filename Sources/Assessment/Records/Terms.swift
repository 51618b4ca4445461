package import Profiling

/// What was in force when a report was made: versions, columns, expectations and settings.
///
/// Kept with the publication in a canonical form, so that changes are found by comparison and need
/// not be declared by anybody.
package struct Terms: Hashable, Sendable, Codable {
  /// A column of the model's files.
  package struct Column: Hashable, Sendable, Codable {
    package let name: String
    package let subject: ColumnSubject
    package let isNumeric: Bool
    /// The categories of the reference, in ascending order; empty for numbers.
    package let categories: [String]

    package init(name: String, subject: ColumnSubject, isNumeric: Bool, categories: [String]) {
      self.name = name
      self.subject = subject
      self.isNumeric = isNumeric
      self.categories = categories
    }
  }

  /// An expectation with its limits.
  package struct Limit: Hashable, Sendable, Codable {
    package let metric: String
    package let slice: Slice
    package let feature: String?
    package let minimum: Double?
    package let maximum: Double?
    package let watchBelow: Double?
    package let watchAbove: Double?
    /// False for a default.
    package let isConfigured: Bool
  }

  /// One setting by the name of its key.
  package struct Setting: Hashable, Sendable, Codable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The arms that answered, the leading one first; of production alone when there is any.
  package let versions: [Arm]
  package let columns: [Column]
  package let limits: [Limit]
  /// By name.
  package let settings: [Setting]
  /// SHA-256 of the reference; `nil` without one.
  package let reference: String?
  /// Version of the program.
  package let program: String

  package init(
    versions: [Arm], columns: [Column], expectations: [Expectation], settings: [Setting],
    reference: String?, program: String
  ) {
    self.versions = versions
    self.columns = columns
    limits = expectations.map(Limit.init)
    self.settings = settings.sorted { $0.name < $1.name }
    self.reference = reference
    self.program = program
  }
}

/// The terms of a report when it was published first.
package struct PublishedTerms: Hashable, Sendable {
  package let terms: Terms
  /// Day of that publication, in UTC.
  package let day: Day

  package init(terms: Terms, day: Day) {
    self.terms = terms
    self.day = day
  }
}

extension Terms.Limit {
  init(_ expectation: Expectation) {
    metric = expectation.metric.rawValue
    slice = expectation.slice
    feature = expectation.feature
    minimum = expectation.minimum
    maximum = expectation.maximum
    watchBelow = expectation.watchBelow
    watchAbove = expectation.watchAbove
    isConfigured = expectation.origin == .configured
  }

  /// The expectation that it stands for; `nil` for a metric that this program does not know.
  package var expectation: Expectation? {
    Metric(rawValue: metric).map {
      Expectation(
        $0, slice: slice, feature: feature, minimum: minimum, maximum: maximum,
        watchBelow: watchBelow, watchAbove: watchAbove,
        // Derived limits are written rounded, others with the digits that somebody chose.
        origin: isConfigured ? .configured : .referenceChunks(count: 0))
    }
  }
}

extension ModelSchema {
  /// The columns as terms name them.
  package var termColumns: [Terms.Column] {
    columns.map { column in
      switch column.kind {
      case .numeric:
        Terms.Column(name: column.name, subject: column.subject, isNumeric: true, categories: [])
      case .categorical(let vocabulary):
        Terms.Column(
          name: column.name, subject: column.subject, isNumeric: false,
          categories: vocabulary.categories)
      }
    }
  }
}

extension ModelRecord {
  /// The same record with the terms of each period, and those under which it was published first.
  package func notingTerms(
    _ terms: (PeriodRecord) -> Terms?, first: (PeriodRecord) -> PublishedTerms?
  ) -> ModelRecord {
    var copy = self
    copy.periods = periods.map { record in
      var period = record
      period.note(terms: terms(record), first: first(record))
      return period
    }
    return copy
  }
}
