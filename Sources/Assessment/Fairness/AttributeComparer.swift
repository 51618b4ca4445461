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

  /// What the comparison gave.
  struct Outcomes {
    /// Every metric over the attribute, and the impact ratio of every group.
    var values: [MetricValue] = []
    var gaps: [GroupComparison.Gap] = []
    /// What the metrics compare, but for those that do not apply or have no rows yet.
    var compared: [ComparedGroups] = []
  }

  func outcomes(_ privileged: GroupCounts?) -> Outcomes {
    var outcomes = Outcomes()
    for metric in metrics {
      if let reason = obstacle(to: metric) {
        outcomes.values.append(
          AttributeOutcome(MetricKey(metric, slice: slice), without: reason).value)
        continue
      }
      let compared = compared(by: metric)
      let outcome = AttributeOutcome(
        compared, over: slice, minimumRows: settings.minimumRows, confidence: settings.confidence)
      outcomes.values.append(outcome.value)
      outcomes.compared.append(compared)
      if let gap = outcome.gap { outcomes.gaps.append(gap) }
    }
    outcomes.values += impactRatios(privileged)
    return outcomes
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

  /// Why a metric has no value whatever the groups are; `nil` when they decide.
  private func obstacle(to metric: Metric) -> Unavailability? {
    if task == .multiclass, settings.fairness.favourable == nil, metric != .accuracyDifference {
      return .notApplicable(because: "no favourable class is configured")
    }
    if groups.allSatisfy({ $0.predictions == 0 }) { return .noRows }
    return metric.restsOnLabels && groups.allSatisfy { $0.labelled == 0 } ? .noLabels : nil
  }

  /// The groups that are known and large enough and have every number of the metric.
  private func compared(by metric: Metric) -> ComparedGroups {
    ComparedGroups(
      metric,
      eligible(labelled: task == .regression || metric.restsOnLabels).compactMap { group in
        let numbers = numbers(of: group, for: metric)
        guard !numbers.isEmpty, !numbers.contains(where: { $0 == nil }) else { return nil }
        return ComparedGroups.Group(group.slice, numbers.compactMap { $0 })
      })
  }

  private func numbers(of group: GroupCounts, for metric: Metric) -> [ComparedGroups.Number?] {
    guard task == .regression else {
      return rates(of: group, for: metric).map { $0?.comparable }
    }
    let mean = group.errors.flatMap { errors in
      GroupMean(
        group.slice, metric == .meanErrorDifference ? errors.error : errors.absoluteError)
    }
    return [mean?.comparable]
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
