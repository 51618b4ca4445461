import Assessment
import Profiling

/// What readers are told of a group whose figures are kept back.
///
/// Which groups those are was decided once, when the record was made publishable; nothing is
/// decided here.
struct Suppression: Sendable {
  /// Groups of fewer rows are hidden.
  let threshold: Int
  private let record: ArmRecord

  init(_ record: ArmRecord, threshold: Int) {
    self.record = record
    self.threshold = threshold
  }

  /// True for a group whose number of rows is kept back.
  func hides(_ slice: Slice) -> Bool { withholding(slice) != nil }

  /// True for a figure that is kept back.
  func hides(_ value: MetricValue) -> Bool { value.estimate.isWithheld }

  /// What stands in the place of a number of rows: `<10` for a small group, else that it is not
  /// published, for that a small one cannot be computed from it.
  func countText(_ slice: Slice) -> String { text(withholding(slice)) }

  func countText(_ value: MetricValue) -> String { text(value.estimate.withholding) }

  private func text(_ reason: Withholding?) -> String {
    if case .smallGroup(let limit)? = reason { "<\(limit)" } else { "not published" }
  }

  private func withholding(_ slice: Slice) -> Withholding? {
    if let rows = record[MetricKey(.rowCount, slice: slice)] { return rows.estimate.withholding }
    let figures = record.values.filter { $0.key.slice == slice && $0.key.feature == nil }
    guard !figures.isEmpty, figures.allSatisfy(\.estimate.isWithheld) else { return nil }
    return figures.first?.estimate.withholding
  }
}
