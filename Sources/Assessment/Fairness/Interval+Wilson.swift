import Statistics

extension Interval {
  /// The 95 % Wilson score interval of a share of rows; `nil` without rows.
  package static func wilson(_ part: Int, of whole: Int) -> Interval? {
    Estimate.proportion(part, of: whole, confidence: .percent95, whenEmpty: .noRows).interval
  }
}
