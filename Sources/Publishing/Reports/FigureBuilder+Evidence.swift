import Assessment
import Charting

/// Figures of what is behind the measures of one period, and of many columns over periods.
extension FigureBuilder {
  /// How many periods a map of columns reaches back.
  private static let mapReach = 12

  /// ROC and precision–recall curve; none without scores.
  var ranking: [RoleReport.Figure] {
    guard let leading = context.leading else { return [] }
    let figure = RankingFigure(
      record: leading, reference: context.reference, identity: context.identity,
      period: context.period)
    return self.figure("roc-curve") { figure.roc(id: $0, heading: $1) }
      + self.figure("precision-recall-curve") { figure.precisionRecall(id: $0, heading: $1) }
  }

  /// What came true at each level of the score.
  var calibration: [RoleReport.Figure] {
    guard let found = context.leading?.diagnostics.calibration else { return [] }
    let figure = CalibrationFigure(
      calibration: found, identity: context.identity, period: context.period)
    return self.figure("calibration") { figure.chart(id: $0, heading: $1) }
  }

  /// Labels and answers of a classifier.
  var confusion: [RoleReport.Figure] {
    guard let found = context.leading?.diagnostics.confusion else { return [] }
    let figure = ConfusionFigure(confusion: found, period: context.period)
    return self.figure("confusion") { figure.chart(id: $0, heading: $1) }
  }

  /// Sizes of errors, and errors by prediction, of a regression model.
  var errors: [RoleReport.Figure] {
    guard let leading = context.leading, let found = leading.diagnostics.errors else { return [] }
    let figure = ErrorFigure(
      errors: found, record: leading, identity: context.identity, period: context.period)
    return self.figure("error-sizes") { figure.sizes(id: $0, heading: $1) }
      + self.figure("error-by-prediction") { figure.byPrediction(id: $0, heading: $1) }
  }

  /// How long labels took to come.
  var arrival: [RoleReport.Figure] {
    let figure = ArrivalFigure(model: context.model, index: context.index)
    return self.figure("label-arrival") { figure.chart(id: $0, heading: $1) }
  }

  /// The groups of every attribute by the measure that stands for the model.
  var segments: [RoleReport.Figure] {
    guard let leading = context.leading, let metric = context.history.primary else { return [] }
    let figure = SegmentFigure(
      record: leading, metric: metric, identity: context.identity, period: context.period,
      finding: WeakestSegments(context: context).finding)
    return self.figure("groups") { figure.chart(id: $0, heading: $1) }
  }

  /// Drift of the columns over periods.
  var driftMap: [RoleReport.Figure] {
    let columns = DriftTables(context: context).ranking.map(\.name)
    let figure = HeatFigure(model: context.model, range: mapRange)
    return self.figure("drift-map") { figure.drift(columns, id: $0, heading: $1) }
  }

  /// Missing values of the columns over periods.
  var missingMap: [RoleReport.Figure] {
    let figure = HeatFigure(model: context.model, range: mapRange)
    return self.figure("missing-map") { figure.missing(id: $0, heading: $1) }
  }

  /// Response times over periods.
  var latency: [RoleReport.Figure] {
    let start = max(0, context.index + 1 - Self.reach)
    let figure = LatencyFigure(model: context.model, range: start..<context.index + 1)
    return self.figure("response-times") { figure.chart(id: $0, heading: $1) }
  }

  private var mapRange: Range<Int> {
    max(0, context.index + 1 - Self.mapReach)..<context.index + 1
  }

  /// A chart with its title drawn for the file, and outside for the page.
  private func figure(
    _ id: String, _ make: (String, ChartHeading) -> (any Chart)?
  ) -> [RoleReport.Figure] {
    guard let file = make(id, .drawn), let inline = make(id, .outside) else { return [] }
    return [RoleReport.Figure(address: "charts/\(id).svg", chart: file, inlineChart: inline)]
  }
}
