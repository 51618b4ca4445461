import Statistics

/// A prediction that has met its label.
package struct LabelledPrediction: Sendable {
  package let prediction: Answer?
  package let score: Score?
  package let label: Answer
  /// Days from the prediction to its label; `nil` when the label carries no time.
  package let delayDays: Double?
  /// The slices that the row belongs to, all rows included.
  package let slices: [Slice]

  package init(
    prediction: Answer?, score: Score?, label: Answer, delayDays: Double?, slices: [Slice]
  ) {
    self.prediction = prediction
    self.score = score
    self.label = label
    self.delayDays = delayDays
    self.slices = slices
  }
}

/// Adds labelled predictions to the profiles of one model.
package struct OutcomeProfiler: Sendable {
  private let schema: ModelSchema
  private let labelColumn: ColumnSchema?
  private let vocabulary: Set<String>
  private let lossEdges: [Double]
  /// The slices within which the label is counted as well.
  private let labelSlices: Set<Slice>

  package init(schema: ModelSchema) {
    self.schema = schema
    labelColumn = schema.columns(of: .label).first
    vocabulary = labelColumn?.kind.vocabulary ?? []
    lossEdges = schema.predictionAnchors?.lossEdges ?? []
    let label = labelColumn?.name
    labelSlices = Set(schema.slicedColumns.filter { $0.column == label }.map(\.slice))
  }

  package func add(_ row: LabelledPrediction, to profile: inout OutcomeProfile) {
    for slice in row.slices {
      profile.slices[slice, default: .init(schema.task)].add(row, schema: schema)
    }
    if let labelColumn {
      profile.labels[labelColumn.name, default: ColumnSummary(labelColumn.kind)].add(
        [row.label], column: labelColumn, vocabulary: vocabulary)
      for slice in row.slices where labelSlices.contains(slice) {
        let key = SlicedColumn(slice: slice, column: labelColumn.name)
        profile.slicedLabels[key, default: ColumnSummary(labelColumn.kind)].add(
          [row.label], column: labelColumn, vocabulary: vocabulary)
      }
    }
    if let delay = row.delayDays { profile.delay.add(delay) }
    if case .number(let predicted)? = row.prediction, case .number(let actual) = row.label {
      profile.losses.add(predicted: predicted, actual: actual, edges: lossEdges)
    }
  }
}

extension OutcomeProfile.SliceOutcomes {
  fileprivate mutating func add(_ row: LabelledPrediction, schema: ModelSchema) {
    labels += 1
    switch outcomes {
    case .binary(var binary):
      outcomes = .binary(BinaryOutcomes())
      binary.add(
        predicted: row.prediction.map { $0 == schema.positive.map(Answer.category) },
        actual: row.label == schema.positive.map(Answer.category), score: row.singleScore,
        scoreIsProbability: schema.scoreIsProbability)
      outcomes = .binary(binary)
    case .regression(var regression):
      if case .number(let predicted)? = row.prediction, case .number(let actual) = row.label {
        outcomes = .regression(RegressionOutcomes())
        regression.add(predicted: predicted, actual: actual)
        outcomes = .regression(regression)
      }
    case .multiclass(var multiclass):
      guard case .category(let actual) = row.label else { return }
      outcomes = .multiclass(MulticlassOutcomes())
      multiclass.add(
        predicted: row.predictedClass, actual: actual, scores: row.classScores,
        classes: schema.scoreClasses, scoreIsProbability: schema.scoreIsProbability)
      outcomes = .multiclass(multiclass)
    }
  }
}

extension LabelledPrediction {
  fileprivate var singleScore: Double? {
    if case .single(let score)? = score { score } else { nil }
  }

  fileprivate var classScores: [Double]? {
    if case .perClass(let scores)? = score { scores } else { nil }
  }

  fileprivate var predictedClass: String? {
    if case .category(let name)? = prediction { name } else { nil }
  }
}
