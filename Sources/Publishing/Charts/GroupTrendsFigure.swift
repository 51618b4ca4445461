import Assessment
import Charting
import Profiling

/// One measure for the groups of one attribute over periods, side by side, each against all rows.
struct GroupTrendsFigure {
  let model: ModelRecord
  let metric: Metric
  let attribute: String
  let range: Range<Int>

  /// Of an attribute with more groups the largest are shown.
  private static let mostGroups = 9

  private var periods: ArraySlice<PeriodRecord> { model.periods[range] }

  func chart(id: String, heading: ChartHeading) -> SmallMultiplesChart? {
    let panels = slices.map { slice in
      TrendPanel(
        title: slice.parts.compactMap(\.value).joined(separator: ", "),
        points: periods.map { point($0, slice) })
    }
    guard panels.contains(where: { $0.points.contains { $0.value != nil } }) else { return nil }
    return SmallMultiplesChart(
      id: ChartID(id), title: "\(metric.definition.title) by \(attribute)",
      description: description(panels), periods: periods.map(\.period.description),
      panels: panels,
      common: TrendSeries(
        name: "all rows", role: .context, points: periods.map { point($0, .all) }),
      axis: ValueAxis(metric, unit: model.identity.labelUnit), heading: heading)
  }

  /// The groups with most rows over all periods, in the order of their names. The latest period alone
  /// may have but some of them: a week that has just begun knows two days.
  private var slices: [Slice] {
    var counts: [Slice: Int] = [:]
    for value in periods.compactMap(\.leading).flatMap(\.values)
    where value.key.metric == metric && value.key.slice.isGroup
      && value.key.slice.parts.map(\.attribute) == [attribute]
    {
      counts[value.key.slice, default: 0] += value.count
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostGroups)
      .map(\.key).sorted()
  }

  private func point(_ record: PeriodRecord, _ slice: Slice) -> TrendPoint {
    guard let leading = record.leading, let value = leading[MetricKey(metric, slice: slice)] else {
      return .missing()
    }
    let figure = FigureText(leading, of: model.identity)
    guard let number = value.estimate.value, !figure.suppression.hides(value) else {
      return .missing(figure.short(value))
    }
    let status = leading.finding(of: value.key)?.status
    let isFew = value.count < model.identity.minimumRows
    return TrendPoint(
      value: number,
      status: status == .breach
        ? .breach : status == .watch ? .watch : isFew ? .insufficient : .ok,
      text: figure.short(value))
  }

  /// The groups that lie furthest apart in the last period in which two have a value.
  private func description(_ panels: [TrendPanel]) -> String {
    for (offset, record) in periods.enumerated().reversed() {
      let known = panels.compactMap { panel in
        panel.points[offset].value.map { (panel.title, $0, panel.points[offset].text) }
      }
      guard known.count > 1, let low = known.min(by: { $0.1 < $1.1 }),
        let high = known.max(by: { $0.1 < $1.1 })
      else { continue }
      return "\(record.period.inWords.capitalizedFirst), \(high.0) has the highest value "
        + "(\(high.2)) and \(low.0) the lowest (\(low.2))."
    }
    return "No two groups have a value in the same period."
  }
}
