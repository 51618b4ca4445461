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

  package init(
    task: Task, positive: String?, scoreIsProbability: Bool, scoreClasses: [String] = [],
    columns: [ColumnSchema], sliceAttributes: [[String]], timezone: String = "UTC",
    missingTokens: [String]? = nil, slicedColumns: [SlicedColumn] = []
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
  }

  /// The columns that are counted within slices as well, each once, ascending.
  package var slicedColumns: [SlicedColumn] { countedWithinSlices ?? [] }

  /// The same schema with other columns counted within slices.
  ///
  /// Profiles under both still merge: what was not counted is simply not there.
  package func counting(_ columns: [SlicedColumn]) -> ModelSchema {
    var schema = self
    schema.countedWithinSlices = Self.stored(columns)
    return schema
  }

  private static func stored(_ columns: [SlicedColumn]) -> [SlicedColumn]? {
    columns.isEmpty ? nil : Set(columns).sorted()
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
