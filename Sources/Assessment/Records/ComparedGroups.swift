package import Profiling

/// The numbers of groups that one metric over an attribute compares.
///
/// They are kept beside the outcome, so that a publication can compare anew without groups whose
/// numbers are kept back.
package struct ComparedGroups: Hashable, Sendable {
  /// What is compared of one group.
  package enum Number: Hashable, Sendable {
    /// A part of counted rows; `whole` is at least 1.
    case rate(part: Int, of: Int)
    /// A mean; no variance below two values.
    case mean(Double, variance: Double?, count: Int)
  }

  package struct Group: Hashable, Sendable {
    package let slice: Slice
    /// One for each number of the metric: two where the worse of two rates counts.
    package let numbers: [Number]

    package init(_ slice: Slice, _ numbers: [Number]) {
      self.slice = slice
      self.numbers = numbers
    }
  }

  package let metric: Metric
  /// The groups that are known and large enough and have every number, in order of their values;
  /// all have equally many numbers.
  package let groups: [Group]

  package init(_ metric: Metric, _ groups: [Group]) {
    self.metric = metric
    self.groups = groups
  }

  package var slices: [Slice] { groups.map(\.slice) }

  /// The same without some groups.
  func leavingOut(_ isLeftOut: (Slice) -> Bool) -> ComparedGroups {
    ComparedGroups(metric, groups.filter { !isLeftOut($0.slice) })
  }
}
