package import Statistics

/// How the service behind the model did: failed requests and response times.
package struct OperationsSummary: Sendable, Equatable {
  /// Rows whose error column is not empty; 0 without such a column.
  package internal(set) var errorCount: Int
  /// Response times in milliseconds.
  package internal(set) var latency: ValueCounts

  package init() {
    errorCount = 0
    latency = ValueCounts()
  }

  init(errorCount: Int, latency: ValueCounts) {
    self.errorCount = errorCount
    self.latency = latency
  }
}

extension OperationsSummary: Mergeable {
  package mutating func merge(_ other: OperationsSummary) {
    errorCount += other.errorCount
    latency.merge(other.latency)
  }
}
