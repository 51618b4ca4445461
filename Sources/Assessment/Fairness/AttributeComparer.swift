import Profiling
import Statistics

/// Compares the groups of one protected attribute.
struct AttributeComparer {
  let attribute: ProtectedAttribute
  let task: Profiling.Task
  let settings: MeasureSettings
  /// Every group with rows, in order of its values.
  let groups: [GroupCounts]
  /// The groups of the reference; empty without one.
  let referenceGroups: [GroupCounts]

  /// Names the attributes, without values: where metrics over the attribute stand.
  var slice: Slice {
    Slice(parts: attribute.attributes.map { Slice.Part(attribute: $0, value: nil) })
  }

  /// One metric over the attribute, with the pair behind it if there is a value.
  struct Outcome {
    let value: MetricValue
    let gap: GroupComparison.Gap?
  }

  /// Every metric over the attribute, and the impact ratio of every group.
  func outcomes(_ privileged: GroupCounts?) -> [Outcome] {
    metrics.map(outcome) + impactRatios(privileged).map { Outcome(value: $0, gap: nil) }
  }

  private var metrics: [Metric] {
    switch task {
    case .regression: [.meanErrorDifference, .meanAbsoluteErrorRatio]
    case .binary, .multiclass:
      [
        .demographicParityDifference, .demographicParityRatio, .equalOpportunityDifference,
        .equalizedOddsDifference, .equalizedOddsRatio, .predictiveParityDifference,
        .accuracyDifference,
      ]
    }
  }

  private func outcome(_ metric: Metric) -> Outcome {
    let key = MetricKey(metric, slice: slice)
    func none(_ reason: Unavailability) -> Outcome {
      Outcome(value: MetricValue(key, .unavailable(reason), count: 0), gap: nil)
    }
    if task == .multiclass, settings.fairness.favourable == nil, metric != .accuracyDifference {
      return none(.notApplicable(because: "no favourable class is configured"))
    }
    if groups.allSatisfy({ $0.predictions == 0 }) { return none(.noRows) }
    if metric.restsOnLabels, groups.allSatisfy({ $0.labelled == 0 }) { return none(.noLabels) }
    let (pair, compared) = worstPair(metric)
    guard compared.count > 1 else {
      let needed = "fewer than two groups have \(settings.minimumRows) rows to compare"
      return none(.undefined(because: needed))
    }
    guard let pair else { return none(.undefined(because: "the rate is 0 in every group")) }
    return Outcome(
      value: MetricValue(key, .value(pair.value, interval: pair.interval), count: pair.rowCount),
      gap: GroupComparison.Gap(
        metric: metric, highest: pair.highest, lowest: pair.lowest, pairCount: pair.pairCount,
        test: pair.test, compared: compared))
  }

  private func worstPair(_ metric: Metric) -> (pair: WorstPair?, compared: [Slice]) {
    if task == .regression {
      let means = eligible(labelled: true).compactMap { group in
        group.errors.flatMap { errors in
          GroupMean(
            group.slice,
            metric == .meanErrorDifference ? errors.error : errors.absoluteError)
        }
      }
      let pair =
        metric == .meanErrorDifference
        ? WorstPair.difference(means, confidence: settings.confidence)
        : WorstPair.ratio(means, confidence: settings.confidence)
      return (pair, means.map(\.slice))
    }
    let rates = comparableRates(metric)
    let isRatio = metric.definition.direction == .oneIsBest
    let pair =
      isRatio
      ? WorstPair.ratio(rates, confidence: settings.confidence)
      : WorstPair.difference(rates, confidence: settings.confidence)
    return (pair, rates.first?.map(\.slice) ?? [])
  }

  /// The rates that a metric compares, of the groups that have all of them.
  private func comparableRates(_ metric: Metric) -> [[GroupRate]] {
    let rows = eligible(labelled: metric.restsOnLabels).compactMap { group -> [GroupRate]? in
      let rates = rates(of: group, for: metric)
      return rates.contains { $0 == nil } ? nil : rates.compactMap { $0 }
    }
    let width = rows.first?.count ?? 0
    return (0..<width).map { column in rows.map { $0[column] } }
  }

  private func rates(of group: GroupCounts, for metric: Metric) -> [GroupRate?] {
    let slice = group.slice
    let table = group.favourableTable
    func rate(_ part: Int?, _ rest: Int?) -> GroupRate? {
      guard let part, let rest else { return nil }
      return GroupRate(slice, part, of: part + rest)
    }
    let hits = rate(table?.truePositives, table?.falseNegatives)
    let alarms = rate(table?.falsePositives, table?.trueNegatives)
    switch metric {
    case .demographicParityDifference, .demographicParityRatio:
      return [group.favourablePredictions.flatMap { GroupRate(slice, $0, of: group.predictions) }]
    case .equalOpportunityDifference: return [hits]
    case .equalizedOddsDifference, .equalizedOddsRatio: return [hits, alarms]
    case .predictiveParityDifference:
      return [rate(table?.truePositives, table?.falsePositives)]
    default: return [group.correct.flatMap { GroupRate(slice, $0, of: group.labelled) }]
    }
  }

  /// The groups that are known and large enough.
  private func eligible(labelled: Bool) -> [GroupCounts] {
    groups.filter { group in
      !UnknownGroup.contains(group.slice)
        && (labelled ? group.labelled : group.predictions) >= settings.minimumRows
    }
  }
}
