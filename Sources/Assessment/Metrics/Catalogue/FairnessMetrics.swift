/// How groups of people fare: rates of one group, and gaps between groups.
extension MetricDefinition {
  static let truePositiveRate = MetricDefinition(
    .truePositiveRate, family: .fairness, title: "True-positive rate",
    plainMeaning: "Of the people or cases that should be flagged, the share that is flagged.",
    formula: """
      TP ÷ (TP + FN), with the model’s positive class. No value when no label is positive. TP, FP, \
      TN and FN count the labelled rows with a prediction: true and false positives, true and \
      false negatives.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Fairlearn true_positive_rate",
    limits: """
      In a small group chance alone moves it far: read the interval. It trusts the labels, which \
      may themselves be unfair.
      """)

  static let falsePositiveRate = MetricDefinition(
    .falsePositiveRate, family: .fairness, title: "False-positive rate",
    plainMeaning: """
      Of the people or cases that should be left alone, the share that is flagged by mistake.
      """,
    formula: """
      FP ÷ (FP + TN), with the model’s positive class. No value when no label is negative. TP, FP, \
      TN and FN count the labelled rows with a prediction: true and false positives, true and \
      false negatives.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Fairlearn false_positive_rate",
    limits: """
      In a small group chance alone moves it far: read the interval. It trusts the labels, which \
      may themselves be unfair.
      """)

  static let trueNegativeRate = MetricDefinition(
    .trueNegativeRate, family: .fairness, title: "True-negative rate",
    plainMeaning: "Of the people or cases that should be left alone, the share that is left alone.",
    formula: """
      TN ÷ (TN + FP), with the model’s positive class. No value when no label is negative. TP, FP, \
      TN and FN count the labelled rows with a prediction: true and false positives, true and \
      false negatives.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Fairlearn true_negative_rate",
    limits: """
      In a small group chance alone moves it far: read the interval. It trusts the labels, which \
      may themselves be unfair.
      """)

  static let falseNegativeRate = MetricDefinition(
    .falseNegativeRate, family: .fairness, title: "False-negative rate",
    plainMeaning: "Of the people or cases that should be flagged, the share that is missed.",
    formula: """
      FN ÷ (FN + TP), with the model’s positive class. No value when no label is positive. TP, FP, \
      TN and FN count the labelled rows with a prediction: true and false positives, true and \
      false negatives.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "Fairlearn false_negative_rate",
    limits: """
      In a small group chance alone moves it far: read the interval. It trusts the labels, which \
      may themselves be unfair.
      """)

  static let positivePredictiveValue = MetricDefinition(
    .positivePredictiveValue, family: .fairness, title: "Positive predictive value",
    plainMeaning: "Of the people or cases that are flagged, the share that is flagged rightly.",
    formula: """
      TP ÷ (TP + FP), with the model’s positive class. No value when nothing was predicted \
      positive, where scikit-learn warns and returns 0. TP, FP, TN and FN count the labelled rows \
      with a prediction: true and false positives, true and false negatives.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "scikit-learn precision_score",
    limits: """
      In a small group chance alone moves it far: read the interval. Groups in which the outcome \
      is more common have higher values even if the model treats all alike.
      """)

  static let negativePredictiveValue = MetricDefinition(
    .negativePredictiveValue, family: .fairness, title: "Negative predictive value",
    plainMeaning: """
      Of the people or cases that are left alone, the share that is left alone rightly.
      """,
    formula: """
      TN ÷ (TN + FN), with the model’s positive class. No value when nothing was predicted \
      negative, where scikit-learn warns and returns 0. TP, FP, TN and FN count the labelled rows \
      with a prediction: true and false positives, true and false negatives.
      """,
    unit: .share, direction: .higherIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: "scikit-learn precision_score of the negative class",
    limits: """
      In a small group chance alone moves it far: read the interval. Groups in which the outcome \
      is rarer have higher values even if the model treats all alike.
      """)

  static let favourableRate = MetricDefinition(
    .favourableRate, family: .fairness, title: "Favourable rate",
    plainMeaning: "The share of people who get the answer that is good for them.",
    formula: """
      Rows whose prediction is the favourable one ÷ rows with a prediction, with or without a \
      label. No value without such a row.
      """,
    unit: .share, direction: .neutral, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.wilson,
    source: """
      Fairlearn selection_rate, with the favourable prediction in place of the positive class
      """,
    limits: """
      In a small group chance alone moves it far: read the interval. It does not tell whether the \
      answers are right.
      """)

  static let impactRatio = MetricDefinition(
    .impactRatio, family: .fairness, title: "Impact ratio",
    plainMeaning: """
      How often a group gets the good answer, compared with the group it is measured against. 1 \
      means equally often.
      """,
    formula: """
      Favourable rate of the group ÷ favourable rate of the privileged group; where none is \
      configured, of the group with the highest favourable rate in the reference, or in the period \
      when there is no reference. No value when that rate is 0, when either group has fewer rows \
      than the minimum, or for people whose attribute is unknown.
      """,
    unit: .plain, direction: .oneIsBest, lowest: 0,
    intervalMethod: IntervalMethod.logNormalOfPair,
    source: "29 CFR 1607.4(D), four-fifths rule, with a configured group in place of the highest",
    limits: """
      A ratio below 0.8 is a rule of thumb of United States employment law, not proof of \
      unfairness. Some rules divide by the highest rate of all groups instead.
      """)

  static let scoringRate = MetricDefinition(
    .scoringRate, family: .fairness, title: "Scoring rate",
    plainMeaning: "The share of a group whose score lies above the median of all scores.",
    formula: """
      Rows of the group with a score above the median ÷ rows of the group with a score, with or \
      without a label. The median is that of all rows of the period with a score, halfway between \
      the two in the middle when their number is even. A regression model’s score is its \
      prediction. No value without a score, for a model with one score for each class, and for \
      periods that were read before scores were counted by group.
      """,
    unit: .share, direction: .neutral, lowest: 0, highest: 1,
    intervalMethod: """
      Wilson interval that takes the median as given. With more than 16,384 different scores they \
      are known to 1 part in 4,096; the interval then holds the rows that are too close to the \
      median as well.
      """,
    source: "6 RCNY § 5-300 (New York City Local Law 144)",
    limits: """
      About half of all rows by its nature: it compares groups and says nothing of the level. With \
      few different scores many rows share the median, and less than half lies above. Whether a \
      high score is good for the person depends on the model.
      """)

  static let demographicParityDifference = MetricDefinition(
    .demographicParityDifference, family: .fairness, scope: .attribute,
    title: "Demographic parity difference",
    plainMeaning: """
      The widest gap between two groups in how often they get the good answer, in percentage \
      points.
      """,
    formula: """
      Largest − smallest favourable rate over the groups, rows with and without a label. Groups \
      with fewer rows than the minimum, and people whose attribute is unknown, are left out and \
      named. No value with fewer than two groups left.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.newcombe,
    source: "Fairlearn demographic_parity_difference, of the favourable prediction",
    limits: """
      It ignores whether the groups differ in the real outcome. The interval allows for its being \
      the worst of many pairs.
      """)

  static let demographicParityRatio = MetricDefinition(
    .demographicParityRatio, family: .fairness, scope: .attribute,
    title: "Demographic parity ratio",
    plainMeaning: """
      How often the worst-off group gets the good answer, compared with the best-off group. 1 \
      means equally often.
      """,
    formula: """
      Smallest ÷ largest favourable rate over the groups, rows with and without a label. No value \
      when the largest is 0, where Fairlearn returns NaN. Groups with fewer rows than the minimum, \
      and people whose attribute is unknown, are left out and named. No value with fewer than two \
      groups left.
      """,
    unit: .plain, direction: .oneIsBest, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.logNormal,
    source: "Fairlearn demographic_parity_ratio, of the favourable prediction",
    limits: """
      The limit of 0.8 comes from United States employment law and proves nothing elsewhere. The \
      interval allows for its being the worst of many pairs.
      """)

  static let equalOpportunityDifference = MetricDefinition(
    .equalOpportunityDifference, family: .fairness, scope: .attribute,
    title: "Equal opportunity difference",
    plainMeaning: """
      Among people who deserve the good answer, the widest gap between two groups in how often \
      they get it, in percentage points.
      """,
    formula: """
      Largest − smallest TP ÷ (TP + FN) over the groups, taking the favourable outcome as the \
      positive class. A group without a label of the favourable outcome is left out and named. \
      Groups with fewer rows than the minimum, and people whose attribute is unknown, are left out \
      and named. No value with fewer than two groups left.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.newcombe,
    source: """
      Fairlearn equal_opportunity_difference, of the favourable outcome; M. Hardt, E. Price, N. \
      Srebro 2016
      """,
    limits: """
      It trusts the labels, which may themselves be unfair, and ignores people who do not deserve \
      the good answer. The interval allows for its being the worst of many pairs.
      """)

  static let equalizedOddsDifference = MetricDefinition(
    .equalizedOddsDifference, family: .fairness, scope: .attribute,
    title: "Equalized odds difference",
    plainMeaning: """
      The widest gap between two groups in right or wrong good answers, in percentage points.
      """,
    formula: """
      The larger of two gaps, largest − smallest TP ÷ (TP + FN) and largest − smallest FP ÷ (FP + \
      TN) over the groups, taking the favourable outcome as the positive class. A group without \
      labels of both outcomes is left out and named. Groups with fewer rows than the minimum, and \
      people whose attribute is unknown, are left out and named. No value with fewer than two \
      groups left.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.newcombe,
    source: """
      Fairlearn equalized_odds_difference with agg=worst_case, of the favourable outcome; M. \
      Hardt, E. Price, N. Srebro 2016
      """,
    limits: """
      It trusts the labels, which may themselves be unfair. The interval allows for its being the \
      worst of many pairs.
      """)

  static let equalizedOddsRatio = MetricDefinition(
    .equalizedOddsRatio, family: .fairness, scope: .attribute, title: "Equalized odds ratio",
    plainMeaning: """
      The worst comparison of two groups in right or wrong good answers. 1 means that both groups \
      are treated alike.
      """,
    formula: """
      The smaller of two ratios, smallest ÷ largest TP ÷ (TP + FN) and smallest ÷ largest FP ÷ (FP \
      + TN) over the groups, taking the favourable outcome as the positive class. A group without \
      labels of both outcomes is left out and named. No value when one of the largest rates is 0. \
      Groups with fewer rows than the minimum, and people whose attribute is unknown, are left out \
      and named. No value with fewer than two groups left.
      """,
    unit: .plain, direction: .oneIsBest, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.logNormal,
    source: "Fairlearn equalized_odds_ratio with agg=worst_case, of the favourable outcome",
    limits: """
      When a rate is near 0 in all groups, a handful of cases makes the ratio extreme. The \
      interval allows for its being the worst of many pairs.
      """)

  static let predictiveParityDifference = MetricDefinition(
    .predictiveParityDifference, family: .fairness, scope: .attribute,
    title: "Predictive parity difference",
    plainMeaning: """
      The widest gap between two groups in how often the good answer turns out right, in \
      percentage points.
      """,
    formula: """
      Largest − smallest TP ÷ (TP + FP) over the groups, taking the favourable outcome as the \
      positive class. A group without a favourable prediction is left out and named. Groups with \
      fewer rows than the minimum, and people whose attribute is unknown, are left out and named. \
      No value with fewer than two groups left.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.newcombe,
    source: "A. Chouldechova, Big Data 5 (2017), of the favourable outcome",
    limits: """
      When groups differ in the real outcome, it cannot be 0 together with equal error rates. The \
      interval allows for its being the worst of many pairs.
      """)

  static let accuracyDifference = MetricDefinition(
    .accuracyDifference, family: .fairness, scope: .attribute, title: "Accuracy difference",
    plainMeaning: """
      The widest gap between two groups in how often the model is right, in percentage points.
      """,
    formula: """
      Largest − smallest accuracy over the groups, labelled rows with a prediction. Groups with \
      fewer rows than the minimum, and people whose attribute is unknown, are left out and named. \
      No value with fewer than two groups left.
      """,
    unit: .share, direction: .lowerIsBetter, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.newcombe,
    source: "Fairlearn accuracy_score_difference",
    limits: """
      Equal accuracy can hide that one group suffers one kind of mistake and another group the \
      other. The interval allows for its being the worst of many pairs.
      """)

  static let meanErrorDifference = MetricDefinition(
    .meanErrorDifference, family: .fairness, scope: .attribute, title: "Mean error difference",
    plainMeaning: """
      The widest gap between two groups in how much predictions are too high or too low on \
      average.
      """,
    formula: """
      Largest − smallest mean error (prediction − label) over the groups. Groups with fewer rows \
      than the minimum, and people whose attribute is unknown, are left out and named. No value \
      with fewer than two groups left.
      """,
    unit: .sameAsColumn, direction: .lowerIsBetter, lowest: 0,
    intervalMethod: IntervalMethod.welch,
    source: "Fairlearn MetricFrame difference with method=between_groups, of the mean error",
    limits: """
      A few large errors in a small group can produce it. The interval allows for its being the \
      worst of many pairs.
      """)

  static let meanAbsoluteErrorRatio = MetricDefinition(
    .meanAbsoluteErrorRatio, family: .fairness, scope: .attribute,
    title: "Mean absolute error ratio",
    plainMeaning: """
      How far off predictions are for the best-served group, compared with the worst-served. 1 \
      means equally far.
      """,
    formula: """
      Smallest ÷ largest mean absolute error over the groups. No value when the largest is 0. \
      Groups with fewer rows than the minimum, and people whose attribute is unknown, are left out \
      and named. No value with fewer than two groups left.
      """,
    unit: .plain, direction: .oneIsBest, lowest: 0, highest: 1,
    intervalMethod: IntervalMethod.logNormalOfMeans,
    source: """
      Fairlearn MetricFrame ratio with method=between_groups, of scikit-learn mean_absolute_error
      """,
    limits: """
      Groups whose real values vary more are harder to predict, whatever the model does. The \
      interval allows for its being the worst of many pairs.
      """)
}
