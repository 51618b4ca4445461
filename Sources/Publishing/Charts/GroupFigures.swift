import Assessment
import Charting
import Profiling

/// The charts of one comparison of groups.
struct GroupFigures {
  let context: ReportContext
  let comparison: GroupComparison

  /// How many groups a chart with lines holds apart.
  static let mostLines = 4

  private static let roles: [SeriesRole] = [.primary, .secondary, .tertiary, .quaternary]

  /// The groups that charts with lines hold apart, the largest in their own order, each with the look
  /// that it has in every chart of the comparison.
  static func roles(of comparison: GroupComparison) -> [(group: Slice, role: SeriesRole)] {
    let largest = comparison.groups.filter { $0.standing == .compared && $0.rows != nil }
      .sorted { (-($0.rows ?? 0), $0.slice) < (-($1.rows ?? 0), $1.slice) }
      .prefix(mostLines).map(\.slice).sorted()
    return zip(largest, roles).map { ($0, $1) }
  }

  private var attribute: String { comparison.slice.attributeWords }

  /// Favourable rate and impact ratio by group.
  var rates: [RoleReport.Figure] {
    [
      figure(id(.favourableRate), rateChart(.drawn), rateChart(.outside), rank: 1),
      figure(id(.impactRatio), ratioChart(.drawn), ratioChart(.outside), rank: 2),
    ].compactMap { $0 }
  }

  /// The favourable rate of the largest groups, and their smallest ratio, over time.
  var trends: [RoleReport.Figure] {
    let lines = GroupTrendFigure(context: context, comparison: comparison)
    let groups = figure(lines.id, lines.chart(.drawn), lines.chart(.outside), rank: 3)
    let ratio = FigureBuilder(context: context)
      .trends([MetricKey(.demographicParityRatio, slice: comparison.slice)], rank: 4)
    return [groups].compactMap { $0 } + ratio
  }

  /// How often the score came true, and how scores are spread, by group.
  var scores: [RoleReport.Figure] {
    let scores = GroupScoreFigure(context: context, comparison: comparison)
    return [
      figure(
        scores.id("calibration"), scores.calibration(.drawn), scores.calibration(.outside),
        rank: 5),
      figure(scores.id("scores"), scores.spread(.drawn), scores.spread(.outside), rank: 6),
    ].compactMap { $0 }
  }

  private func figure(
    _ id: String, _ file: (any Chart)?, _ inline: (any Chart)?, rank: Int
  ) -> RoleReport.Figure? {
    guard let file, let inline else { return nil }
    return RoleReport.Figure(
      address: "charts/\(id).svg", chart: file, inlineChart: inline, rank: rank)
  }

  private func id(_ metric: Metric) -> String {
    FigureBuilder.identifier("groups", MetricKey(metric, slice: comparison.slice))
  }

  // MARK: - Dots

  private func rateChart(_ heading: ChartHeading) -> DotChart? {
    let base = comparison.privileged.flatMap { slice -> DotRule? in
      let value = context.leading?[MetricKey(.favourableRate, slice: slice)]
      return value?.estimate.value.map { rate in
        DotRule(
          value: rate, label: "\(slice.groupName) \(context.figure?.short(value) ?? "")")
      }
    }
    return dots(
      .favourableRate, title: "Favourable rate by \(attribute)",
      axis: ValueAxis(format: .percent, bounds: 0...1), rules: [base].compactMap { $0 }, heading)
  }

  private func ratioChart(_ heading: ChartHeading) -> DotChart? {
    dots(
      .impactRatio, title: "Impact ratio by \(attribute)", axis: ValueAxis(),
      rules: [
        DotRule(value: 0.8, label: "0.8", kind: ratioKind),
        DotRule(value: 1, label: "1: alike"),
        DotRule(value: 1.25, label: "1.25", kind: ratioKind),
      ], heading)
  }

  /// A rule of thumb, unless it was agreed as a limit: as in the trend of the ratio.
  private var ratioKind: DotRule.Kind {
    let key = MetricKey(.demographicParityRatio, slice: comparison.slice)
    let limit = context.leading?.finding(of: key)?.expectation.minimum
    return limit == FairnessSentences.fourFifths ? .limit : .watch
  }

  private func dots(
    _ metric: Metric, title: String, axis: ValueAxis, rules: [DotRule],
    _ heading: ChartHeading
  ) -> DotChart? {
    guard let figure = context.figure else { return nil }
    let roles = Self.roles(of: comparison)
    let rows = comparison.groups.compactMap { group -> DotRow? in
      guard let value = figure.record[MetricKey(metric, slice: group.slice)] else { return nil }
      return DotRow(
        label: group.slice.groupName, value: value.estimate.value,
        lower: value.estimate.interval?.lower, upper: value.estimate.interval?.upper,
        valueText: value.estimate.value == nil
          ? Self.words(value, figure) : figure.short(value),
        intervalText: figure.interval(value), text: figure.full(value),
        role: roles.first { $0.group == group.slice }?.role ?? .context)
    }
    let known = rows.filter { $0.value != nil }
    guard known.count > 1 else { return nil }
    return DotChart(
      id: ChartID(id(metric)),
      title: title, description: Self.description(known),
      sections: [DotSection(rows: rows)], axis: axis, rules: rules, heading: heading)
  }

  /// Why there is no dot, in few words; `nil` where there is one.
  private static func words(_ value: MetricValue, _ figure: FigureText) -> String? {
    guard let reason = value.estimate.reason else { return nil }
    switch reason {
    case .withheld: return figure.short(value)
    case .tooFewRows: return "too few rows"
    case .undefined, .notApplicable: return "not compared"
    default: return nil
    }
  }

  private static func description(_ rows: [DotRow]) -> String {
    let sorted = rows.sorted { ($0.value ?? 0, $0.label) < ($1.value ?? 0, $1.label) }
    guard let low = sorted.first, let high = sorted.last else { return "No value." }
    return "\(Plural.count(rows.count, "group")); lowest \(low.label) "
      + "\(low.valueText ?? ""), highest \(high.label) \(high.valueText ?? "")."
  }
}
