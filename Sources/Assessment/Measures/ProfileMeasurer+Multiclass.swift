import Profiling
import Statistics

extension ProfileMeasurer {
  /// Performance of a model with several classes on the labelled rows of one slice.
  func performance(of outcomes: MulticlassOutcomes) -> [Metric: CountedEstimate] {
    let table = ConfusionTable(outcomes)
    let count = table.total
    func averaged(_ function: @escaping (ConfusionTable.Shares) -> Double?) -> CountedEstimate {
      averagedEstimate(table, function)
    }
    var values: [Metric: CountedEstimate] = [
      .accuracy: share(table.correct, of: count, whenEmpty: .noLabels),
      .balancedAccuracy: averaged { $0.meanRecallOverLabels },
      .macroPrecision: averaged { $0.mean { $0.precision } },
      .macroRecall: averaged { $0.mean { $0.recall } },
      .macroF1: averaged { $0.mean { $0.f1 } },
      .weightedF1: averaged { $0.weightedF1 },
    ]
    guard !schema.scoreClasses.isEmpty else { return values }
    values[.rocAucOvrMacro] = macroArea(outcomes)
    if schema.scoreIsProbability {
      values[.logLoss] = CountedEstimate(
        .mean(of: outcomes.logLoss, confidence: settings.confidence, whenEmpty: .noLabels),
        outcomes.logLoss.count)
    }
    return values
  }

  /// Each class against the rest, under the slice `class=NAME`.
  func classPerformance(of outcomes: MulticlassOutcomes) -> [MetricValue] {
    let table = ConfusionTable(outcomes)
    let named = Set(table.classes).union(schema.scoreClasses)
    return named.sorted().flatMap { name -> [MetricValue] in
      let slice = Slice.where("class", name)
      let binary = table.oneAgainstRest(name, of: outcomes)
      var values = confusion(binary)
      values.merge(ranking(binary)) { first, _ in first }
      if schema.scoreIsProbability, !schema.scoreClasses.isEmpty {
        values[.expectedCalibrationError] = calibrationError(
          positives: binary.positiveScores, negatives: binary.negativeScores)
      }
      return values.map { metric, measured in
        MetricValue(MetricKey(metric, slice: slice), measured.estimate, count: measured.count)
      }
    }
  }

  private func averagedEstimate(
    _ table: ConfusionTable, _ function: @escaping (ConfusionTable.Shares) -> Double?
  ) -> CountedEstimate {
    let count = table.total
    guard count > 0, let value = function(table.shares(table.cells.map(Double.init))) else {
      return CountedEstimate(.unavailable(.noLabels), count)
    }
    let error = DeltaMethod.standardError(counts: table.cells) { function(table.shares($0)) }
    let interval = error.map {
      Interval.around(
        value, reach: normalReach(confidence: settings.confidence) * $0, within: 0...1)
    }
    return CountedEstimate(.value(value, interval: interval), count)
  }

  /// The mean of the areas of all classes.
  ///
  /// The areas come from the same rows; their errors are added as though they moved together, which
  /// makes the interval at least as wide as it has to be.
  private func macroArea(_ outcomes: MulticlassOutcomes) -> CountedEstimate {
    let count = outcomes.rankings.values.map { $0.positives.total }.reduce(0, +)
    guard count > 0 else { return CountedEstimate(.unavailable(.noLabels), 0) }
    let summaries = schema.scoreClasses.compactMap { name in
      outcomes.rankings[name].flatMap {
        RankingSummary(positives: $0.positives, negatives: $0.negatives)
      }
    }
    guard summaries.count == schema.scoreClasses.count else {
      return CountedEstimate(
        .unavailable(.undefined(because: "a class does not occur among the labels")), count)
    }
    let size = Double(summaries.count)
    let value = summaries.reduce(0) { $0 + $1.areaUnderCurve } / size
    let errors = summaries.compactMap(\.standardError)
    var interval: Interval?
    if errors.count == summaries.count {
      let gridError = summaries.map(\.gridError).max() ?? 0
      let reach =
        normalReach(confidence: settings.confidence) * errors.reduce(0, +) / size + gridError
      interval = .around(value, reach: reach, within: 0...1)
    }
    return CountedEstimate(.value(value, interval: interval), count)
  }
}

/// The confusion matrix of a model with several classes.
struct ConfusionTable {
  /// Classes that occur as label or prediction, in order of their names.
  let classes: [String]
  /// Rows by label and prediction, label first.
  let cells: [Int]

  init(_ outcomes: MulticlassOutcomes) {
    let names = Set(outcomes.confusion.keys.flatMap { [$0.label, $0.predicted] }).sorted()
    classes = names
    cells = names.flatMap { label in
      names.map { predicted in
        outcomes.confusion[MulticlassOutcomes.Pair(label: label, predicted: predicted), default: 0]
      }
    }
  }

  var total: Int { cells.reduce(0, +) }

  var correct: Int { classes.indices.reduce(0) { $0 + cells[$1 * classes.count + $1] } }

  /// One class against the rest, with its scores; of a class that does not occur all rows are true
  /// negatives.
  ///
  /// - Parameter outcomes: Those that the table was made of.
  func oneAgainstRest(_ name: String, of outcomes: MulticlassOutcomes) -> BinaryOutcomes {
    let (hits, labelled, predicted) = counts(of: name)
    var binary = BinaryOutcomes(
      truePositives: hits, falsePositives: predicted - hits,
      trueNegatives: total - labelled - predicted + hits, falseNegatives: labelled - hits)
    if let ranking = outcomes.rankings[name] {
      binary.setScores(positives: ranking.positives, negatives: ranking.negatives)
    }
    return binary
  }

  /// Rows of one class: those that were right, those with its label and those with it predicted.
  private func counts(of name: String) -> (hits: Int, labelled: Int, predicted: Int) {
    guard let position = classes.firstIndex(of: name) else { return (0, 0, 0) }
    return (
      cells[position * classes.count + position],
      classes.indices.reduce(0) { $0 + cells[position * classes.count + $1] },
      classes.indices.reduce(0) { $0 + cells[$1 * classes.count + position] }
    )
  }

  func shares(_ weights: [Double]) -> Shares {
    Shares(size: classes.count, weights: weights)
  }

  /// The same table with real weights, for derivatives.
  struct Shares {
    /// One class: its hits, its labelled rows and its predicted rows.
    struct Class {
      let hits: Double
      let labelled: Double
      let predicted: Double

      // A quotient without a denominator counts as 0 in an average, as in scikit-learn.
      var precision: Double { predicted > 0 ? hits / predicted : 0 }
      var recall: Double { labelled > 0 ? hits / labelled : 0 }
      var f1: Double { labelled + predicted > 0 ? 2 * hits / (labelled + predicted) : 0 }
    }

    private let list: [Class]

    init(size: Int, weights: [Double]) {
      list = (0..<size).map { index in
        Class(
          hits: weights[index * size + index],
          labelled: (0..<size).reduce(0) { $0 + weights[index * size + $1] },
          predicted: (0..<size).reduce(0) { $0 + weights[$1 * size + index] })
      }
    }

    func mean(_ quantity: (Class) -> Double) -> Double? {
      list.isEmpty ? nil : list.reduce(0) { $0 + quantity($1) } / Double(list.count)
    }

    /// Over the classes that occur as labels, as in scikit-learn's `balanced_accuracy_score`.
    var meanRecallOverLabels: Double? {
      let labelled = list.filter { $0.labelled > 0 }
      return labelled.isEmpty
        ? nil : labelled.reduce(0) { $0 + $1.recall } / Double(labelled.count)
    }

    var weightedF1: Double? {
      let total = list.reduce(0) { $0 + $1.labelled }
      return total > 0 ? list.reduce(0) { $0 + $1.f1 * $1.labelled } / total : nil
    }
  }
}
