/// What performance to expect while the labels are still missing.
extension MetricDefinition {
  static let estimatedAccuracy = MetricDefinition(
    .estimatedAccuracy, family: .estimated, title: "Estimated accuracy",
    plainMeaning: "The share of right predictions to expect, before the real outcomes are known.",
    formula: """
      Mean of p where the prediction is the positive class and of 1 − p elsewhere. p is the \
      probability of the positive class, calibrated by isotonic regression on the labelled rows of \
      the reference. Rows with a prediction and a score count, labelled or not. No value without \
      enough such rows, without a labelled reference that has both classes, or when more than 5 % \
      of the scores lie outside its range. With several classes: mean of the calibrated \
      probability of the predicted class.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabels,
    source: """
      Confidence-based performance estimation (CBPE), J. Białek et al., arXiv 2401.08348; NannyML
      """,
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
      the reference. Rows with a prediction and a score count, labelled or not. No value without \
      enough such rows, without a labelled reference that has both classes, or when more than 5 % \
      of the scores lie outside its range.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabels,
    source: """
      Confidence-based performance estimation (CBPE), J. Białek et al., arXiv 2401.08348; NannyML
      """,
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
      on the labelled rows of the reference. Rows with a prediction and a score count, labelled or \
      not. No value without enough such rows, without a labelled reference that has both classes, \
      or when more than 5 % of the scores lie outside its range.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabels,
    source: """
      Confidence-based performance estimation (CBPE), J. Białek et al., arXiv 2401.08348; NannyML
      """,
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
      regression on the labelled rows of the reference. Rows with a prediction and a score count, \
      labelled or not. No value without enough such rows, without a labelled reference that has \
      both classes, or when more than 5 % of the scores lie outside its range.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabels,
    source: """
      Confidence-based performance estimation (CBPE), J. Białek et al., arXiv 2401.08348; NannyML
      """,
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
      positive class, calibrated by isotonic regression on the labelled rows of the reference. \
      Rows with a prediction and a score count, labelled or not. No value without enough such \
      rows, without a labelled reference that has both classes, or when more than 5 % of the \
      scores lie outside its range.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabels,
    source: """
      Confidence-based performance estimation (CBPE), J. Białek et al., arXiv 2401.08348; NannyML
      """,
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
      Mean of e, the expected absolute error. Here e is the mean absolute error of the labelled \
      rows of the reference whose prediction lies in the same decile of all reference predictions. \
      Rows with a prediction count, labelled or not. No value without enough such rows, without a \
      labelled reference, or when more than 5 % of the predictions lie outside its range.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.expectedErrors,
    source: """
      After direct loss estimation (DLE) in NannyML, with a table of deciles in place of its \
      second model
      """,
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed. It follows \
      errors that depend on the size of the prediction, not on other inputs.
      """)

  static let estimatedRootMeanSquaredError = MetricDefinition(
    .estimatedRootMeanSquaredError, family: .estimated, title: "Estimated root mean squared error",
    plainMeaning: """
      By how much a prediction should typically be off, large errors counting extra, before the \
      real values are known.
      """,
    formula: """
      √(mean of e), e being the expected squared error. Here e is the mean squared error of the \
      labelled rows of the reference whose prediction lies in the same decile of all reference \
      predictions. Rows with a prediction count, labelled or not. No value without enough such \
      rows, without a labelled reference, or when more than 5 % of the predictions lie outside its \
      range.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.expectedErrors,
    source: """
      After direct loss estimation (DLE) in NannyML, with a table of deciles in place of its \
      second model
      """,
    limits: """
      An estimate, not a measurement: it holds only while the link between inputs and outcome is \
      the same as in the reference. It cannot see that this link has changed. It follows \
      errors that depend on the size of the prediction, not on other inputs.
      """)
}
