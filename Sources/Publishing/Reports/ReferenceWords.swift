import Assessment
import Profiling

/// What the reference of a report is, for readers who would take it for the rows of a version that
/// began to serve later.
struct ReferenceWords {
  let context: ReportContext

  /// Such as `what gbm-2 predicted for 1 to 31 March 2013, before it served (3,360
  /// predictions)`; `nil` without a reference.
  var plain: String? {
    guard let reference = context.reference else { return nil }
    let days = context.model.referenceDays.map { Day.words(from: $0.lowerBound, to: $0.upperBound) }
    guard hasPredictions(reference), !reference.arm.version.isEmpty else {
      return "data of \(Plural.count(reference.rowCount, "case"))"
        + (days.map { ", \($0)" } ?? "")
    }
    return "what \(reference.arm.version) predicted" + (days.map { " for \($0)" } ?? "")
      + (isBeforeService ? ", before it served" : "")
      + " (\(Plural.count(reference.rowCount, "prediction")))"
  }

  /// Whether it is on record that the version of the reference took over from another one after the
  /// last day of the reference. Of the first version of a log nobody knows how long it had served.
  var isBeforeService: Bool {
    guard let reference = context.reference, let days = context.model.referenceDays,
      !reference.arm.version.isEmpty
    else { return false }
    let first = context.model.periods[...context.index].flatMap(\.promotions)
      .first { $0.version == reference.arm.version }
    guard let first, first.replaced != nil else { return false }
    return first.day > days.upperBound
  }

  /// A reference may consist of inputs alone.
  private func hasPredictions(_ reference: ArmRecord) -> Bool {
    KeyMetrics.performance(context.identity.task).contains {
      reference[MetricKey($0)]?.estimate.value != nil
    }
  }
}
