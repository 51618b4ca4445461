import Assessment
import Profiling

/// Which groups of an arm are too small to be published, lest a person be recognised.
struct Suppression: Sendable {
  /// Groups of fewer rows are hidden.
  let threshold: Int
  private let record: ArmRecord

  init(_ record: ArmRecord, threshold: Int) {
    self.record = record
    self.threshold = threshold
  }

  /// True for a group whose number of rows is hidden.
  func hides(_ slice: Slice) -> Bool {
    slice.isGroup && rowCount(slice) < threshold
  }

  /// True for a number about a hidden group, or one that rests on so few rows of a larger group.
  func hides(_ value: MetricValue) -> Bool {
    let slice = value.key.slice
    guard slice.isGroup else { return false }
    return hides(slice) || (value.key.metric != .rowCount && value.count < threshold)
  }

  /// What is shown in place of a hidden count, such as `<10`.
  var countText: String { "<\(threshold)" }

  /// The rows of a group: measured where they were, else the most that any of its numbers rests on.
  private func rowCount(_ slice: Slice) -> Int {
    if let value = record[MetricKey(.rowCount, slice: slice)] {
      return value.estimate.value.map { Int($0) } ?? value.count
    }
    return record.values.lazy.filter { $0.key.slice == slice && $0.key.feature == nil }
      .map(\.count).max() ?? 0
  }
}
