import Assessment
import Profiling

/// The incidents of a model that are open, in one sentence.
struct OpenIncidents {
  let context: ReportContext

  /// Such as `2 incidents are open, the oldest since May 2014.`; `nil` when none is.
  var sentence: String? {
    let open = context.history.incidents.asOf(context.index).filter(\.isOpen)
    guard let first = open.map(\.first).min() else { return nil }
    let since = "since \(context.model.periods[first].period.name)"
    let drift = open.count { $0.key.metric.definition.family == .drift }
    if open.count == 1 {
      return "1 incident \(drift == 1 ? "about drift " : "")is open \(since)."
    }
    let about =
      drift == 0
      ? "" : drift == open.count ? ", all about drift" : ", \(drift) of them about drift"
    let isOneAge = open.allSatisfy { $0.first == first }
    return
      "\(Plural.count(open.count, "incident")) are open\(isOneAge ? "" : ", the oldest") \(since)"
      + "\(about)."
  }
}
