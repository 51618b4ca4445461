import Assessment
import Profiling

/// A run of consecutive periods in which one expectation was broken.
struct Incident: Hashable, Sendable {
  let key: MetricKey
  /// Indices into the periods of the model.
  let first: Int
  let last: Int

  var length: Int { last - first + 1 }
}

/// All incidents of a model, found in one pass over its periods.
struct IncidentLog: Sendable {
  let incidents: [Incident]

  init(_ periods: [PeriodRecord]) {
    var open: [MetricKey: Int] = [:]
    var found: [Incident] = []
    for (index, period) in periods.enumerated() {
      let broken = Set(
        (period.leading?.findings ?? []).filter { $0.status == .breach }.map(\.value.key))
      for (key, first) in open where !broken.contains(key) {
        found.append(Incident(key: key, first: first, last: index - 1))
        open[key] = nil
      }
      for key in broken where open[key] == nil { open[key] = index }
    }
    for (key, first) in open {
      found.append(Incident(key: key, first: first, last: periods.count - 1))
    }
    incidents = found.sorted { ($0.first, $0.key) < ($1.first, $1.key) }
  }

  /// The incidents as they stood at a period: later ones left out, running ones cut off there.
  func asOf(_ index: Int) -> [Incident] {
    incidents.filter { $0.first <= index }
      .map { Incident(key: $0.key, first: $0.first, last: min($0.last, index)) }
  }
}
