import Assessment
import Charting
import Profiling

/// Response times over periods: the usual one, the slow ones and the slowest.
struct LatencyFigure {
  let model: ModelRecord
  let range: Range<Int>

  private static let lines: [(metric: Metric, name: String, role: SeriesRole)] = [
    (.latencyMsP95, "95 % are faster", .primary), (.latencyMsP50, "half are faster", .secondary),
    (.latencyMsP99, "99 % are faster", .tertiary),
  ]

  private var periods: ArraySlice<PeriodRecord> { model.periods[range] }

  /// - Returns: `nil` for a model whose log has no response times.
  func chart(id: String, heading: ChartHeading) -> TrendChart? {
    let series = Self.lines.map { line in
      TrendSeries(
        name: line.name, role: line.role, points: periods.map { point($0, line.metric) })
    }
    guard series.contains(where: { $0.points.contains { $0.value != nil } }) else { return nil }
    return TrendChart(
      id: ChartID(id), title: "Response times", description: description,
      periods: periods.map(\.period.description), series: series,
      axis: ValueAxis(format: .number(unit: "milliseconds"), zero: .included), heading: heading)
  }

  private func point(_ record: PeriodRecord, _ metric: Metric) -> TrendPoint {
    guard let leading = record.leading, let value = leading[MetricKey(metric)],
      let number = value.estimate.value
    else { return .missing() }
    let status = leading.finding(of: value.key)?.status
    return TrendPoint(
      value: number, lower: value.estimate.interval?.lower, upper: value.estimate.interval?.upper,
      status: status == .breach ? .breach : status == .watch ? .watch : .ok,
      text: FigureText(leading, of: model.identity).short(value))
  }

  private var description: String {
    guard let last = periods.last, let leading = last.leading else { return "" }
    let texts = Self.lines.compactMap { line in
      leading[MetricKey(line.metric)]?.estimate.value.map { _ in
        FigureText(leading, of: model.identity).short(MetricKey(line.metric))
      }
    }
    guard texts.count == Self.lines.count else {
      return "No response times \(last.period.inWords)."
    }
    return "Half of the requests \(last.period.inWords) took at most \(texts[1]), 95 % at most "
      + "\(texts[0]) and 99 % at most \(texts[2])."
  }
}
