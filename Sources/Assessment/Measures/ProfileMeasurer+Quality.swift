import Profiling
import Statistics

extension ProfileMeasurer {
  /// Completeness and validity of one feature, and where its values lie.
  func quality(
    of column: ColumnSchema, within slice: Slice, current: ColumnSummary?,
    reference: ColumnSummary?
  ) -> [MetricValue] {
    guard column.subject == .feature else { return [] }
    let summary = current ?? ColumnSummary(column.kind)
    var measured: [(Metric, CountedEstimate)] = [
      (.missingShare, share(summary.missing, of: summary.rowCount, whenEmpty: .noRows))
    ]
    switch (summary, column.kind) {
    case (.numeric(let numeric), .numeric(let anchors)):
      measured += quality(of: numeric, anchors: anchors, reference: reference)
    case (.categorical(let categorical), _):
      measured += quality(of: categorical, reference: reference)
    default:
      break
    }
    return measured.map { metric, measured in
      MetricValue(
        MetricKey(metric, slice: slice, feature: column.name), measured.estimate,
        count: measured.count)
    }
  }

  private func quality(
    of numeric: NumericSummary, anchors: NumericAnchors, reference: ColumnSummary?
  ) -> [(Metric, CountedEstimate)] {
    let cells = CellCounts(anchors: anchors, summary: numeric)
    let count = numeric.count
    func quantile(_ share: Double) -> CountedEstimate {
      guard let value = cells.quantile(share) else { return plain(nil) }
      let interval = QuantileInterval(confidence: settings.confidence).bounds(
        share: share, count: count, orderStatistic: cells.orderStatistic)
      return CountedEstimate(.value(value, interval: interval), count)
    }
    func plain(_ number: Double?) -> CountedEstimate {
      CountedEstimate(.plain(number, otherwise: .noValues), count)
    }
    let mean = Estimate.mean(
      of: numeric.moments, confidence: settings.confidence, whenEmpty: .noValues)
    let deviation = spread(cells)
    return [
      (.outOfRangeShare, outOfRange(cells, reference: reference)),
      (.typeMismatchShare, share(numeric.malformed, of: numeric.rowCount, whenEmpty: .noRows)),
      (.mean, CountedEstimate(mean, count)),
      (.standardDeviation, CountedEstimate(deviation, count)),
      (.minimum, plain(numeric.minimum)),
      (.maximum, plain(numeric.maximum)),
      (.quantile05, quantile(0.05)),
      (.quantile50, quantile(0.5)),
      (.quantile95, quantile(0.95)),
      (.distinctCount, CountedEstimate(distinct(numeric), count)),
    ]
  }

  private func spread(_ cells: CellCounts) -> Estimate {
    let count = cells.summary.count
    guard let value = cells.summary.moments.standardDeviation, value.isFinite else {
      return .unavailable(count == 0 ? .noValues : .tooFewRows(count: count, minimum: 2))
    }
    let interval = SpreadInterval(confidence: settings.confidence).bounds(points: cells.points)
    return .value(value, interval: interval)
  }

  /// Exact, or with the interval of the sketch where values between anchors are too many to keep.
  private func distinct(_ numeric: NumericSummary) -> Estimate {
    guard numeric.count > 0 else { return .unavailable(.noValues) }
    let value = numeric.distinctCount
    guard !numeric.distinctCountIsExact else { return .value(value, interval: nil) }
    let reach =
      normalReach(confidence: settings.confidence) * numeric.offAnchor.estimate
      / Double(DistinctCount.capacity - 2).squareRoot()
    return .value(
      value,
      interval: Interval(
        lower: max(0, (value - reach).rounded()), upper: (value + reach).rounded()))
  }

  private func outOfRange(_ cells: CellCounts, reference: ColumnSummary?) -> CountedEstimate {
    let count = cells.summary.count
    guard case .numeric(let baseline)? = reference, let outside = cells.countOutside(baseline)
    else { return CountedEstimate(.unavailable(.noReference), count) }
    return share(outside, of: count, whenEmpty: .noValues)
  }

  private func quality(
    of categorical: CategoricalSummary, reference: ColumnSummary?
  ) -> [(Metric, CountedEstimate)] {
    let count = categorical.count
    var newCategories = CountedEstimate(.unavailable(.noReference), count)
    if case .categorical(let baseline)? = reference, baseline.count > 0 {
      let known = baseline.named
      let new = categorical.named.reduce(categorical.unseen.otherCount) { sum, entry in
        known[entry.key, default: 0] == 0 ? sum + entry.value : sum
      }
      newCategories = share(new, of: count, whenEmpty: .noValues)
    }
    return [
      (.newCategoryShare, newCategories),
      (
        .distinctCount,
        CountedEstimate(.plain(categorical.distinctCount, otherwise: .noValues), count)
      ),
    ]
  }

  func share(_ part: Int, of whole: Int, whenEmpty reason: Unavailability) -> CountedEstimate {
    CountedEstimate(
      .proportion(part, of: whole, confidence: settings.confidence, whenEmpty: reason), whole)
  }
}
