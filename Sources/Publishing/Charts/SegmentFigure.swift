import Assessment
import Charting
import Profiling

/// The groups of each single attribute around the value over all rows.
struct SegmentFigure {
  let record: ArmRecord
  let metric: Metric
  let identity: ModelIdentity
  let period: Period
  /// What the figure shows, in a sentence.
  let finding: String

  /// Of an attribute with more groups the largest are shown.
  private static let mostGroups = 12

  private var figure: FigureText { FigureText(record, of: identity) }

  func chart(id: String, heading: ChartHeading) -> DotChart? {
    let sections = self.sections
    guard sections.contains(where: { $0.rows.contains { $0.value != nil } }) else { return nil }
    let whole = record[MetricKey(metric)]
    return DotChart(
      id: ChartID(id), title: "\(metric.definition.title) by group",
      description: finding, sections: sections,
      axis: ValueAxis(metric, unit: identity.labelUnit),
      rules: whole?.estimate.value.map {
        [DotRule(value: $0, label: "all rows \(figure.short(whole))")]
      } ?? [], heading: heading)
  }

  private var sections: [DotSection] {
    let values = record.groupValues(of: metric).filter {
      $0.key.slice.parts[0].attribute != "class"
    }
    var attributes: [String] = []
    for value in values where !attributes.contains(value.key.slice.parts[0].attribute) {
      attributes.append(value.key.slice.parts[0].attribute)
    }
    return attributes.map { attribute in
      let groups = values.filter { $0.key.slice.parts[0].attribute == attribute }
      let order = GroupOrder(groups.map(\.key.slice))
      let largest = groups.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
        .prefix(Self.mostGroups).sorted { order.precedes($0.key.slice, $1.key.slice) }
      let title =
        groups.count > largest.count
        ? "\(attribute), the \(largest.count) largest of \(groups.count) groups" : attribute
      return DotSection(title: title, rows: largest.map(row))
    }
  }

  private func row(_ value: MetricValue) -> DotRow {
    let name = value.key.slice.parts.compactMap(\.value).joined(separator: ", ")
    guard let number = value.estimate.value, !figure.suppression.hides(value) else {
      let isHidden = figure.suppression.hides(value)
      let count = figure.suppression.countText(value)
      return DotRow(
        label: name, value: nil, status: isHidden ? .insufficient : .missing,
        valueText: figure.short(value),
        note: isHidden ? count.hasPrefix("<") ? "\(count) rows" : count : "")
    }
    let status = record.finding(of: value.key)?.status
    let mark: MarkStatus =
      switch status {
      case .watch?: .watch
      case .breach?: .breach
      default: value.count < identity.minimumRows ? .insufficient : .ok
      }
    return DotRow(
      label: name, value: number, lower: value.estimate.interval?.lower,
      upper: value.estimate.interval?.upper, status: mark, valueText: figure.short(value),
      intervalText: figure.interval(value),
      note: Plural.count(value.count, "row"), text: figure.full(value))
  }
}
