import Assessment
import Charting
import Profiling

/// What the score meant in each group: how often it came true, and how it is spread.
struct GroupScoreFigure {
  let context: ReportContext
  let comparison: GroupComparison

  /// The largest groups with scores, as they look in the other charts.
  private var groups: [(group: GroupComparison.Group, role: SeriesRole)] {
    GroupFigures.roles(of: comparison).compactMap { slice, role in
      comparison.groups.first { $0.slice == slice }.map { ($0, role) }
    }.filter { group, _ in group.scores.contains { ($0.count ?? 0) > 0 } }
  }

  /// Share of positive labels by range of the score.
  func calibration(_ heading: ChartHeading) -> TrendChart? {
    chart(
      "calibration", title: "Positive outcomes by score and \(comparison.slice.attributeWords)",
      description: "How often the label was positive, from the lowest scores to the highest. "
        + "Where lines lie apart, one score means different things for different groups.",
      heading
    ) { bin, group in
      guard let count = bin.count, let positives = bin.positives, count > 0 else {
        return TrendPoint(value: nil, status: .missing, text: "not published")
      }
      let isFew = count < context.identity.minimumRows
      let share = Double(positives) / Double(count)
      let interval = Interval.wilson(positives, of: count)
      let style = NumberStyle(unit: .share)
      let decimals = style.decimals(of: share, within: interval)
      return TrendPoint(
        value: share, lower: interval?.lower, upper: interval?.upper,
        status: isFew ? .insufficient : .ok,
        text: style.text(share, decimals: decimals)
          + (interval.map {
            " (95 % interval \(style.text($0.lower, decimals: decimals)) to "
              + "\(style.text($0.upper, decimals: decimals)), "
              + "\(Plural.count(count, "row")))"
          } ?? ""))
    }
  }

  /// Share of a group's labelled rows by range of the score.
  func spread(_ heading: ChartHeading) -> TrendChart? {
    chart(
      "scores", title: "Scores by \(comparison.slice.attributeWords)",
      description: "Which share of each group’s labelled rows has which scores.", heading
    ) { bin, group in
      // With one range kept back the others would not add up to a known whole.
      let counts = group.scores.compactMap(\.count)
      let total = counts.reduce(0, +)
      guard counts.count == group.scores.count, let count = bin.count, total > 0 else {
        return TrendPoint(value: nil, status: .missing, text: "not published")
      }
      let share = Double(count) / Double(total)
      return TrendPoint(
        value: share, status: .ok,
        text: "\(NumberStyle(unit: .share).text(share)), \(Plural.count(count, "row"))")
    }
  }

  func id(_ prefix: String) -> String {
    FigureBuilder.shortened("group-\(prefix)-for-\(ChartID(comparison.slice.description).text)")
  }

  private func chart(
    _ prefix: String, title: String, description: String, _ heading: ChartHeading,
    point: (GroupScoreBin, GroupComparison.Group) -> TrendPoint
  ) -> TrendChart? {
    let groups = groups
    guard groups.count > 1, let bins = groups.first?.group.scores, bins.count > 1 else {
      return nil
    }
    let series = groups.map { group, role in
      TrendSeries(
        name: group.slice.groupName, role: role, points: group.scores.map { point($0, group) })
    }
    guard series.contains(where: { $0.points.contains { $0.value != nil } }) else { return nil }
    return TrendChart(
      id: ChartID(id(prefix)), title: title,
      description: description, periods: bins.map(Self.name), series: series,
      axis: ValueAxis(format: .percent, zero: .included, bounds: 0...1), heading: heading)
  }

  /// A range of scores, such as `2 to 4`.
  private static func name(_ bin: GroupScoreBin) -> String {
    let style = NumberStyle(unit: .plain)
    switch (bin.lower, bin.upper) {
    case (nil, let upper?): return "≤ \(style.limit(upper))"
    case (let lower?, nil): return "> \(style.limit(lower))"
    case (let lower?, let upper?): return "\(style.limit(lower))–\(style.limit(upper))"
    case (nil, nil): return "all"
    }
  }
}
