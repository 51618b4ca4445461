package import Profiling

extension ModelLayout {
  /// The columns of a model, with features resolved against the header of its files.
  ///
  /// - Parameter header: Column names of a prediction log, from which the features are taken when
  ///   the configuration does not list them: every column without another role.
  package init(_ model: Configuration.Model, header: [String]) {
    let columns = model.columns
    let (scores, scoreClasses) = Self.scores(of: columns)
    let taken = Self.columnsWithRole(columns)
    let features = model.features ?? header.filter { !taken.contains($0) }
    self.init(
      task: model.task, positive: Self.countedClass(of: model),
      scoreIsProbability: model.scoreIsProbability,
      id: columns.id, timestamp: columns.timestamp, version: columns.version,
      stage: columns.stage, prediction: columns.prediction, scores: scores,
      scoreClasses: scoreClasses, label: columns.label,
      labelTimestamp: columns.labelTimestamp, latency: columns.latency, error: columns.error,
      features: features,
      sliceAttributes: Self.sliceAttributes(of: model),
      forcedNumeric: Set(model.numeric), forcedCategorical: Set(model.categorical),
      labelInPredictions: columns.label != nil && model.labels.isEmpty,
      timezone: model.calendar.timezone, missingTokens: model.missingTokens)
    slicedColumns = model.slicedColumns(features: features)
    scoredAttributes = model.protected.map(\.attributes)
  }

  /// The class whose predictions are counted in every slice: of a binary model the positive one,
  /// of several classes the favourable one.
  private static func countedClass(of model: Configuration.Model) -> String? {
    switch model.task {
    case .binary: model.positive
    case .multiclass: model.favourable
    case .regression: nil
    }
  }

  private static func scores(
    of columns: Configuration.Columns
  ) -> (columns: [String], classes: [String]) {
    switch columns.score {
    case .one(let name)?: ([name], [])
    case .perClass(let classes)?: (classes.map(\.column), classes.map(\.class))
    case nil: ([], [])
    }
  }

  private static func columnsWithRole(_ columns: Configuration.Columns) -> Set<String> {
    var names: [String?] = [
      columns.id, columns.timestamp, columns.version, columns.stage, columns.prediction,
      columns.label, columns.labelTimestamp, columns.latency, columns.error,
    ]
    names += scores(of: columns).columns
    return Set(names.compactMap { $0 })
  }

  /// Segments first, then protected attributes and the slices that expectations ask for, each once.
  private static func sliceAttributes(of model: Configuration.Model) -> [[String]] {
    let asked = model.expectations.map { $0.slice.parts.map(\.attribute) }.filter { !$0.isEmpty }
    var result: [[String]] = []
    for attributes in model.segments.map({ [$0] }) + model.protected.map(\.attributes) + asked
    where !result.contains(attributes) {
      result.append(attributes)
    }
    return result
  }
}
