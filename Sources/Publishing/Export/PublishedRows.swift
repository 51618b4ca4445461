package import Assessment
package import Profiling

extension ModelRecord {
  /// The rows of one arm as the site may hold them: without the numbers of groups that are too
  /// small to be published, nor those that would give them away.
  package func publishedRows(of arm: ArmRecord, period: Period?) -> [MetricRow] {
    rows(of: arm.publishable(for: identity), period: period)
  }
}
