/// Every metric that Broadsheet knows, by the name that configuration, export and pages use.
///
/// The cases stand in the order in which exports and tables list them. What a metric means, which
/// way is good and where its formula comes from stands in ``MetricDefinition``.
package enum Metric: String, CaseIterable, Sendable, Codable, Comparable {
  // volume
  case rowCount = "row_count"
  case labelCount = "label_count"
  case labelCoverage = "label_coverage"
  case labelDelayDaysP50 = "label_delay_days_p50"
  case duplicateIdCount = "duplicate_id_count"
  case malformedRowCount = "malformed_row_count"
  // quality
  case missingShare = "missing_share"
  case outOfRangeShare = "out_of_range_share"
  case newCategoryShare = "new_category_share"
  case typeMismatchShare = "type_mismatch_share"
  case mean
  case standardDeviation = "standard_deviation"
  case minimum
  case maximum
  case quantile05 = "quantile_05"
  case quantile50 = "quantile_50"
  case quantile95 = "quantile_95"
  case distinctCount = "distinct_count"
  // drift
  case ksStatistic = "ks_statistic"
  case ksPValue = "ks_p_value"
  case chiSquaredStatistic = "chi_squared_statistic"
  case chiSquaredPValue = "chi_squared_p_value"
  case psi
  case jensenShannonDistance = "jensen_shannon_distance"
  case klDivergence = "kl_divergence"
  case hellingerDistance = "hellinger_distance"
  case totalVariationDistance = "total_variation_distance"
  case wassersteinDistance = "wasserstein_distance"
  case normalisedWassersteinDistance = "normalised_wasserstein_distance"
  case driftedFeatureShare = "drifted_feature_share"
  // classification
  case accuracy
  case balancedAccuracy = "balanced_accuracy"
  case precision
  case recall
  case specificity
  case f1
  case matthewsCorrelation = "matthews_correlation"
  case rocAuc = "roc_auc"
  case averagePrecision = "average_precision"
  case logLoss = "log_loss"
  case brierScore = "brier_score"
  case expectedCalibrationError = "expected_calibration_error"
  case prevalence
  case selectionRate = "selection_rate"
  case truePositiveCount = "true_positive_count"
  case falsePositiveCount = "false_positive_count"
  case trueNegativeCount = "true_negative_count"
  case falseNegativeCount = "false_negative_count"
  case macroPrecision = "macro_precision"
  case macroRecall = "macro_recall"
  case macroF1 = "macro_f1"
  case weightedF1 = "weighted_f1"
  case rocAucOvrMacro = "roc_auc_ovr_macro"
  // regression
  case meanAbsoluteError = "mean_absolute_error"
  case rootMeanSquaredError = "root_mean_squared_error"
  case meanError = "mean_error"
  case meanAbsolutePercentageError = "mean_absolute_percentage_error"
  case rSquared = "r_squared"
  case absoluteErrorQuantile50 = "absolute_error_quantile_50"
  case absoluteErrorQuantile90 = "absolute_error_quantile_90"
  // estimated
  case estimatedAccuracy = "estimated_accuracy"
  case estimatedBalancedAccuracy = "estimated_balanced_accuracy"
  case estimatedPrecision = "estimated_precision"
  case estimatedRecall = "estimated_recall"
  case estimatedF1 = "estimated_f1"
  case estimatedRocAuc = "estimated_roc_auc"
  case estimatedMacroPrecision = "estimated_macro_precision"
  case estimatedMacroRecall = "estimated_macro_recall"
  case estimatedMacroF1 = "estimated_macro_f1"
  case estimatedWeightedF1 = "estimated_weighted_f1"
  case estimatedRocAucOvrMacro = "estimated_roc_auc_ovr_macro"
  case estimatedMeanAbsoluteError = "estimated_mean_absolute_error"
  case estimatedRootMeanSquaredError = "estimated_root_mean_squared_error"
  // fairness
  case truePositiveRate = "true_positive_rate"
  case falsePositiveRate = "false_positive_rate"
  case trueNegativeRate = "true_negative_rate"
  case falseNegativeRate = "false_negative_rate"
  case positivePredictiveValue = "positive_predictive_value"
  case negativePredictiveValue = "negative_predictive_value"
  case favourableRate = "favourable_rate"
  case impactRatio = "impact_ratio"
  case scoringRate = "scoring_rate"
  case demographicParityDifference = "demographic_parity_difference"
  case demographicParityRatio = "demographic_parity_ratio"
  case equalOpportunityDifference = "equal_opportunity_difference"
  case equalizedOddsDifference = "equalized_odds_difference"
  case equalizedOddsRatio = "equalized_odds_ratio"
  case predictiveParityDifference = "predictive_parity_difference"
  case accuracyDifference = "accuracy_difference"
  case meanErrorDifference = "mean_error_difference"
  case meanAbsoluteErrorRatio = "mean_absolute_error_ratio"
  // operations
  case requestCount = "request_count"
  case errorShare = "error_share"
  case latencyMsP50 = "latency_ms_p50"
  case latencyMsP95 = "latency_ms_p95"
  case latencyMsP99 = "latency_ms_p99"

  /// The order of declaration.
  package static func < (left: Metric, right: Metric) -> Bool {
    left.rank < right.rank
  }

  /// Position in the catalogue.
  package var rank: Int { Self.ranks[self] ?? Self.allCases.count }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
