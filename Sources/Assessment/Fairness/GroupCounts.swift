import Profiling
import Statistics

/// What the profile of a period knows of one group.
struct GroupCounts {
  let slice: Slice
  let rows: Int
  /// Rows with a prediction.
  let predictions: Int
  /// Of these, rows with the favourable prediction; `nil` where no class is favourable.
  let favourablePredictions: Int?
  /// Labelled rows with a prediction.
  let labelled: Int
  /// Labelled rows whose prediction was right; `nil` for regression.
  let correct: Int?
  /// Labelled rows with the model's positive class as positive; `nil` where there is none.
  let table: BinaryOutcomes?
  /// The same with the favourable outcome as positive.
  let favourableTable: ConfusionCounts?
  let errors: RegressionOutcomes?

  /// Counts by prediction and label.
  struct ConfusionCounts {
    let truePositives: Int
    let falsePositives: Int
    let trueNegatives: Int
    let falseNegatives: Int
  }

  /// - Parameter favourable: As in ``FairnessSettings``.
  init(_ slice: Slice, of profile: Profile, schema: ModelSchema, favourable: String?) {
    self.slice = slice
    let counts = profile.input.slices[slice] ?? InputProfile.SliceCounts()
    rows = counts.rows
    predictions = counts.predictions
    let outcomes = profile.outcome.slices[slice]?.outcomes ?? Outcomes(schema.task)
    switch outcomes {
    case .binary(let binary):
      let isPositive = favourable == nil || favourable == schema.positive
      favourablePredictions =
        isPositive ? counts.positivePredictions : counts.predictions - counts.positivePredictions
      labelled = binary.count
      correct = binary.truePositives + binary.trueNegatives
      table = binary
      favourableTable = ConfusionCounts(binary, flipped: !isPositive)
      errors = nil
    case .multiclass(let multiclass):
      let confusion = ConfusionTable(multiclass)
      labelled = confusion.total
      correct = confusion.correct
      errors = nil
      guard let favourable else {
        (favourablePredictions, table, favourableTable) = (nil, nil, nil)
        return
      }
      favourablePredictions = counts.positivePredictions
      let counted = confusion.oneAgainstRest(favourable, of: multiclass)
      table = counted
      favourableTable = ConfusionCounts(counted, flipped: false)
    case .regression(let regression):
      (favourablePredictions, table, favourableTable, correct) = (nil, nil, nil, nil)
      labelled = regression.count
      errors = regression
    }
  }
}

extension GroupCounts.ConfusionCounts {
  /// - Parameter flipped: Whether the other class counts as positive.
  init(_ outcomes: BinaryOutcomes, flipped: Bool) {
    truePositives = flipped ? outcomes.trueNegatives : outcomes.truePositives
    falsePositives = flipped ? outcomes.falseNegatives : outcomes.falsePositives
    trueNegatives = flipped ? outcomes.truePositives : outcomes.trueNegatives
    falseNegatives = flipped ? outcomes.falsePositives : outcomes.falseNegatives
  }
}
