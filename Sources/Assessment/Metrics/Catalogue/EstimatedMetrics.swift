/// What performance to expect while the labels are still missing.
extension MetricDefinition {
  static let estimatedAccuracy = MetricDefinition(
    .estimatedAccuracy, family: .estimated, title: "Estimated accuracy",
    plainMeaning: "The share of right predictions to expect, before the real outcomes are known.",
    formula: """
      Mean of p where the prediction is the positive class and of 1 − p elsewhere. p is the \
      probability of the positive class, calibrated by isotonic regression on the labelled rows of \
      the reference; rows with a prediction and a score count, labelled or not. No value without \
      such rows or without a labelled reference that has both classes.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    source: "NannyML, confidence-based performance estimation (CBPE)",
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed.
      """)

  static let estimatedPrecision = MetricDefinition(
    .estimatedPrecision, family: .estimated, title: "Estimated precision",
    plainMeaning: """
      Of the cases that the model flagged, the share expected to be right, before the real \
      outcomes are known.
      """,
    formula: """
      Mean of p over the rows with the positive class predicted; no value without one. p is the \
      probability of the positive class, calibrated by isotonic regression on the labelled rows of \
      the reference; rows with a prediction and a score count, labelled or not. No value without \
      such rows or without a labelled reference that has both classes.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    source: "NannyML, confidence-based performance estimation (CBPE)",
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed.
      """)

  static let estimatedRecall = MetricDefinition(
    .estimatedRecall, family: .estimated, title: "Estimated recall",
    plainMeaning: """
      Of the cases that should be flagged, the share expected to be found, before the real \
      outcomes are known.
      """,
    formula: """
      Σ p over the rows with the positive class predicted ÷ Σ p over all rows; no value when the \
      latter is 0. p is the probability of the positive class, calibrated by isotonic regression \
      on the labelled rows of the reference; rows with a prediction and a score count, labelled or \
      not. No value without such rows or without a labelled reference that has both classes.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    source: "NannyML, confidence-based performance estimation (CBPE)",
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed.
      """)

  static let estimatedF1 = MetricDefinition(
    .estimatedF1, family: .estimated, title: "Estimated F1 score",
    plainMeaning: "The F1 score to expect, before the real outcomes are known.",
    formula: """
      2 × TP ÷ (2 × TP + FP + FN) of the expected counts: TP = Σ p and FP = Σ (1 − p) over the \
      rows with the positive class predicted, FN = Σ p over the others; no value when the \
      denominator is 0. p is the probability of the positive class, calibrated by isotonic \
      regression on the labelled rows of the reference; rows with a prediction and a score count, \
      labelled or not. No value without such rows or without a labelled reference that has both \
      classes.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    source: "NannyML, confidence-based performance estimation (CBPE)",
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed.
      """)

  static let estimatedRocAuc = MetricDefinition(
    .estimatedRocAuc, family: .estimated, title: "Estimated ROC AUC",
    plainMeaning: """
      How well the score should put the right cases on top, before the real outcomes are known. \
      0.5 is guessing.
      """,
    formula: """
      ROC AUC in which every row counts as p of a positive and 1 − p of a negative, ordered by \
      score, ties counting half; no value when Σ p or Σ (1 − p) is 0. p is the probability of the \
      positive class, calibrated by isotonic regression on the labelled rows of the reference; \
      rows with a prediction and a score count, labelled or not. No value without such rows or \
      without a labelled reference that has both classes.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    source: "NannyML, confidence-based performance estimation (CBPE)",
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed.
      """)

  static let estimatedMeanAbsoluteError = MetricDefinition(
    .estimatedMeanAbsoluteError, family: .estimated, title: "Estimated mean absolute error",
    plainMeaning: """
      By how much a prediction should be off on average, before the real values are known.
      """,
    formula: """
      Mean of e, the expected absolute error. Here e is what a second model, fitted to the errors \
      on the labelled rows of the reference, expects for a row; rows with a prediction count, \
      labelled or not. No value without such rows or without a labelled reference.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    source: "NannyML, direct loss estimation (DLE)",
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed. It also needs errors \
      that depend on the inputs.
      """)

  static let estimatedRootMeanSquaredError = MetricDefinition(
    .estimatedRootMeanSquaredError, family: .estimated, title: "Estimated root mean squared error",
    plainMeaning: """
      By how much a prediction should typically be off, large errors counting extra, before the \
      real values are known.
      """,
    formula: """
      √(mean of e), e being the expected squared error. Here e is what a second model, fitted to \
      the errors on the labelled rows of the reference, expects for a row; rows with a prediction \
      count, labelled or not. No value without such rows or without a labelled reference.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    source: "NannyML, direct loss estimation (DLE)",
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed. It also needs errors \
      that depend on the inputs.
      """)
}
