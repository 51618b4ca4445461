import Assessment
import Profiling

extension FindingClauses {
  /// How many findings a sentence names.
  private static let limit = 3

  /// Measures in a list, each once, and how many more there are. Columns that share a measure stand
  /// together, such as `missing values of wind, rain and visibility`.
  func list(_ findings: [Finding]) -> String {
    var seen = Set<String>()
    let items = findings.map(item).filter { seen.insert($0.name).inserted }
    let rest = items.count > Self.limit + 1 ? items.count - Self.limit : 0
    var parts: [(measure: Measure, columns: [String])] = []
    for item in items.prefix(items.count - rest) {
      if let place = parts.firstIndex(where: { $0.measure == item.measure }), item.column != nil {
        parts[place].columns += item.column.map { [$0] } ?? []
      } else {
        parts.append((item.measure, item.column.map { [$0] } ?? []))
      }
    }
    let more = rest > 0 ? ["\(rest) more"] : []
    if let only = parts.first, parts.count == 1, !only.columns.isEmpty {
      return words(only.measure, Plural.list(only.columns + more))
    }
    let texts = parts.map { words($0.measure, Plural.list($0.columns)) } + more
    // A comma would not tell where one list ends and the next begins.
    return parts.contains { $0.columns.count > 1 }
      ? texts.joined(separator: "; ") : Plural.list(texts)
  }

  /// What several columns may have in common.
  private enum Measure: Hashable {
    /// Drift: which distance it is matters less in a sentence than which column has moved.
    case mix
    case of(MetricKey)
  }

  private func item(_ finding: Finding) -> (measure: Measure, column: String?, name: String) {
    let key = finding.value.key
    if finding.family == .drift, let column = columns([finding]).first {
      return (.mix, column, words(.mix, column))
    }
    let measure = Measure.of(MetricKey(key.metric, slice: key.slice))
    let column = key.feature.map(columnName)
    return (measure, column, words(measure, column ?? ""))
  }

  private func words(_ measure: Measure, _ columns: String) -> String {
    switch measure {
    case .mix: "the mix of \(columns)"
    case .of(let key):
      name(
        of: columns.isEmpty
          ? key : MetricKey(key.metric, slice: key.slice, feature: columns))
    }
  }
}
