import Profiling
import Statistics

extension ProfileMeasurer {
  /// The distances that are to be computed as another tool does, in place of our own.
  ///
  /// Without values on both sides there is nothing to replace: the reason stays the same.
  func replacements(
    of column: ColumnSchema, current: ColumnSummary?, reference: ColumnSummary?
  ) -> [Metric: Estimate] {
    var replaced: [Metric: Estimate] = [:]
    for (subject, tool) in settings.compatibility.tools {
      guard
        let bins = ForeignBins(tool, column: column, current: current, reference: reference)
      else { continue }
      replaced[subject.metric] = estimate(of: subject, as: tool, bins)
    }
    return replaced
  }

  private func estimate(
    of subject: Compatibility.Subject, as tool: Compatibility.Tool, _ bins: ForeignBins
  ) -> Estimate {
    switch subject {
    case .psi:
      let index = bins.filledStabilityIndex
      // The tool has no interval; ours holds for its bins too.
      let interval = StabilityInterval(
        floor: Self.stabilityFloor, confidence: settings.confidence
      ).bounds(
        index: index, reference: bins.reference.map { Int($0.rounded()) },
        current: bins.current.map { Int($0.rounded()) })
      return .value(index, interval: interval)
    case .jensenShannonDistance:
      let unit = tool.distanceUnit
      return .distance {
        try Statistics.jensenShannonDistance(reference: bins.reference, current: bins.current)
          / unit
      } interval: {
        let natural = BinnedDistanceInterval(
          floor: Self.stabilityFloor, confidence: settings.confidence
        ).bounds(
          of: .jensenShannon, value: $0 * unit, reference: bins.reference, current: bins.current)
        return Interval(lower: natural.lower / unit, upper: natural.upper / unit)
      }
    }
  }
}

extension ProfileMeasurer {
  /// χ² of a numeric column value by value, where a drift policy asks for it: the reference has few
  /// different values.
  func contingencyOfFewValues(
    _ column: ColumnSchema, current: ColumnSummary?, reference: ColumnSummary?
  ) -> [(Metric, Estimate)] {
    guard settings.driftPolicy == .evidently, case .numeric(let before)? = reference,
      before.count > 0, before.distinctCount <= DriftPolicy.fewValues
    else { return [] }
    guard
      let bins = ForeignBins(.evidently, column: column, current: current, reference: reference)
    else {
      return [
        (.chiSquaredStatistic, .unavailable(.noValues)),
        (.chiSquaredPValue, .unavailable(.noValues)),
      ]
    }
    return contingency(
      reference: bins.reference.map { Int($0) }, current: bins.current.map { Int($0) })
  }
}
