import Profiling
import Statistics

extension ProfileMeasurer {
  /// Performance of a binary model on the labelled rows of one slice.
  func performance(
    of outcomes: BinaryOutcomes, counts: InputProfile.SliceCounts
  ) -> [Metric: CountedEstimate] {
    var values = confusion(outcomes)
    values[.selectionRate] = share(
      counts.positivePredictions, of: counts.predictions, whenEmpty: .noRows)
    values.merge(ranking(outcomes)) { first, _ in first }
    if schema.scoreIsProbability, !schema.columns(of: .score).isEmpty {
      values.merge(probability(outcomes)) { first, _ in first }
    }
    return values
  }

  func confusion(_ outcomes: BinaryOutcomes) -> [Metric: CountedEstimate] {
    let count = outcomes.count
    let (tp, fp) = (outcomes.truePositives, outcomes.falsePositives)
    let (tn, fn) = (outcomes.trueNegatives, outcomes.falseNegatives)
    func proportion(_ part: Int, _ whole: Int, _ reason: String) -> CountedEstimate {
      share(part, of: whole, whenEmpty: count == 0 ? .noLabels : .undefined(because: reason))
    }
    return [
      .truePositiveCount: counted(tp, of: count), .falsePositiveCount: counted(fp, of: count),
      .trueNegativeCount: counted(tn, of: count), .falseNegativeCount: counted(fn, of: count),
      .accuracy: proportion(tp + tn, count, "no labels"),
      .precision: proportion(tp, tp + fp, "nothing was predicted positive"),
      .recall: proportion(tp, tp + fn, "no label is positive"),
      .specificity: proportion(tn, tn + fp, "no label is negative"),
      .prevalence: proportion(tp + fn, count, "no labels"),
      .balancedAccuracy: balancedAccuracy(outcomes),
      .f1: f1(outcomes),
      .matthewsCorrelation: matthewsCorrelation(outcomes),
    ]
  }

  private func counted(_ number: Int, of count: Int) -> CountedEstimate {
    CountedEstimate(count == 0 ? .unavailable(.noLabels) : .count(number), count)
  }

  /// Mean of recall and specificity; interval from both Wilson intervals by the square-and-add rule.
  ///
  /// Source: G. Y. Zou, A. Donner, *Statistics in Medicine* 27 (2008) 1693–1702.
  private func balancedAccuracy(_ outcomes: BinaryOutcomes) -> CountedEstimate {
    let positives = outcomes.truePositives + outcomes.falseNegatives
    let negatives = outcomes.trueNegatives + outcomes.falsePositives
    let recall = share(outcomes.truePositives, of: positives, whenEmpty: .oneClass)
    let specificity = share(outcomes.trueNegatives, of: negatives, whenEmpty: .oneClass)
    guard let one = recall.estimate.value, let other = specificity.estimate.value else {
      return CountedEstimate(
        .unavailable(outcomes.count == 0 ? .noLabels : .oneClass), outcomes.count)
    }
    let value = (one + other) / 2
    var interval: Interval?
    if let first = recall.estimate.interval, let second = specificity.estimate.interval {
      let down = hypotenuse(one - first.lower, other - second.lower) / 2
      let up = hypotenuse(first.upper - one, second.upper - other) / 2
      interval = Interval(lower: value - down, upper: value + up)
    }
    return CountedEstimate(.value(value, interval: interval), outcomes.count)
  }

  private func f1(_ outcomes: BinaryOutcomes) -> CountedEstimate {
    let denominator =
      2 * outcomes.truePositives + outcomes.falsePositives + outcomes.falseNegatives
    guard denominator > 0 else {
      return CountedEstimate(
        .unavailable(
          outcomes.count == 0
            ? .noLabels : .undefined(because: "no positive label and no positive prediction")),
        outcomes.count)
    }
    let value = 2 * Double(outcomes.truePositives) / Double(denominator)
    // F1 = 2J/(1 + J) rises with J, the share of hits among hits and errors of the positive class.
    let hits = Estimate.proportion(
      outcomes.truePositives, of: denominator - outcomes.truePositives,
      confidence: settings.confidence, whenEmpty: .noLabels)
    let interval = hits.interval.map {
      Interval(lower: 2 * $0.lower / (1 + $0.lower), upper: 2 * $0.upper / (1 + $0.upper))
    }
    return CountedEstimate(.value(value, interval: interval), outcomes.count)
  }

  private func matthewsCorrelation(_ outcomes: BinaryOutcomes) -> CountedEstimate {
    let tp = Double(outcomes.truePositives)
    let fp = Double(outcomes.falsePositives)
    let tn = Double(outcomes.trueNegatives)
    let fn = Double(outcomes.falseNegatives)
    let square = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    guard square > 0 else {
      return CountedEstimate(
        .unavailable(outcomes.count == 0 ? .noLabels : .oneClass), outcomes.count)
    }
    let value = (tp * tn - fp * fn) / square.squareRoot()
    let error = DeltaMethod.standardError(
      counts: [
        outcomes.truePositives, outcomes.falsePositives, outcomes.trueNegatives,
        outcomes.falseNegatives,
      ]
    ) { Self.correlation($0[0], $0[1], $0[2], $0[3]) }
    let interval = error.flatMap {
      Interval.correlation(
        value, standardError: $0, reach: normalReach(confidence: settings.confidence))
    }
    return CountedEstimate(.value(value, interval: interval), outcomes.count)
  }

  private static func correlation(
    _ tp: Double, _ fp: Double, _ tn: Double, _ fn: Double
  ) -> Double? {
    let square = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    return square > 0 ? (tp * tn - fp * fn) / square.squareRoot() : nil
  }

  func ranking(_ outcomes: BinaryOutcomes) -> [Metric: CountedEstimate] {
    guard !schema.columns(of: .score).isEmpty else { return [:] }
    let count = outcomes.positiveScores.total + outcomes.negativeScores.total
    guard
      let ranking = RankingSummary(
        positives: outcomes.positiveScores, negatives: outcomes.negativeScores)
    else {
      let reason = Unavailability.oneClass
      let missing = CountedEstimate(.unavailable(count == 0 ? .noLabels : reason), count)
      return [.rocAuc: missing, .averagePrecision: missing]
    }
    let area = ranking.areaUnderCurve
    let interval = ranking.standardError.map { error in
      let reach = normalReach(confidence: settings.confidence) * error + ranking.gridError
      return Interval(lower: max(0, area - reach), upper: min(1, area + reach))
    }
    return [
      .rocAuc: CountedEstimate(.value(area, interval: interval), count),
      .averagePrecision: CountedEstimate(
        .value(
          ranking.averagePrecision,
          interval: precisionInterval(
            ranking.averagePrecision, positives: outcomes.positiveScores.total)), count),
    ]
  }

  /// The logit interval with the binomial error of the positives.
  ///
  /// Source: K. Boyd, K. H. Eng, C. D. Page, *Area under the precision-recall curve: point estimates
  /// and confidence intervals*, ECML PKDD 2013.
  private func precisionInterval(_ value: Double, positives: Int) -> Interval? {
    guard value > 0, value < 1 else { return nil }
    return .logit(
      value, logitStandardError: 1 / (Double(positives) * value * (1 - value)).squareRoot(),
      reach: normalReach(confidence: settings.confidence))
  }

  private func probability(_ outcomes: BinaryOutcomes) -> [Metric: CountedEstimate] {
    let count = outcomes.logLoss.count
    return [
      .logLoss: CountedEstimate(
        .mean(of: outcomes.logLoss, confidence: settings.confidence, whenEmpty: .noLabels), count),
      .brierScore: CountedEstimate(
        .mean(of: outcomes.squaredError, confidence: settings.confidence, whenEmpty: .noLabels),
        count),
      .expectedCalibrationError: calibrationError(
        positives: outcomes.positiveScores, negatives: outcomes.negativeScores),
    ]
  }

  func calibrationError(positives: ValueCounts, negatives: ValueCounts) -> CountedEstimate {
    let error = CalibrationError(positives: positives, negatives: negatives)
    let reason = Estimate.unavailable(.noLabels)
    do {
      return CountedEstimate(
        try error.estimate(confidence: settings.confidence) ?? reason, error.count)
    } catch {
      return CountedEstimate(reason, 0)
    }
  }
}

private func hypotenuse(_ one: Double, _ other: Double) -> Double {
  (one * one + other * other).squareRoot()
}
