import Assessment
import Profiling

/// A measure in words for readers without statistics: what was found, not what it is called.
struct MeasureClause: Sendable {
  let key: MetricKey
  /// Unit of the label, such as `minutes`; `nil` when the configuration does not say.
  let unit: String?
  /// What the reader calls columns that are not inputs, by name; none for readers who know them.
  var names: [String: String] = [:]

  /// What was measured, in the past tense and without capital, such as
  /// `predictions were off by 13.7 on average`.
  ///
  /// - Parameters:
  ///   - text: The number as every table has it.
  ///   - value: The number itself; decides direction words and agreement in number.
  func past(_ text: String, value: Double) -> String {
    let clause =
      performance(text, value) ?? estimate(text, value) ?? fairness(text) ?? column(text)
      ?? supply(text, value) ?? "\(key.metric.inline) was \(text)"
    guard key.slice.isGroup else { return clause }
    return "\(clause) for \(key.slice.words)"
  }

  /// The number alone, where the clause before said what it is about, such as `13.1 minutes`.
  func compared(_ text: String, value: Double) -> String {
    guard key.metric == .meanError, text.contains(where: { ("1"..."9").contains($0) }) else {
      return measured(text)
    }
    return measured(text.replacing(NumberText.minus, with: ""))
      + (value > 0 ? " too high" : " too low")
  }

  /// What the measure is about, for lists, such as `the share of right answers`.
  var noun: String {
    let name = performanceNoun ?? columnNoun ?? fairnessNoun ?? supplyNoun ?? key.inlineName
    guard key.slice.isGroup else { return name }
    return "\(name) for \(key.slice.words)"
  }

  /// A number with the unit of the label, where the measure is in that unit.
  func measured(_ text: String) -> String {
    if isRetold { return NumberText.percent(text) ?? text }
    guard let unit, key.metric.definition.unit == .sameAsColumn, key.feature == nil else {
      return text
    }
    return "\(text) \(unit)"
  }

  /// True for a number that readers without statistics are told in another form: a coefficient of
  /// determination is a share of the variance, and so a percentage.
  var isRetold: Bool { key.metric == .rSquared }

  // MARK: - How good the answers were

  private func performance(_ text: String, _ value: Double) -> String? {
    let amount = measured(text)
    return switch key.metric {
    case .accuracy: "\(text) of the answers were right"
    case .balancedAccuracy:
      "\(text) of the answers were right when every outcome counts the same"
    case .precision: "\(text) of the flagged cases were flagged rightly"
    case .recall: "\(text) of the cases that should be flagged were found"
    case .specificity: "\(text) of the cases that should be left alone were left alone"
    case .rocAuc:
      "it put the right one of two cases first with a chance of \(text) (0.5 is guessing)"
    case .rocAucOvrMacro:
      "it told each class from the others with a chance of \(text) (0.5 is guessing)"
    case .averagePrecision: "the top of its list was right to \(text) (1 is perfect)"
    case .f1: "finding the right cases and raising few false alarms came to \(text) (1 is perfect)"
    case .matthewsCorrelation:
      "answers and outcomes agreed to \(text) (0 is guessing, 1 is perfect)"
    case .macroPrecision: "\(text) of its answers were right, averaged over the classes"
    case .macroRecall: "\(text) of the cases of each class were found on average"
    case .macroF1, .weightedF1:
      "finding each class and raising few false alarms came to \(text) (1 is perfect)"
    case .logLoss, .brierScore:
      "its probabilities were off by \(text) (\(key.metric.inline), 0 is perfect)"
    case .expectedCalibrationError:
      "the probabilities that it promised were off by \(text) on average"
    case .prevalence: "\(text) of the cases had the outcome that it looks for"
    case .selectionRate: "\(text) of the cases were flagged"
    case .meanAbsoluteError: "predictions were off by \(amount) on average"
    case .rootMeanSquaredError:
      "with large errors counting extra, predictions were off by \(amount)"
    case .meanError: meanError(text, value)
    case .meanAbsolutePercentageError:
      "predictions were off by \(text) of the real value on average"
    case .rSquared: determination(text, value)
    case .absoluteErrorQuantile50: "half of the predictions were off by less than \(amount)"
    case .absoluteErrorQuantile90: "nine in ten predictions were off by less than \(amount)"
    default: nil
    }
  }

  private func meanError(_ text: String, _ value: Double) -> String {
    let size = measured(text.replacing(NumberText.minus, with: ""))
    // A number that reads as nothing has no direction either.
    guard text.contains(where: { ("1"..."9").contains($0) }) else {
      return "predictions were neither too high nor too low on average"
    }
    return "predictions were \(size) too \(value > 0 ? "high" : "low") on average"
  }

  /// Below 0 it is no share of anything.
  private func determination(_ text: String, _ value: Double) -> String {
    value < 0
      ? "the model explained none of the ups and downs of the outcomes"
      : "the model explained \(measured(text)) of the ups and downs of the outcomes"
  }

  private func estimate(_ text: String, _ value: Double) -> String? {
    guard let realised = key.metric.realised else { return nil }
    let clause = MeasureClause(key: MetricKey(realised), unit: unit)
    return "by an estimate without outcomes, \(clause.past(text, value: value))"
  }

  private var performanceNoun: String? {
    if let realised = key.metric.realised {
      return "the estimate of \(MeasureClause(key: MetricKey(realised), unit: unit).noun)"
    }
    return switch key.metric {
    case .accuracy: "the share of right answers"
    case .balancedAccuracy: "the share of right answers over all outcomes"
    case .precision: "how many flagged cases are flagged rightly"
    case .recall: "how many of the cases to flag are found"
    case .specificity: "how many cases are rightly left alone"
    case .rocAuc, .rocAucOvrMacro, .averagePrecision: "how well it ranks cases"
    case .f1, .macroF1, .weightedF1: "the balance of finds and false alarms"
    case .matthewsCorrelation: "how well answers and outcomes agree"
    case .macroPrecision: "how often it names the right class"
    case .macroRecall: "how much of each class is found"
    case .logLoss, .brierScore, .expectedCalibrationError: "how honest its probabilities are"
    case .prevalence: "how common the outcome is"
    case .selectionRate: "the share of flagged cases"
    case .meanAbsoluteError, .absoluteErrorQuantile50: "how far predictions are off"
    case .rootMeanSquaredError, .absoluteErrorQuantile90: "the size of large errors"
    case .meanError: "whether predictions are too high or too low"
    case .meanAbsolutePercentageError: "by what part predictions are off"
    case .rSquared: "how much of the ups and downs is explained"
    default: nil
    }
  }

  // MARK: - Columns

  private var column: String? { key.feature.map { names[$0] ?? $0 } }

  private func column(_ text: String) -> String? {
    guard let feature = column else { return nil }
    return switch key.metric {
    case .missingShare: "\(text) of the values of \(feature) were missing"
    case .outOfRangeShare:
      "\(text) of the values of \(feature) were outside the range of the reference"
    case .newCategoryShare: "\(text) of the values of \(feature) were new categories"
    case .typeMismatchShare: "\(text) of the values of \(feature) were of the wrong type"
    default:
      key.metric.definition.family == .drift
        ? "the mix of \(feature) differed from the reference" : nil
    }
  }

  private var columnNoun: String? {
    guard let feature = column else { return nil }
    return switch key.metric {
    case .missingShare: "missing values of \(feature)"
    case .outOfRangeShare: "values of \(feature) out of range"
    case .newCategoryShare: "new categories of \(feature)"
    case .typeMismatchShare: "wrong types in \(feature)"
    default: key.metric.definition.family == .drift ? "the mix of \(feature)" : nil
    }
  }

  // MARK: - Groups

  private func fairness(_ text: String) -> String? {
    guard let attribute = key.attribute else { return nil }
    return switch key.metric {
    case .demographicParityRatio:
      "the group of \(attribute) that fared worst got the good answer \(text) times as often as "
        + "the one that fared best"
    case .demographicParityDifference:
      "groups of \(attribute) lay \(text) apart in how often they got the good answer"
    case .equalOpportunityDifference:
      "groups of \(attribute) lay \(text) apart in how often those who deserved the good answer "
        + "got it"
    case .equalizedOddsDifference, .equalizedOddsRatio, .predictiveParityDifference,
      .accuracyDifference, .meanErrorDifference, .meanAbsoluteErrorRatio:
      "\(key.metric.inline) over \(attribute) was \(text)"
    default: nil
    }
  }

  private var fairnessNoun: String? {
    guard let attribute = key.attribute else { return nil }
    return switch key.metric {
    case .demographicParityRatio, .demographicParityDifference:
      "how often groups of \(attribute) get the good answer"
    case .equalOpportunityDifference:
      "how often those who deserve the good answer get it, by \(attribute)"
    default: "how alike groups of \(attribute) are treated"
    }
  }
}

extension MetricKey {
  /// The attribute whose groups are compared; `nil` for other metrics.
  fileprivate var attribute: String? { slice.isAll || slice.isGroup ? nil : slice.words }

  /// The title with its column, without the slice.
  fileprivate var inlineName: String { MetricKey(metric, feature: feature).inlineSubject }
}
