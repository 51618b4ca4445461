/// The meaning of every metric, in the order in which exports and tables list them.
package enum MetricCatalogue {
  /// One definition for each metric.
  package static let all: [MetricDefinition] = Metric.allCases.map(\.definition)

  /// The definitions of one family, in the order of the catalogue.
  package static func of(family: MetricDefinition.Family) -> [MetricDefinition] {
    all.filter { $0.family == family }
  }
}

extension Metric {
  /// What this metric means, how it is computed and when not to trust it.
  ///
  /// A switch instead of a table: a metric without a definition does not compile.
  package var definition: MetricDefinition {
    switch self {
    case .rowCount: .rowCount
    case .labelCount: .labelCount
    case .labelCoverage: .labelCoverage
    case .labelDelayDaysP50: .labelDelayDaysP50
    case .duplicateIdCount: .duplicateIdCount
    case .malformedRowCount: .malformedRowCount
    case .missingShare: .missingShare
    case .outOfRangeShare: .outOfRangeShare
    case .newCategoryShare: .newCategoryShare
    case .typeMismatchShare: .typeMismatchShare
    case .mean: .mean
    case .standardDeviation: .standardDeviation
    case .minimum: .minimum
    case .maximum: .maximum
    case .quantile05: .quantile05
    case .quantile50: .quantile50
    case .quantile95: .quantile95
    case .distinctCount: .distinctCount
    case .ksStatistic: .ksStatistic
    case .ksPValue: .ksPValue
    case .chiSquaredStatistic: .chiSquaredStatistic
    case .chiSquaredPValue: .chiSquaredPValue
    case .psi: .psi
    case .jensenShannonDistance: .jensenShannonDistance
    case .klDivergence: .klDivergence
    case .hellingerDistance: .hellingerDistance
    case .totalVariationDistance: .totalVariationDistance
    case .wassersteinDistance: .wassersteinDistance
    case .normalisedWassersteinDistance: .normalisedWassersteinDistance
    case .driftedFeatureShare: .driftedFeatureShare
    case .accuracy: .accuracy
    case .balancedAccuracy: .balancedAccuracy
    case .precision: .precision
    case .recall: .recall
    case .specificity: .specificity
    case .f1: .f1
    case .matthewsCorrelation: .matthewsCorrelation
    case .rocAuc: .rocAuc
    case .averagePrecision: .averagePrecision
    case .logLoss: .logLoss
    case .brierScore: .brierScore
    case .expectedCalibrationError: .expectedCalibrationError
    case .prevalence: .prevalence
    case .selectionRate: .selectionRate
    case .truePositiveCount: .truePositiveCount
    case .falsePositiveCount: .falsePositiveCount
    case .trueNegativeCount: .trueNegativeCount
    case .falseNegativeCount: .falseNegativeCount
    case .macroPrecision: .macroPrecision
    case .macroRecall: .macroRecall
    case .macroF1: .macroF1
    case .weightedF1: .weightedF1
    case .rocAucOvrMacro: .rocAucOvrMacro
    case .meanAbsoluteError: .meanAbsoluteError
    case .rootMeanSquaredError: .rootMeanSquaredError
    case .meanError: .meanError
    case .meanAbsolutePercentageError: .meanAbsolutePercentageError
    case .rSquared: .rSquared
    case .absoluteErrorQuantile50: .absoluteErrorQuantile50
    case .absoluteErrorQuantile90: .absoluteErrorQuantile90
    case .estimatedAccuracy: .estimatedAccuracy
    case .estimatedBalancedAccuracy: .estimatedBalancedAccuracy
    case .estimatedPrecision: .estimatedPrecision
    case .estimatedRecall: .estimatedRecall
    case .estimatedF1: .estimatedF1
    case .estimatedRocAuc: .estimatedRocAuc
    case .estimatedMacroPrecision: .estimatedMacroPrecision
    case .estimatedMacroRecall: .estimatedMacroRecall
    case .estimatedMacroF1: .estimatedMacroF1
    case .estimatedWeightedF1: .estimatedWeightedF1
    case .estimatedRocAucOvrMacro: .estimatedRocAucOvrMacro
    case .estimatedMeanAbsoluteError: .estimatedMeanAbsoluteError
    case .estimatedRootMeanSquaredError: .estimatedRootMeanSquaredError
    case .truePositiveRate: .truePositiveRate
    case .falsePositiveRate: .falsePositiveRate
    case .trueNegativeRate: .trueNegativeRate
    case .falseNegativeRate: .falseNegativeRate
    case .positivePredictiveValue: .positivePredictiveValue
    case .negativePredictiveValue: .negativePredictiveValue
    case .favourableRate: .favourableRate
    case .impactRatio: .impactRatio
    case .scoringRate: .scoringRate
    case .demographicParityDifference: .demographicParityDifference
    case .demographicParityRatio: .demographicParityRatio
    case .equalOpportunityDifference: .equalOpportunityDifference
    case .equalizedOddsDifference: .equalizedOddsDifference
    case .equalizedOddsRatio: .equalizedOddsRatio
    case .predictiveParityDifference: .predictiveParityDifference
    case .accuracyDifference: .accuracyDifference
    case .meanErrorDifference: .meanErrorDifference
    case .meanAbsoluteErrorRatio: .meanAbsoluteErrorRatio
    case .requestCount: .requestCount
    case .errorShare: .errorShare
    case .latencyMsP50: .latencyMsP50
    case .latencyMsP95: .latencyMsP95
    case .latencyMsP99: .latencyMsP99
    }
  }
}
