/// Counts malformed rows and keeps the first few.
struct ProblemLog: Sendable {
  /// Enough to see the pattern, few enough to read.
  static let capacity = 10

  private(set) var count = 0
  private(set) var first: [RowProblem] = []

  mutating func record(_ problem: RowProblem) {
    count += 1
    if first.count < Self.capacity { first.append(problem) }
  }
}
