/// How right a classifier is, against the labels that have arrived.
extension MetricDefinition {
  static let accuracy = MetricDefinition(
    .accuracy, family: .classification, title: "Accuracy",
    plainMeaning: "The share of predictions that turned out right.",
    formula: """
      Labelled rows whose prediction equals the label ÷ labelled rows with a prediction. No value \
      without such a row.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "scikit-learn accuracy_score",
    limits: """
      When one outcome is rare, always predicting the other scores high. Read it beside prevalence \
      and balanced accuracy.
      """)

  static let balancedAccuracy = MetricDefinition(
    .balancedAccuracy, family: .classification, title: "Balanced accuracy",
    plainMeaning: """
      The share of right predictions when every outcome counts the same, however rare it is.
      """,
    formula: """
      Mean of the recalls of the classes that occur among the labels; with two classes (TP ÷ (TP + \
      FN) + TN ÷ (TN + FP)) ÷ 2. No value when fewer than two classes occur, where scikit-learn \
      averages what is left.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.squareAndAdd,
    source: "scikit-learn balanced_accuracy_score",
    limits: "A class with few rows makes the whole figure jump.")

  static let precision = MetricDefinition(
    .precision, family: .classification, title: "Precision",
    plainMeaning: "Of the cases that the model flagged, the share that it flagged rightly.",
    formula: """
      TP ÷ (TP + FP). No value when nothing was predicted positive, where scikit-learn warns and \
      returns 0. TP, FP, TN and FN count the labelled rows with a prediction: true and false \
      positives, true and false negatives.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "scikit-learn precision_score",
    limits: """
      It depends on how common the outcome is, so it does not compare across groups or periods in \
      which that differs.
      """)

  static let recall = MetricDefinition(
    .recall, family: .classification, title: "Recall",
    plainMeaning: "Of the cases that the model should have flagged, the share that it found.",
    formula: """
      TP ÷ (TP + FN). No value when no label is positive, where scikit-learn warns and returns 0. \
      TP, FP, TN and FN count the labelled rows with a prediction: true and false positives, true \
      and false negatives.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "scikit-learn recall_score",
    limits: "Flagging everything makes it perfect. Read it together with precision.")

  static let specificity = MetricDefinition(
    .specificity, family: .classification, title: "Specificity",
    plainMeaning: """
      Of the cases that the model should have left alone, the share that it did leave alone.
      """,
    formula: """
      TN ÷ (TN + FP). No value when no label is negative, where scikit-learn warns and returns 0. \
      TP, FP, TN and FN count the labelled rows with a prediction: true and false positives, true \
      and false negatives.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "scikit-learn recall_score of the negative class",
    limits: "Flagging nothing makes it perfect. Read it together with recall.")

  static let f1 = MetricDefinition(
    .f1, family: .classification, title: "F1 score",
    plainMeaning: """
      One figure for two aims: finding the right cases and raising few false alarms. 1 is perfect, \
      0 is worst.
      """,
    formula: """
      2 × TP ÷ (2 × TP + FP + FN), the harmonic mean of precision and recall. No value when \
      neither a label nor a prediction is positive, where scikit-learn warns and returns 0. TP, \
      FP, TN and FN count the labelled rows with a prediction: true and false positives, true and \
      false negatives.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.hitShare,
    source: "scikit-learn f1_score",
    limits: """
      It ignores cases rightly left alone and weighs both kinds of mistake alike, which may not \
      match their cost. It depends on how common the outcome is.
      """)

  static let matthewsCorrelation = MetricDefinition(
    .matthewsCorrelation, family: .classification, title: "Matthews correlation",
    plainMeaning: """
      How well predictions and real outcomes agree. 1 is perfect, 0 is no better than guessing, −1 \
      is always wrong.
      """,
    formula: """
      (TP × TN − FP × FN) ÷ √((TP + FP) × (TP + FN) × (TN + FP) × (TN + FN)). No value when one of \
      the four sums is 0, where scikit-learn returns 0. TP, FP, TN and FN count the labelled rows \
      with a prediction: true and false positives, true and false negatives.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: -1, highest: 1,
    intervalMethod: IntervalMethod.fisher,
    source: "scikit-learn matthews_corrcoef",
    limits: "With few rows of one class it jumps from period to period.")

  static let rocAuc = MetricDefinition(
    .rocAuc, family: .classification, title: "ROC AUC",
    plainMeaning: """
      How well the score puts the right cases on top: the chance that one that should be flagged \
      scores above one that should not. 0.5 is guessing.
      """,
    formula: """
      Share of pairs of a positive and a negative labelled row in which the positive has the \
      higher score, ties counting half; over labelled rows with a score. No value when only one \
      class occurs.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.deLong,
    source: """
      scikit-learn roc_auc_score; E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, Biometrics 44 \
      (1988)
      """,
    limits: """
      It judges the order of the scores only, neither their size nor the cut-off in use. With many \
      different scores they are counted on a fine grid, whose largest effect is the share of tied \
      pairs halved.
      """)

  static let averagePrecision = MetricDefinition(
    .averagePrecision, family: .classification, title: "Average precision",
    plainMeaning: """
      How well the score puts the cases that matter on top of the list, with most weight on the \
      top. 1 is perfect.
      """,
    formula: """
      Σ (Rₙ − Rₙ₋₁) × Pₙ over the different scores in descending order, Pₙ and Rₙ being precision \
      and recall when all rows with at least that score are flagged; over labelled rows with a \
      score. No value when only one class occurs, where scikit-learn returns 0 or 1.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.logit,
    source: "scikit-learn average_precision_score",
    limits: """
      Guessing scores as much as the prevalence, so it does not compare across groups or periods \
      in which that differs. Beyond 16,384 different scores it is a close approximation.
      """)

  static let logLoss = MetricDefinition(
    .logLoss, family: .classification, title: "Log loss",
    plainMeaning: """
      How far the predicted probabilities were from what happened, with a heavy penalty for being \
      sure and wrong. Smaller is better.
      """,
    formula: """
      Mean of −ln(probability given to the class that came true), natural logarithm, probabilities \
      kept at least 2.2 × 10⁻¹⁶ away from 0 and 1; over labelled rows with a probability. No value \
      without such a row or when scores are not probabilities.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.studentT,
    source: "scikit-learn log_loss",
    limits: """
      A single case that was predicted with certainty and went the other way can dominate it. It \
      depends on how common the outcome is.
      """)

  static let brierScore = MetricDefinition(
    .brierScore, family: .classification, title: "Brier score",
    plainMeaning: """
      How far the predicted probabilities were from what happened. 0 is perfect; always saying one \
      half gives 0.25.
      """,
    formula: """
      Mean of (probability − outcome)², the outcome being 1 for the positive class and 0 \
      otherwise; over labelled rows with a probability. No value without such a row or when scores \
      are not probabilities.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.studentT,
    source: "scikit-learn brier_score_loss; G. W. Brier, Monthly Weather Review 78 (1950)",
    limits: """
      When the outcome is rare, small values come easily. It mixes how well cases are told apart \
      with how honest the probabilities are.
      """)

  static let expectedCalibrationError = MetricDefinition(
    .expectedCalibrationError, family: .classification, title: "Calibration error",
    plainMeaning: """
      How honest the probabilities are: the usual gap between what the model promised and how \
      often it happened. 0 is perfect.
      """,
    formula: """
      Σ (rows in bin ÷ rows) × abs(mean outcome − mean probability) over ten equally wide bins of \
      the probability from 0 to 1, each including its upper edge, the first also 0; empty bins add \
      0; over labelled rows with a probability. No value without such a row or when scores are not \
      probabilities.
      """,
    unit: .plain, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.calibration,
    source: """
      M. P. Naeini, G. F. Cooper, M. Hauskrecht, AAAI 2015; bins as in scikit-learn \
      calibration_curve with strategy uniform
      """,
    limits: """
      With few rows it is above 0 by chance alone, and errors inside a bin can cancel. Beyond \
      16,384 different scores it is a close approximation.
      """)

  static let prevalence = MetricDefinition(
    .prevalence, family: .classification, title: "Prevalence",
    plainMeaning: "How common the outcome that the model looks for really is.",
    formula: """
      Rows whose label is the positive class ÷ rows, over labelled rows with a prediction. No \
      value without such a row.
      """,
    unit: .share, direction: .neutral, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "NumPy mean of the labels, 1 for the positive class and 0 otherwise",
    limits: """
      If labels of one outcome arrive sooner, it is distorted until the others have arrived.
      """)

  static let selectionRate = MetricDefinition(
    .selectionRate, family: .classification, title: "Selection rate",
    plainMeaning: "The share of cases that the model flags.",
    formula: """
      Rows whose prediction is the positive class ÷ rows with a prediction, with or without a \
      label. No value without such a row.
      """,
    unit: .share, direction: .neutral, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Fairlearn selection_rate",
    limits: """
      It says nothing about whether the flags are right. It covers all rows, so it need not fit \
      the counts of labelled rows.
      """)

  static let truePositiveCount = MetricDefinition(
    .truePositiveCount, family: .classification, title: "True positives",
    plainMeaning: "How many cases the model flagged rightly.",
    formula: """
      Number of labelled rows with a prediction in which the prediction and the label are both the \
      positive class. No value without a labelled row that has a prediction.
      """,
    unit: .count, direction: .neutral, lowest: 0,
    source: "scikit-learn confusion_matrix",
    limits: """
      It grows with the number of labels, so compare the rates instead of the counts across \
      periods.
      """)

  static let falsePositiveCount = MetricDefinition(
    .falsePositiveCount, family: .classification, title: "False positives",
    plainMeaning: "How many cases the model flagged wrongly.",
    formula: """
      Number of labelled rows with a prediction in which the prediction is the positive class and \
      the label is not. No value without a labelled row that has a prediction.
      """,
    unit: .count, direction: .neutral, lowest: 0,
    source: "scikit-learn confusion_matrix",
    limits: """
      It grows with the number of labels, so compare the rates instead of the counts across \
      periods.
      """)

  static let trueNegativeCount = MetricDefinition(
    .trueNegativeCount, family: .classification, title: "True negatives",
    plainMeaning: "How many cases the model rightly left alone.",
    formula: """
      Number of labelled rows with a prediction in which neither the prediction nor the label is \
      the positive class. No value without a labelled row that has a prediction.
      """,
    unit: .count, direction: .neutral, lowest: 0,
    source: "scikit-learn confusion_matrix",
    limits: """
      It grows with the number of labels, so compare the rates instead of the counts across \
      periods.
      """)

  static let falseNegativeCount = MetricDefinition(
    .falseNegativeCount, family: .classification, title: "False negatives",
    plainMeaning: "How many cases the model should have flagged and did not.",
    formula: """
      Number of labelled rows with a prediction in which the label is the positive class and the \
      prediction is not. No value without a labelled row that has a prediction.
      """,
    unit: .count, direction: .neutral, lowest: 0,
    source: "scikit-learn confusion_matrix",
    limits: """
      It grows with the number of labels, so compare the rates instead of the counts across \
      periods.
      """)

  static let macroPrecision = MetricDefinition(
    .macroPrecision, family: .classification, title: "Macro precision",
    plainMeaning: "How often the model is right when it names a class, averaged over the classes.",
    formula: """
      Mean of precision over the classes that occur among the labels or the predictions, each \
      class in turn taken as the positive one. A class that is never predicted counts as 0, as in \
      scikit-learn by default. No value without a labelled row that has a prediction.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.multinomial,
    source: "scikit-learn precision_score with average=macro",
    limits: "Rare classes weigh as much as common ones, so few rows can move it far.")

  static let macroRecall = MetricDefinition(
    .macroRecall, family: .classification, title: "Macro recall",
    plainMeaning: "The share of each class that the model finds, averaged over the classes.",
    formula: """
      Mean of recall over the classes that occur among the labels or the predictions, each class \
      in turn taken as the positive one. A class that occurs among the predictions only counts as \
      0, as in scikit-learn by default. No value without a labelled row that has a prediction.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.multinomial,
    source: "scikit-learn recall_score with average=macro",
    limits: "Rare classes weigh as much as common ones, so few rows can move it far.")

  static let macroF1 = MetricDefinition(
    .macroF1, family: .classification, title: "Macro F1 score",
    plainMeaning: """
      One figure for finding each class and raising few false alarms, averaged over the classes. 1 \
      is perfect.
      """,
    formula: """
      Mean of the F1 score over the classes that occur among the labels or the predictions, each \
      class in turn taken as the positive one. No value when there is none.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.multinomial,
    source: "scikit-learn f1_score with average=macro",
    limits: "Rare classes weigh as much as common ones, so few rows can move it far.")

  static let weightedF1 = MetricDefinition(
    .weightedF1, family: .classification, title: "Weighted F1 score",
    plainMeaning: """
      One figure for finding each class and raising few false alarms, in which common classes \
      count more. 1 is perfect.
      """,
    formula: """
      Σ (labels of the class ÷ labels) × F1 score of the class, over the classes that occur among \
      the labels. No value without a labelled row that has a prediction.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.multinomial,
    source: "scikit-learn f1_score with average=weighted",
    limits: "A rare class can fail completely without showing. Read it beside the macro F1 score.")

  static let rocAucOvrMacro = MetricDefinition(
    .rocAucOvrMacro, family: .classification, title: "ROC AUC, one against the rest",
    plainMeaning: """
      How well the scores tell each class from all others, averaged over the classes. 0.5 is \
      guessing.
      """,
    formula: """
      Mean of ROC AUC over the classes, each in turn taken as the positive one against all others, \
      with its own score. No value when a class of the model does not occur among the labels.
      """,
    unit: .plain, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.meanOfAreas,
    source: "scikit-learn roc_auc_score with multi_class=ovr, average=macro",
    limits: "It judges the order of the scores only. A class with few rows makes it jump.")
}
