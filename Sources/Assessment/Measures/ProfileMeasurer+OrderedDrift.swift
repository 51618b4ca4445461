import Profiling
import Statistics

extension ProfileMeasurer {
  /// Smallest divisor of the normalised Wasserstein distance, in the unit of the column; Evidently's.
  private static let smallestDeviation = 0.001

  /// What the order of numbers tells: Kolmogorov–Smirnov and Wasserstein.
  func ordered(
    _ anchors: NumericAnchors, current: ColumnSummary?, reference: ColumnSummary?
  ) -> [(Metric, Estimate)] {
    let metrics: [Metric] = [
      .ksStatistic, .ksPValue, .wassersteinDistance, .normalisedWassersteinDistance,
    ]
    guard case .numeric(let before)? = reference, before.count > 0 else {
      return metrics.map { ($0, .unavailable(.noReference)) }
    }
    guard case .numeric(let now)? = current, now.count > 0 else {
      return metrics.map { ($0, .unavailable(.noValues)) }
    }
    return smirnov(before, now) + transport(CellPoints(anchors: anchors, before, now))
  }

  private func smirnov(
    _ before: NumericSummary, _ now: NumericSummary
  ) -> [(Metric, Estimate)] {
    let pValue = Estimate.distance {
      try KolmogorovSmirnovTest(
        statistic: ksStatistic(reference: before.cells, current: now.cells),
        referenceCount: before.count, currentCount: now.count
      ).pValue
    } interval: { _ in
      nil
    }
    let interval = OrderedDistanceInterval(confidence: settings.confidence)
    let statistic = Estimate.distance {
      try ksStatistic(reference: before.cells, current: now.cells)
    } interval: { value in
      pValue.value.map {
        interval.bounds(
          ofSmirnov: value, pValue: $0, reference: before.cells, current: now.cells)
      }
    }
    return [(.ksStatistic, statistic), (.ksPValue, pValue)]
  }

  private func transport(_ points: CellPoints) -> [(Metric, Estimate)] {
    var bounds: OrderedDistanceInterval.Transport?
    let plain = Estimate.distance {
      try wassersteinDistance(
        values: points.values, reference: points.reference, current: points.current)
    } interval: { value in
      bounds = OrderedDistanceInterval(confidence: settings.confidence).bounds(
        ofTransport: value, points, floor: Self.smallestDeviation)
      return bounds?.column
    }
    let normalised = Estimate.distance {
      try normalisedWassersteinDistance(
        values: points.values, reference: points.reference, current: points.current,
        floor: Self.smallestDeviation)
    } interval: { _ in
      bounds?.deviations
    }
    return [(.wassersteinDistance, plain), (.normalisedWassersteinDistance, normalised)]
  }
}
