import Profiling
import Statistics

extension PerformanceEstimator {
  private static let lossMetrics: [Metric] = [
    .estimatedMeanAbsoluteError, .estimatedRootMeanSquaredError,
  ]

  /// Expected errors of a regression model.
  func regression(_ input: InputProfile) -> [MetricValue] {
    let summary = predictions(of: input)
    let count = summary?.count ?? 0
    func all(_ reason: Unavailability) -> [MetricValue] {
      Self.lossMetrics.map { MetricValue(MetricKey($0), .unavailable(reason), count: count) }
    }
    if let reason = obstacle(to: summary, input: input) { return all(reason) }
    guard let summary, let losses, let anchors = schema.predictionAnchors else {
      return all(.noReference)
    }
    let cells = CellCounts(anchors: anchors, summary: summary)
    let beyond = cells.countOutside(losses.predictions) ?? 0
    guard Double(beyond) <= Self.toleratedShareBeyond * Double(count) else {
      return all(notEstimated(because: "the predictions lie beyond what the reference has seen"))
    }
    let counts = cells.binned(losses.edges)
    guard let absolute = losses.expected(\.absoluteError, counts: counts),
      let squared = losses.expected(\.squaredError, counts: counts)
    else {
      return all(
        notEstimated(because: "predictions fall where the reference has next to no labels"))
    }
    return [
      MetricValue(
        MetricKey(.estimatedMeanAbsoluteError), estimate(.estimatedMeanAbsoluteError, absolute),
        count: count),
      MetricValue(MetricKey(.estimatedRootMeanSquaredError), root(squared), count: count),
    ]
  }

  /// The root of an expected square, with the roots of its bounds.
  private func root(_ squared: ExpectedOutcomes.Expected) -> Estimate {
    let square = estimate(.estimatedRootMeanSquaredError, squared)
    let interval = square.interval.map {
      Interval(lower: max(0, $0.lower).squareRoot(), upper: $0.upper.squareRoot())
    }
    return .value(squared.value.squareRoot(), interval: interval)
  }

  private func predictions(of input: InputProfile) -> NumericSummary? {
    guard let column = schema.columns(of: .prediction).first,
      case .numeric(let summary)? = input.columns[column.name]
    else { return nil }
    return summary
  }

  private func obstacle(
    to predictions: NumericSummary?, input: InputProfile
  ) -> Unavailability? {
    guard let reference else { return .noReference }
    guard let losses else {
      return notEstimated(
        because: reference.outcome.labelCount == 0
          ? "the reference has no labels"
          : "the reference has no predictions beside its labels")
    }
    guard losses.labelledCount > 0 else { return notEstimated(because: Self.countedEarlier) }
    guard losses.labelledCount >= settings.minimumRows else {
      return notEstimated(
        because: "the reference has only \(losses.labelledCount) labelled rows, "
          + "\(settings.minimumRows) needed")
    }
    guard input.rowCount > 0 else { return .noRows }
    guard let predictions, predictions.count > 0 else { return .noValues }
    guard predictions.count >= settings.minimumRows else {
      return .tooFewRows(count: predictions.count, minimum: settings.minimumRows)
    }
    return nil
  }
}

extension LossModel {
  /// What the labelled rows of a reference teach; `nil` when no row has prediction and label.
  init?(reference: Profile, schema: ModelSchema) {
    guard case .regression(let outcomes)? = reference.outcome.slices[.all]?.outcomes,
      outcomes.count > 0, let column = schema.columns(of: .prediction).first,
      case .numeric(let anchors) = column.kind,
      case .numeric(let predictions)? = reference.input.columns[column.name]
    else { return nil }
    self.init(
      edges: anchors.lossEdges, table: reference.outcome.losses, predictions: predictions)
  }
}
