import Assessment
import Profiling

extension ArmRecord {
  /// The values of a metric for the groups of single attributes: no intersections, not all rows.
  func groupValues(of metric: Metric) -> [MetricValue] {
    // Values of all rows, which are most of them, stand before those of slices.
    values.reversed().prefix { !$0.key.slice.isAll }.filter { value in
      value.key.metric == metric && value.key.slice.isGroup && value.key.slice.parts.count == 1
    }.reversed()
  }
}
