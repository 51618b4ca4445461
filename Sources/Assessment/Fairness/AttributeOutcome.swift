import Profiling
import Statistics

/// One metric over an attribute, with the pair behind it if there is a value.
struct AttributeOutcome {
  let value: MetricValue
  let gap: GroupComparison.Gap?

  /// What follows from the numbers of the groups alone.
  ///
  /// - Parameters:
  ///   - slice: Names the attributes, without values.
  ///   - minimumRows: Rows that a compared group has; for the reason why there is no value.
  init(
    _ compared: ComparedGroups, over slice: Slice, minimumRows: Int,
    confidence: ConfidenceLevel = .percent95
  ) {
    let key = MetricKey(compared.metric, slice: slice)
    guard compared.groups.count > 1 else {
      let reason = "fewer than two groups have \(minimumRows) rows to compare"
      self.init(key, without: .undefined(because: reason))
      return
    }
    guard let pair = WorstPair(compared, confidence: confidence) else {
      self.init(key, without: .undefined(because: "the rate is 0 in every group"))
      return
    }
    self.init(
      value: MetricValue(key, .value(pair.value, interval: pair.interval), count: pair.rowCount),
      gap: GroupComparison.Gap(
        metric: compared.metric, highest: pair.highest, lowest: pair.lowest,
        pairCount: pair.pairCount, test: pair.test))
  }

  init(_ key: MetricKey, without reason: Unavailability) {
    self.init(value: MetricValue(key, .unavailable(reason), count: 0), gap: nil)
  }

  private init(value: MetricValue, gap: GroupComparison.Gap?) {
    self.value = value
    self.gap = gap
  }
}

extension WorstPair {
  /// - Returns: `nil` below two groups, or for a ratio of numbers that are 0 in every group.
  init?(_ compared: ComparedGroups, confidence: ConfidenceLevel) {
    let isRatio = compared.metric.definition.direction == .oneIsBest
    let means = compared.groups.compactMap(GroupMean.init)
    let found: WorstPair?
    if compared.groups.isEmpty {
      found = nil
    } else if means.count == compared.groups.count {
      found =
        isRatio
        ? WorstPair.ratio(means, confidence: confidence)
        : WorstPair.difference(means, confidence: confidence)
    } else {
      let rates = GroupRate.lists(compared)
      found =
        isRatio
        ? WorstPair.ratio(rates, confidence: confidence)
        : WorstPair.difference(rates, confidence: confidence)
    }
    guard let found else { return nil }
    self = found
  }
}

extension GroupRate {
  /// One list for each rate, every list with the same groups.
  fileprivate static func lists(_ compared: ComparedGroups) -> [[GroupRate]] {
    let width = compared.groups.first?.numbers.count ?? 0
    return (0..<width).map { column in
      compared.groups.compactMap { GroupRate($0.slice, $0.numbers[column]) }
    }
  }

  /// - Returns: `nil` for a mean.
  init?(_ slice: Slice, _ number: ComparedGroups.Number) {
    guard case .rate(let part, let whole) = number else { return nil }
    self.init(slice, part, of: whole)
  }

  var comparable: ComparedGroups.Number {
    .rate(part: proportion.successes, of: proportion.trials)
  }
}

extension GroupMean {
  /// - Returns: `nil` for a group that is compared by rates.
  fileprivate init?(_ group: ComparedGroups.Group) {
    guard case .mean(let mean, let variance, let count)? = group.numbers.first else { return nil }
    self.init(slice: group.slice, mean: mean, variance: variance, count: count)
  }

  var comparable: ComparedGroups.Number { .mean(mean, variance: variance, count: count) }
}
