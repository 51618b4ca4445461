package import Assessment
package import Profiling

extension ModelRecord {
  /// The rows of one arm as the site may hold them: without the numbers of groups that are too
  /// small to be published.
  package func publishedRows(of arm: ArmRecord, period: Period?) -> [MetricRow] {
    let suppression = Suppression(arm, threshold: identity.suppressBelow)
    let reason = "group of fewer than \(identity.suppressBelow) rows"
    return rows(of: arm, period: period).map { row in
      suppression.hides(row.value) ? row.withheld(because: reason) : row
    }
  }
}
