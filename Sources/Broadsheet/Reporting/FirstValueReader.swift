import Assessment
import History
import Profiling

/// Reads first published values when a report asks for them.
///
/// A report that is being made cannot throw for it: what keeps values from being read is noted, and
/// thrown before anything is written.
struct FirstValueReader: Sendable {
  let store: HistoryStore
  let fault: ReadingFault

  func values(of model: String, arm: Arm, period: String) -> [MetricKey: FirstPublished] {
    do {
      return try store.read { try $0.publishedFigures(of: model, arm: arm, period: period) }
    } catch {
      fault.note(error)
      return [:]
    }
  }
}
