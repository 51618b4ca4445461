/// What the profiles of one model are made of. Profiles of different days merge only under one
/// schema, so it is fixed when a model's first rows are read and kept with its history.
package struct ModelSchema: Hashable, Sendable, Codable {
  package let task: Task
  /// The class whose predictions are counted in every slice, in canonical form: of a binary model
  /// the positive class, of several classes the favourable one, if one is named.
  package let positive: String?
  /// True when scores are probabilities, so that log loss and Brier score mean something.
  package let scoreIsProbability: Bool
  /// The classes that the score columns belong to, in their order; empty for a binary model.
  package let scoreClasses: [String]
  /// Features in the order of the configuration, then prediction, score and label.
  package let columns: [ColumnSchema]
  /// Attributes, alone or combined, whose values make slices.
  package let sliceAttributes: [[String]]
  /// The zone that days are cut in, by its IANA name.
  package let timezone: String
  /// Texts that mean that a value is missing; `nil` for the usual ones.
  package let missingTokens: [String]?
  /// `nil` for none, as in the schemas of histories that are older than the property.
  private var countedWithinSlices: [SlicedColumn]?
  /// `nil` for none, as in the schemas of histories that are older than the property.
  private var countedScores: [[String]]?

  package init(
    task: Task, positive: String?, scoreIsProbability: Bool, scoreClasses: [String] = [],
    columns: [ColumnSchema], sliceAttributes: [[String]], timezone: String = "UTC",
    missingTokens: [String]? = nil, slicedColumns: [SlicedColumn] = [],
    scoredAttributes: [[String]] = []
  ) {
    self.timezone = timezone
    self.missingTokens = missingTokens
    self.task = task
    self.positive = positive
    self.scoreIsProbability = scoreIsProbability
    self.scoreClasses = scoreClasses
    self.columns = columns
    self.sliceAttributes = sliceAttributes
    countedWithinSlices = Self.stored(slicedColumns)
    countedScores = stored(scoredAttributes)
  }

  /// The columns that are counted within slices as well, each once, ascending.
  package var slicedColumns: [SlicedColumn] { countedWithinSlices ?? [] }

  /// Attributes, alone or combined, for whose groups the scores of all rows are counted.
  package var scoredAttributes: [[String]] { countedScores ?? [] }

  /// The same schema with other columns counted within slices.
  ///
  /// Profiles under both still merge: what was not counted is simply not there.
  package func counting(_ columns: [SlicedColumn]) -> ModelSchema {
    var schema = self
    schema.countedWithinSlices = Self.stored(columns)
    return schema
  }

  /// The same schema with the scores of the groups of other attributes counted; profiles under both
  /// still merge.
  package func countingScores(by attributes: [[String]]) -> ModelSchema {
    var schema = self
    schema.countedScores = stored(attributes)
    return schema
  }

  private static func stored(_ columns: [SlicedColumn]) -> [SlicedColumn]? {
    columns.isEmpty ? nil : Set(columns).sorted()
  }

  /// Those that make slices, in their order; a model with a score for each class has no single one.
  private func stored(_ attributes: [[String]]) -> [[String]]? {
    guard scoreColumn != nil else { return nil }
    let known = sliceAttributes.filter(attributes.contains)
    return known.isEmpty ? nil : known
  }

  /// The column with the one number by which a model ranks rows: the score, of a regression model
  /// the prediction; `nil` without one, and where there is one for each class.
  package var scoreColumn: ColumnSchema? {
    switch task {
    case .binary: columns(of: .score).first
    case .regression: columns(of: .prediction).first
    case .multiclass: nil
    }
  }

  /// The column with this name, if it is profiled.
  package func column(named name: String) -> ColumnSchema? {
    columns.first { $0.name == name }
  }

  /// The columns of one subject, in order.
  package func columns(of subject: ColumnSubject) -> [ColumnSchema] {
    columns.filter { $0.subject == subject }
  }

  /// Every attribute that occurs in a slice, in order of first use.
  package var segmentColumns: [String] {
    var seen: [String] = []
    for name in sliceAttributes.joined() where !seen.contains(name) { seen.append(name) }
    return seen
  }
}

extension ModelSchema {
  /// How the predictions of a regression model are counted; `nil` for other tasks.
  package var predictionAnchors: NumericAnchors? {
    guard case .numeric(let anchors)? = columns(of: .prediction).first?.kind else { return nil }
    return anchors
  }
}
