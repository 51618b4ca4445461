import Assessment
import History
import Profiling

/// Reads first published values when a report asks for them.
///
/// A record cannot throw. Whatever keeps values from being read would have kept the record from being
/// read a moment before; should it happen in between, the run stops.
struct FirstValueReader: Sendable {
  let store: HistoryStore

  func values(of model: String, arm: Arm, period: String) -> [MetricKey: FirstPublished] {
    do {
      return try store.read { try $0.publishedFigures(of: model, arm: arm, period: period) }
    } catch {
      preconditionFailure("the history could not be read any more: \(error)")
    }
  }
}
