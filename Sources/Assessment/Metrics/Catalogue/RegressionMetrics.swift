/// How close predicted numbers are, against the labels that have arrived.
extension MetricDefinition {
  static let meanAbsoluteError = MetricDefinition(
    .meanAbsoluteError, family: .regression, title: "Mean absolute error",
    plainMeaning: "By how much a prediction is off, on average.",
    formula: """
      Mean of abs(prediction − label), over labelled rows with a prediction. No value without such \
      a row.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.studentT,
    source: "scikit-learn mean_absolute_error",
    limits: "It hides whether predictions are too high or too low, and rare large errors.")

  static let rootMeanSquaredError = MetricDefinition(
    .rootMeanSquaredError, family: .regression, title: "Root mean squared error",
    plainMeaning: "The typical miss when one large error weighs more than several small ones.",
    formula: """
      √(mean of (prediction − label)²), over labelled rows with a prediction. No value without \
      such a row.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.rootOfStudentT,
    source: "scikit-learn root_mean_squared_error",
    limits: """
      A few large errors can dominate it, and then its interval is too narrow. Read it beside the \
      mean absolute error.
      """)

  static let meanError = MetricDefinition(
    .meanError, family: .regression, title: "Mean error",
    plainMeaning: "How much too high (above 0) or too low (below 0) predictions are on average.",
    formula: """
      Mean of prediction − label, over labelled rows with a prediction. Positive: the model \
      predicts too high. No value without such a row.
      """,
    unit: .sameAsColumn, direction: .zeroIsBest,
    intervalMethod: IntervalMethod.studentT,
    source: "Mean of the residuals with the sign turned; NumPy mean",
    limits: """
      Large errors in both directions cancel. A value near 0 does not mean that predictions are \
      close.
      """)

  static let meanAbsolutePercentageError = MetricDefinition(
    .meanAbsolutePercentageError, family: .regression, title: "Mean absolute percentage error",
    plainMeaning: "By what part of the real value a prediction is off, on average. 0.1 means 10 %.",
    formula: """
      Mean of abs(prediction − label) ÷ abs(label), over labelled rows with a prediction. No value \
      without such a row, or when any label is 0, where scikit-learn divides by 2.2 × 10⁻¹⁶ and \
      returns a huge number.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.studentT,
    source: "scikit-learn mean_absolute_percentage_error",
    limits: """
      Small real values blow it up, and it favours models that predict too low. Meaningless where \
      0 is an arbitrary point, as for temperature.
      """)

  static let rSquared = MetricDefinition(
    .rSquared, family: .regression, title: "R²",
    plainMeaning: """
      How much of the ups and downs of the real values the model explains. 1, or 100 %, is all; 0 \
      is no better than always saying the average.
      """,
    formula: """
      1 − Σ (label − prediction)² ÷ Σ (label − mean label)², over labelled rows with a prediction. \
      No value with fewer than two rows or when all labels are equal, where scikit-learn returns 0 \
      or 1.
      """,
    unit: .plain, direction: .higherIsBetter, highest: 1,
    intervalMethod: IntervalMethod.determination,
    source: "scikit-learn r2_score",
    limits: """
      It depends on how much the real values vary, so it does not compare across groups or periods \
      in which that differs. A negative value is possible and means worse than the average.
      """)

  static let absoluteErrorQuantile50 = MetricDefinition(
    .absoluteErrorQuantile50, family: .regression, title: "Median absolute error",
    plainMeaning: "Half of the predictions are off by less than this.",
    formula: """
      Of the n values abs(prediction − label) in ascending order, counted from 0, the one at \
      position 0.5 × (n − 1), with linear interpolation between neighbours; over labelled rows \
      with a prediction. No value without such a row.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "scikit-learn median_absolute_error",
    limits: """
      It says nothing about the worst half of the predictions. Beyond 16,384 different errors it \
      is within 0.02 % of the exact value.
      """)

  static let absoluteErrorQuantile90 = MetricDefinition(
    .absoluteErrorQuantile90, family: .regression, title: "90 % quantile of the absolute error",
    plainMeaning: "Nine predictions in ten are off by less than this.",
    formula: """
      Of the n values abs(prediction − label) in ascending order, counted from 0, the one at \
      position 0.9 × (n − 1), with linear interpolation between neighbours; over labelled rows \
      with a prediction. No value without such a row.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.orderStatistics,
    source: "NumPy quantile with its default method, linear",
    limits: """
      It says nothing about the worst tenth, and jumps when there are few rows. Beyond 16,384 \
      different errors it is within 0.02 % of the exact value.
      """)
}
