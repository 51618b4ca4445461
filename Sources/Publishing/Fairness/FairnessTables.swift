import Assessment
import Profiling

/// The numbers of one comparison.
struct FairnessTables {
  let context: ReportContext
  let comparison: GroupComparison

  private var isRegression: Bool { context.identity.task == .regression }

  /// Groups with counts, favourable rate, impact ratio and test.
  var rates: TableView? {
    guard let figure = context.figure else { return nil }
    let metrics: [Metric] =
      isRegression ? [.meanError, .meanAbsoluteError] : [.favourableRate, .impactRatio]
    return TableView(
      [.text("Group"), .number("Rows"), .number("Labels")]
        + metrics.map { .number($0.definition.title) }
        + (isRegression ? [] : [.text("Against the compared group")]),
      comparison.groups.map { group in
        [
          group.slice.groupName, figure.short(MetricKey(.rowCount, slice: group.slice)),
          figure.short(MetricKey(.labelCount, slice: group.slice)),
        ] + metrics.map { cell($0, group.slice, figure) } + (isRegression ? [] : [standing(group)])
      })
  }

  /// Groups with the rates of right and wrong answers; the rest follows as complements.
  var errors: TableView? {
    guard let figure = context.figure, !isRegression else { return nil }
    let metrics: [Metric] = [
      .falsePositiveRate, .falseNegativeRate, .positivePredictiveValue, .negativePredictiveValue,
      .accuracy, .prevalence,
    ].filter { metric in
      comparison.groups.contains {
        figure.record[MetricKey(metric, slice: $0.slice)]?.estimate.value != nil
      }
    }
    guard !metrics.isEmpty else { return nil }
    return TableView(
      [.text("Group")] + metrics.map { .number($0.definition.title) },
      comparison.groups.map { group in
        [group.slice.groupName] + metrics.map { cell($0, group.slice, figure) }
      })
  }

  /// Every measure over the attribute with the pair behind it.
  var gaps: TableView? {
    guard let figure = context.figure else { return nil }
    let values = figure.record.values.filter { $0.key.slice == comparison.slice }
    guard values.contains(where: { $0.estimate.value != nil }) else { return earlierGaps(values) }
    // Without an agreed limit the last column would say the same in every row.
    let isJudged = values.contains { finding($0.key) != nil }
    return TableView(
      [
        .text("Measure"), .number("This \(context.noun)"), .number("95 % interval"),
        .text("Furthest apart"), .text("Test"),
        .number("\(context.noun.capitalizedFirst) before"), .number("Reference"),
      ] + (isJudged ? [.text("Standing")] : []),
      values.map { value in
        let metric = value.key.metric
        let gap = value.estimate.value == nil ? nil : comparison.gap(metric)
        return [
          metric.definition.title, figure.short(value), figure.interval(value) ?? "none",
          gap.map { pair($0, figure) } ?? "none", gap?.test?.words ?? "none",
          context.figureBefore?.short(value.key) ?? "none", reference(value.key),
        ] + (isJudged ? [finding(value.key) ?? "not judged"] : [])
      })
  }

  /// What was measured before, for a period in which the groups could not be compared.
  private func earlierGaps(_ values: [MetricValue]) -> TableView? {
    let known = values.filter { value in
      [context.figureBefore?.record, context.reference].contains {
        $0?[value.key]?.estimate.value != nil
      }
    }
    return TableView(
      [
        .text("Measure"), .number("\(context.noun.capitalizedFirst) before"),
        .number("Reference"),
      ],
      known.map { value in
        [
          value.key.metric.definition.title, context.figureBefore?.short(value.key) ?? "none",
          reference(value.key),
        ]
      })
  }

  private func cell(_ metric: Metric, _ slice: Slice, _ figure: FigureText) -> String {
    let value = figure.record[MetricKey(metric, slice: slice)]
    return figure.short(value) + (figure.interval(value).map { " (\($0))" } ?? "")
  }

  private func pair(_ gap: GroupComparison.Gap, _ figure: FigureText) -> String {
    // The rates of a measure that takes the worse of two kinds are those of the worse kind.
    let rates: [Metric] =
      isRegression
      ? [.meanError, .meanAbsoluteError]
      : [
        .favourableRate, .truePositiveRate, .trueNegativeRate, .falsePositiveRate,
        .falseNegativeRate, .positivePredictiveValue, .negativePredictiveValue, .accuracy,
      ]
    return "\(gap.lowest.slice.groupName) \(figure.rate(gap.lowest, rates)), "
      + "\(gap.highest.slice.groupName) \(figure.rate(gap.highest, rates))"
  }

  private func standing(_ group: GroupComparison.Group) -> String {
    if group.slice == comparison.privileged { return "the group to compare with" }
    switch group.standing {
    case .unknown: return "not compared: unknown"
    case .tooFewRows: return "not compared: too few rows"
    case .keptBack: return "not compared: not published"
    case .compared: return group.test?.words ?? "none"
    }
  }

  private func reference(_ key: MetricKey) -> String {
    context.reference.map { FigureText($0, of: context.identity).short(key) } ?? "none"
  }

  private func finding(_ key: MetricKey) -> String? {
    guard let finding = context.findings.first(where: { $0.value.key == key }) else { return nil }
    return context.words(finding).map { "\($0.status) (\($0.agreed))" }
  }
}
