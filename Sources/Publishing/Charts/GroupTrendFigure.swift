import Assessment
import Charting
import Profiling

/// The favourable rate of the largest groups over time.
struct GroupTrendFigure {
  let context: ReportContext
  let comparison: GroupComparison

  private var metric: Metric {
    context.identity.task == .regression ? .meanError : .favourableRate
  }

  var id: String {
    FigureBuilder.identifier("group-trend", MetricKey(metric, slice: comparison.slice))
  }

  private var periods: ArraySlice<PeriodRecord> {
    let start = max(0, context.index + 1 - FigureBuilder.reach)
    return context.model.periods[start...context.index]
  }

  func chart(_ heading: ChartHeading) -> TrendChart? {
    let roles = GroupFigures.roles(of: comparison)
    let groups = roles.map(\.group)
    guard groups.count > 1, periods.count > 1 else { return nil }
    return TrendChart(
      id: ChartID(id),
      title: "\(metric.definition.title) by \(comparison.slice.attributeWords) over time",
      description: description(groups), periods: periods.map(\.period.description),
      series: roles.map(series),
      axis: metric == .favourableRate
        ? ValueAxis(format: .percent, bounds: 0...1) : ValueAxis(), heading: heading)
  }

  private func series(_ slice: Slice, _ role: SeriesRole) -> TrendSeries {
    TrendSeries(
      name: slice.groupName, role: role,
      points: periods.map { period in
        guard let record = period.leading, record.rowCount > 0,
          let value = record[MetricKey(metric, slice: slice)]
        else { return .missing() }
        let text = FigureText(record, of: context.identity).full(value)
        guard let number = value.estimate.value else {
          // A figure that is kept back is a gap: there is data.
          return TrendPoint(
            value: nil, status: value.estimate.isWithheld ? .ok : .missing, text: text)
        }
        let isFew = value.count < context.identity.minimumRows
        return TrendPoint(value: number, status: isFew ? .insufficient : .ok, text: text)
      })
  }

  private func description(_ groups: [Slice]) -> String {
    let parts = groups.compactMap { slice -> String? in
      guard let value = context.leading?[MetricKey(metric, slice: slice)],
        value.estimate.value != nil, let text = context.figure?.short(value)
      else { return nil }
      return "\(slice.groupName) \(text)"
    }
    let all = comparison.groups.count { $0.standing == .compared }
    let rest = all > groups.count ? " The \(groups.count) largest of \(all) groups are drawn." : ""
    return "In the latest \(context.noun): \(parts.joined(separator: ", ")).\(rest)"
  }
}
