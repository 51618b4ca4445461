/// Which column of a model's files plays which part.
package struct ModelLayout: Hashable, Sendable {
  package var task: Task
  /// The positive class of a binary model, as the configuration writes it.
  package var positive: String?
  package var scoreIsProbability: Bool
  package var id: String?
  package var timestamp: String
  package var version: String?
  package var stage: String?
  package var prediction: String?
  /// Columns of the scores: one for a binary model, one for each class otherwise.
  package var scores: [String]
  /// The classes that `scores` belong to; empty for a binary model.
  package var scoreClasses: [String]
  package var label: String?
  package var labelTimestamp: String?
  package var latency: String?
  package var error: String?
  /// In the order of the configuration.
  package var features: [String]
  /// Attributes, alone or combined, whose values make slices.
  package var sliceAttributes: [[String]]
  /// Columns whose kind the configuration forces.
  package var forcedNumeric: Set<String>
  package var forcedCategorical: Set<String>
  /// Whether the label stands in the predictions themselves.
  package var labelInPredictions: Bool
  /// The zone that days are cut in, by its IANA name.
  package var timezone: String
  /// Texts that mean that a value is missing; `nil` for the usual ones.
  package var missingTokens: [String]?
  /// Columns that are counted within slices as well.
  package var slicedColumns: [SlicedColumn] = []
  /// Attributes, alone or combined, for whose groups the scores of all rows are counted.
  package var scoredAttributes: [[String]] = []

  package init(
    task: Task, positive: String?, scoreIsProbability: Bool, id: String?, timestamp: String,
    version: String?, stage: String?, prediction: String?, scores: [String], scoreClasses: [String],
    label: String?,
    labelTimestamp: String?, latency: String?, error: String?, features: [String],
    sliceAttributes: [[String]], forcedNumeric: Set<String>, forcedCategorical: Set<String>,
    labelInPredictions: Bool, timezone: String = "UTC", missingTokens: [String]? = nil
  ) {
    self.timezone = timezone
    self.missingTokens = missingTokens
    self.task = task
    self.positive = positive
    self.scoreIsProbability = scoreIsProbability
    self.id = id
    self.timestamp = timestamp
    self.version = version
    self.stage = stage
    self.prediction = prediction
    self.scores = scores
    self.scoreClasses = scoreClasses
    self.label = label
    self.labelTimestamp = labelTimestamp
    self.latency = latency
    self.error = error
    self.features = features
    self.sliceAttributes = sliceAttributes
    self.forcedNumeric = forcedNumeric
    self.forcedCategorical = forcedCategorical
    self.labelInPredictions = labelInPredictions
  }

  /// Every column that is part of a profile, with its subject: features, prediction, score, label.
  package var profiledColumns: [(name: String, subject: ColumnSubject)] {
    features.map { ($0, ColumnSubject.feature) }
      + [prediction].compactMap { $0 }.map { ($0, ColumnSubject.prediction) }
      + scores.map { ($0, ColumnSubject.score) }
      + [label].compactMap { $0 }.map { ($0, ColumnSubject.label) }
  }

  /// Predictions and labels are numbers for regression, classes otherwise; `nil` where the kind has
  /// to be found from the data.
  package func kindIsNumeric(_ name: String, _ subject: ColumnSubject) -> Bool? {
    switch subject {
    case .prediction, .label: task == .regression
    case .score: true
    case .feature:
      forcedNumeric.contains(name) ? true : forcedCategorical.contains(name) ? false : nil
    }
  }
}
