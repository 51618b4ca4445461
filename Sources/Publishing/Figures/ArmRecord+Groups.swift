import Assessment
import Profiling

extension ArmRecord {
  /// The values of a metric for the groups of single attributes: no intersections, not all rows.
  func groupValues(of metric: Metric) -> [MetricValue] {
    values.filter { value in
      value.key.metric == metric && value.key.slice.isGroup && value.key.slice.parts.count == 1
    }
  }
}
