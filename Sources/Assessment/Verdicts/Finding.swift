/// A metric value held against its expectation.
package struct Finding: Hashable, Sendable {
  package let value: MetricValue
  package let expectation: Expectation
  package let status: Status
  /// For how many periods in a row, this one included, the status has been `breach` or `watch`;
  /// 0 when it is neither.
  package let periodsInARow: Int

  package init(
    value: MetricValue, expectation: Expectation, status: Status, periodsInARow: Int
  ) {
    self.value = value
    self.expectation = expectation
    self.status = status
    self.periodsInARow = periodsInARow
  }
}
