import Assessment
import Charting
import Profiling

/// The errors of a regression model: how large they are, and for which predictions.
struct ErrorFigure {
  let errors: Diagnostics.Errors
  let record: ArmRecord
  let identity: ModelIdentity
  let period: Period

  private static let plain = NumberStyle(unit: .plain)

  private var figure: FigureText { FigureText(record, of: identity) }

  func sizes(id: String, heading: ChartHeading) -> DistributionChart {
    DistributionChart(
      id: ChartID(id), title: "Size of the errors", description: sizeDescription,
      shape: .numeric(
        errors.sizes.map { bin in
          DistributionBin(
            lowerEdge: bin.lower.map(Self.plain.text) ?? "0",
            upperEdge: bin.upper.map(Self.plain.text),
            current: bin.current, reference: bin.reference)
        }), currentName: period.description, referenceName: "reference",
      unit: "|prediction − label|, share of labelled rows", heading: heading)
  }

  /// Dots for ranges of the prediction around the mean over all rows.
  func byPrediction(id: String, heading: ChartHeading) -> DotChart? {
    let bins = errors.byPrediction.filter { $0.count >= identity.suppressBelow }
    guard bins.count > 1 else { return nil }
    let whole = record[MetricKey(.meanAbsoluteError)]
    return DotChart(
      id: ChartID(id), title: "Mean absolute error by prediction",
      description: predictionDescription(bins),
      sections: [DotSection(rows: bins.map(row))],
      axis: ValueAxis(zero: .included),
      rules: whole?.estimate.value.map {
        [DotRule(value: $0, label: "all rows \(figure.short(whole))")]
      } ?? [],
      heading: heading)
  }

  private var sizeDescription: String {
    let half = figure.short(MetricKey(.absoluteErrorQuantile50))
    let most = figure.short(MetricKey(.absoluteErrorQuantile90))
    let first = "Half of the errors are at most \(half) \(period.inWords), nine in ten \(most)."
    guard let last = errors.sizes.last, let before = last.reference, let edge = last.lower else {
      return first
    }
    let share = NumberStyle(unit: .share)
    return first + " Errors above \(Self.plain.text(edge)) make up \(share.text(last.current)), "
      + "against \(share.text(before)) in the reference."
  }

  private func predictionDescription(_ bins: [Diagnostics.Errors.Bin]) -> String {
    let known = bins.compactMap { bin in bin.meanAbsoluteError.value.map { (bin, $0) } }
    guard let low = known.min(by: { $0.1 < $1.1 }), let high = known.max(by: { $0.1 < $1.1 }) else {
      return ""
    }
    return "Predictions \(place(high.0)) are off by \(text(high.1, high.0)) on average "
      + "\(period.inWords), those \(place(low.0)) by \(text(low.1, low.0))."
  }

  /// A range after a noun, such as `above 50.1`.
  private func place(_ bin: Diagnostics.Errors.Bin) -> String {
    switch (bin.lower, bin.upper) {
    case (nil, nil), (nil, _?): "of \(range(bin))"
    case (_?, nil): range(bin)
    case (_?, _?): "from \(range(bin))"
    }
  }

  private func row(_ bin: Diagnostics.Errors.Bin) -> DotRow {
    let interval = bin.meanAbsoluteError.interval
    return DotRow(
      label: range(bin), value: bin.meanAbsoluteError.value, lower: interval?.lower,
      upper: interval?.upper, status: bin.count < identity.minimumRows ? .insufficient : .ok,
      valueText: bin.meanAbsoluteError.value.map { text($0, bin) },
      intervalText: interval.map { "\(text($0.lower, bin)) to \(text($0.upper, bin))" },
      note: Plural.count(bin.count, "row"))
  }

  /// A number in the digits that the mean of a bin carries.
  private func text(_ number: Double, _ bin: Diagnostics.Errors.Bin) -> String {
    let estimate = bin.meanAbsoluteError
    return Self.plain.text(
      number,
      decimals: estimate.value.flatMap { Self.plain.decimals(of: $0, within: estimate.interval) })
  }

  private func range(_ bin: Diagnostics.Errors.Bin) -> String {
    switch (bin.lower, bin.upper) {
    case (nil, nil): "any size"
    case (nil, let upper?): "at most \(Self.plain.text(upper))"
    case (let lower?, nil): "above \(Self.plain.text(lower))"
    case (let lower?, let upper?): "\(Self.plain.text(lower)) to \(Self.plain.text(upper))"
    }
  }
}
