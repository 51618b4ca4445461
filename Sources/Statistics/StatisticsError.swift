/// Input that no statistic can be computed from: what is wrong, in which argument, what to do.
///
/// Values of the data never appear in the text, because logs may be read by people who may not see
/// the data.
package struct StatisticsError: Error, Sendable, Equatable {
  /// What is wrong with the argument.
  package enum Problem: Sendable, Equatable {
    /// The argument has no elements.
    case empty
    /// The argument has another number of elements than the one it is compared with.
    case lengthMismatch(expected: Int, found: Int)
    /// The elements sum to zero, so they describe no distribution.
    case zeroTotal
    /// The element at `index` is negative, infinite or not a number.
    case invalidElement(index: Int)
    /// The element at `index` is not greater than the one before it.
    case unsorted(index: Int)
    /// The argument lies outside the stated range.
    case outOfRange(String)
  }

  /// What is wrong.
  package let problem: Problem
  /// The name of the argument as the function declares it.
  package let argument: String

  package init(_ problem: Problem, argument: String) {
    self.problem = problem
    self.argument = argument
  }

  /// What the caller should do about it.
  package var advice: String {
    switch problem {
    case .empty: "Pass at least one element."
    case .lengthMismatch: "Count both sides over the same bins, in the same order."
    case .zeroTotal: "Leave the comparison out when a side has no rows."
    case .invalidElement: "Pass finite values; counts and weights are not negative."
    case .unsorted: "Sort the values in ascending order and merge equal ones."
    case .outOfRange(let range): "Pass a value in \(range)."
    }
  }
}

extension StatisticsError: CustomStringConvertible {
  package var description: String {
    let what =
      switch problem {
      case .empty: "is empty"
      case .lengthMismatch(let expected, let found): "has \(found) elements instead of \(expected)"
      case .zeroTotal: "sums to zero"
      case .invalidElement(let index): "has an inadmissible element at index \(index)"
      case .unsorted(let index): "is not in ascending order at index \(index)"
      case .outOfRange: "is out of range"
      }
    return "\(argument) \(what). \(advice)"
  }
}
