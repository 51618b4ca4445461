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

  /// One group over the periods.
  private struct Group {
    let slice: Slice
    let points: [TrendPoint]
    /// Rows behind its values, over all periods.
    let rows: Int
    /// Whether figures of it are kept back in any period.
    let isWithheld: Bool

    var isDrawn: Bool { points.contains { $0.value != nil } }
  }

  func chart(id: String, heading: ChartHeading) -> SmallMultiplesChart? {
    let all = groups
    let drawn = all.filter(\.isDrawn)
    guard !drawn.isEmpty else { return nil }
    // The latest period alone may have but some of them: a week that has just begun knows two days.
    let order = GroupOrder(drawn.map(\.slice))
    let largest = drawn.sorted { ($1.rows, $0.slice) < ($0.rows, $1.slice) }
      .prefix(Self.mostGroups).sorted { order.precedes($0.slice, $1.slice) }
    let panels = largest.map { group in
      TrendPanel(
        title: group.slice.parts.compactMap(\.value).joined(separator: ", "), points: group.points)
    }
    let sentences = [apart(panels), rest(all, drawn: drawn.count, shown: panels.count)]
    return SmallMultiplesChart(
      id: ChartID(id), title: "\(metric.definition.title) by \(attribute)",
      description: sentences.compactMap { $0 }.joined(separator: " "),
      periods: periods.map(\.period.description), panels: panels,
      common: TrendSeries(
        name: "all rows", role: .context, points: periods.map { point($0, .all) }),
      axis: ValueAxis(metric, unit: model.identity.labelUnit), heading: heading)
  }

  /// Every group of the attribute that any of the periods knows.
  private var groups: [Group] {
    var values: [Slice: [MetricValue]] = [:]
    for value in periods.compactMap(\.leading).flatMap({ $0.groupValues(of: metric) })
    where value.key.slice.parts.map(\.attribute) == [attribute] {
      values[value.key.slice, default: []].append(value)
    }
    return values.map { slice, values in
      Group(
        slice: slice, points: periods.map { point($0, slice) },
        rows: values.reduce(0) { $0 + $1.count },
        isWithheld: values.contains(where: \.estimate.isWithheld))
    }
  }

  /// Who has no panel, by number: a box without a line would tell no more.
  private func rest(_ all: [Group], drawn: Int, shown: Int) -> String? {
    let empty = all.filter { !$0.isDrawn }
    let hidden = empty.count(where: \.isWithheld)
    let valueless = empty.count - hidden
    let sentences = [
      drawn > shown ? "The \(shown) largest of \(drawn) groups are drawn." : nil,
      hidden > 0
        ? "The figures of \(Plural.count(hidden, "more group")) are not published." : nil,
      valueless > 0
        ? "\(Plural.count(valueless, "more group")) \(valueless == 1 ? "has" : "have") no value."
        : nil,
    ].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
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
  private func apart(_ panels: [TrendPanel]) -> String {
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
