import Profiling
import Statistics

extension ProfileMeasurer {
  /// Rows, labels and what was left out.
  func volume(of profile: Profile, malformedRowCount: Int) -> [MetricValue] {
    let rows = profile.input.rowCount
    let labels = profile.outcome.labelCount
    let delay = profile.outcome.delay
    let measured: [(Metric, CountedEstimate)] = [
      (.rowCount, CountedEstimate(.count(rows), rows)),
      (.labelCount, CountedEstimate(.count(labels), rows)),
      (.labelCoverage, coverage(labels: labels, rows: rows)),
      (
        .labelDelayDaysP50,
        CountedEstimate(
          .quantile(0.5, of: delay, confidence: settings.confidence, whenEmpty: .noLabels),
          delay.total)
      ),
      (
        .duplicateIdCount,
        CountedEstimate(
          .count(profile.input.duplicateCount), rows + profile.input.duplicateCount)
      ),
      (
        .malformedRowCount, CountedEstimate(.count(malformedRowCount), rows + malformedRowCount)
      ),
    ]
    return measured.map { MetricValue(MetricKey($0), $1.estimate, count: $1.count) }
  }

  /// Failed requests and response times, for models whose log has those columns.
  func operations(of profile: Profile) -> [MetricValue] {
    let rows = profile.input.rowCount
    let operations = profile.input.operations
    var measured: [(Metric, CountedEstimate)] = []
    if settings.hasErrorColumn {
      measured.append((.requestCount, CountedEstimate(.count(rows), rows)))
      let share = Estimate.proportion(
        operations.errorCount, of: rows, confidence: settings.confidence, whenEmpty: .noRows)
      measured.append((.errorShare, CountedEstimate(share, rows)))
    }
    if settings.hasLatencyColumn {
      let positions: [(Metric, Double)] = [
        (.latencyMsP50, 0.5), (.latencyMsP95, 0.95), (.latencyMsP99, 0.99),
      ]
      for (metric, share) in positions {
        let value = Estimate.quantile(
          share, of: operations.latency, confidence: settings.confidence, whenEmpty: .noValues)
        measured.append((metric, CountedEstimate(value, operations.latency.total)))
      }
    }
    return measured.map { MetricValue(MetricKey($0), $1.estimate, count: $1.count) }
  }
}
