/// What performance to expect over the classes of a model while the labels are still missing.
extension MetricDefinition {
  static let estimatedBalancedAccuracy = MetricDefinition(
    .estimatedBalancedAccuracy, family: .estimated, title: "Estimated balanced accuracy",
    plainMeaning: """
      The share of right predictions to expect when every class counts the same, before the real \
      outcomes are known.
      """,
    formula: """
      Mean over the classes of Σ p over the rows with that class predicted ÷ Σ p over all rows; \
      classes with Σ p = 0 are left out. \(probability)
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabelsOfClasses, source: source, limits: limits)

  static let estimatedMacroPrecision = MetricDefinition(
    .estimatedMacroPrecision, family: .estimated, title: "Estimated macro precision",
    plainMeaning: """
      How often a prediction should be right, averaged over the classes, before the real outcomes \
      are known.
      """,
    formula: """
      Mean over the classes of the mean of p over the rows with that class predicted; a class that \
      is never predicted counts as 0. \(probability)
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabelsOfClasses, source: source, limits: limits)

  static let estimatedMacroRecall = MetricDefinition(
    .estimatedMacroRecall, family: .estimated, title: "Estimated macro recall",
    plainMeaning: """
      How much of each class should be found, averaged over the classes, before the real outcomes \
      are known.
      """,
    formula: """
      Mean over the classes of Σ p over the rows with that class predicted ÷ Σ p over all rows; a \
      class with Σ p = 0 counts as 0. \(probability)
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabelsOfClasses, source: source, limits: limits)

  static let estimatedMacroF1 = MetricDefinition(
    .estimatedMacroF1, family: .estimated, title: "Estimated macro F1 score",
    plainMeaning: """
      The F1 score to expect, averaged over the classes, before the real outcomes are known.
      """,
    formula: """
      Mean over the classes of 2 × TP ÷ (2 × TP + FP + FN) of the expected counts: TP = Σ p and FP \
      = Σ (1 − p) over the rows with that class predicted, FN = Σ p over the others; a class with \
      a denominator of 0 counts as 0. \(probability)
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabelsOfClasses, source: source, limits: limits)

  static let estimatedWeightedF1 = MetricDefinition(
    .estimatedWeightedF1, family: .estimated, title: "Estimated weighted F1 score",
    plainMeaning: """
      The F1 score to expect, averaged over the classes by their size, before the real outcomes \
      are known.
      """,
    formula: """
      The expected F1 scores of the classes, as for the estimated macro F1 score, weighted by Σ p \
      over all rows. \(probability)
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabelsOfClasses, source: source, limits: limits)

  static let estimatedRocAucOvrMacro = MetricDefinition(
    .estimatedRocAucOvrMacro, family: .estimated, title: "Estimated ROC AUC over classes",
    plainMeaning: """
      How well the score of each class should put its own cases on top, averaged over the classes, \
      before the real outcomes are known. 0.5 is guessing.
      """,
    formula: """
      Mean over the classes of the ROC AUC in which every row counts as p of the class and 1 − p \
      of the others, ordered by the score of the class, ties counting half; no value when Σ p or Σ \
      (1 − p) of a class is 0. \(probability)
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.expectedLabelsOfClasses, source: source, limits: limits)

  private static let probability = """
    p is the probability of the class, calibrated for itself, against all others, by isotonic \
    regression on the labelled rows of the reference. Rows with a prediction and a score count, \
    labelled or not. No value without enough such rows, without a labelled reference that has \
    every class, or when more than 5 % of the scores of a class lie outside its range.
    """
  private static let source = """
    Confidence-based performance estimation (CBPE), J. Białek et al., arXiv 2401.08348; NannyML
    """
  private static let limits = """
    An estimate, not a measurement: it holds only while the link between inputs and outcome is \
    the same as in the reference. It cannot see that this link has changed. NannyML scales the \
    probabilities of a row to sum to 1; here they do so on average only, which makes little \
    difference where they are nearly calibrated.
    """
}
