import Assessment
import Profiling

/// What an expectation on a metric has to name besides the metric.
enum MetricSubject {
  /// Nothing: the metric is about the rows of a model.
  case model
  /// A column.
  case feature
  /// A protected attribute, whose groups are compared.
  case attribute
  /// Nothing, or a protected attribute when it is to hold for each of its groups.
  case group
}

extension Metric {
  var subject: MetricSubject {
    switch self {
    case .missingShare, .outOfRangeShare, .newCategoryShare, .typeMismatchShare, .mean,
      .standardDeviation, .minimum, .maximum, .quantile05, .quantile50, .quantile95,
      .distinctCount, .ksStatistic, .ksPValue, .chiSquaredStatistic, .chiSquaredPValue, .psi,
      .jensenShannonDistance, .klDivergence, .hellingerDistance, .totalVariationDistance,
      .wassersteinDistance, .normalisedWassersteinDistance:
      .feature
    case .demographicParityDifference, .demographicParityRatio, .equalOpportunityDifference,
      .equalizedOddsDifference, .equalizedOddsRatio, .predictiveParityDifference,
      .accuracyDifference, .meanErrorDifference, .meanAbsoluteErrorRatio:
      .attribute
    case .truePositiveRate, .falsePositiveRate, .trueNegativeRate, .falseNegativeRate,
      .positivePredictiveValue, .negativePredictiveValue, .favourableRate, .impactRatio,
      .scoringRate:
      .group
    case .rowCount, .labelCount, .labelCoverage, .labelDelayDaysP50, .duplicateIdCount,
      .malformedRowCount, .driftedFeatureShare, .accuracy, .balancedAccuracy, .precision, .recall,
      .specificity, .f1, .matthewsCorrelation, .rocAuc, .averagePrecision, .logLoss, .brierScore,
      .expectedCalibrationError, .prevalence, .selectionRate, .truePositiveCount,
      .falsePositiveCount, .trueNegativeCount, .falseNegativeCount, .macroPrecision, .macroRecall,
      .macroF1, .weightedF1, .rocAucOvrMacro, .meanAbsoluteError, .rootMeanSquaredError,
      .meanError, .meanAbsolutePercentageError, .rSquared, .absoluteErrorQuantile50,
      .absoluteErrorQuantile90, .estimatedAccuracy, .estimatedBalancedAccuracy,
      .estimatedPrecision, .estimatedRecall, .estimatedF1, .estimatedRocAuc,
      .estimatedMacroPrecision, .estimatedMacroRecall, .estimatedMacroF1, .estimatedWeightedF1,
      .estimatedRocAucOvrMacro, .estimatedMeanAbsoluteError,
      .estimatedRootMeanSquaredError, .requestCount, .errorShare, .latencyMsP50, .latencyMsP95,
      .latencyMsP99:
      .model
    }
  }

  /// The tasks for which the metric can have a value.
  ///
  /// A metric of binary models counts for multiclass ones too, since it exists for each class.
  var tasks: [Profiling.Task] {
    switch self {
    case .meanAbsoluteError, .rootMeanSquaredError, .meanError, .meanAbsolutePercentageError,
      .rSquared, .absoluteErrorQuantile50, .absoluteErrorQuantile90, .estimatedMeanAbsoluteError,
      .estimatedRootMeanSquaredError, .meanErrorDifference, .meanAbsoluteErrorRatio:
      [.regression]
    case .macroPrecision, .macroRecall, .macroF1, .weightedF1, .rocAucOvrMacro,
      .estimatedMacroPrecision, .estimatedMacroRecall, .estimatedMacroF1, .estimatedWeightedF1,
      .estimatedRocAucOvrMacro:
      [.multiclass]
    case .accuracy, .balancedAccuracy, .precision, .recall, .specificity, .f1,
      .matthewsCorrelation, .rocAuc, .averagePrecision, .logLoss, .brierScore,
      .expectedCalibrationError, .prevalence, .selectionRate, .truePositiveCount,
      .falsePositiveCount, .trueNegativeCount, .falseNegativeCount, .estimatedAccuracy,
      .estimatedBalancedAccuracy, .estimatedPrecision, .estimatedRecall, .estimatedF1,
      .estimatedRocAuc, .truePositiveRate,
      .falsePositiveRate, .trueNegativeRate, .falseNegativeRate, .positivePredictiveValue,
      .negativePredictiveValue, .favourableRate, .impactRatio, .demographicParityDifference,
      .demographicParityRatio, .equalOpportunityDifference, .equalizedOddsDifference,
      .equalizedOddsRatio, .predictiveParityDifference, .accuracyDifference:
      [.binary, .multiclass]
    default: Profiling.Task.allCases
    }
  }
}
