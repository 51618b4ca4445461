extension TrendChart {
  /// One row per period: the readings of all series, their status where any is not in order, and
  /// the events where there are any. Thresholds are notes.
  package var table: DataTable {
    let noteworthy = series.map { series in series.points.contains { $0.status != .ok } }
    let hasEvents = annotations.contains { (0..<periodCount).contains($0.period) }
    var header = ["Period"]
    for (series, hasStatus) in zip(series, noteworthy) {
      header.append(series.name)
      if hasStatus { header.append(self.series.count > 1 ? "\(series.name): status" : "Status") }
    }
    if hasEvents { header.append("Event") }
    let rows = (0..<periodCount).map { period -> [String] in
      var row = [label(period)]
      for (series, hasStatus) in zip(series, noteworthy) {
        let point = point(series, period)
        row.append(reading(point))
        if hasStatus { row.append((point?.status ?? .missing).words) }
      }
      if hasEvents {
        row.append(annotations.filter { $0.period == period }.map(\.label).joined(separator: "; "))
      }
      return row
    }
    let notes = expectations.map { line in
      let kind = line.kind == .limit ? "Limit" : "Watch"
      return "\(kind): \(axis.format.text(line.value)) (\(line.label))"
    }
    return DataTable(caption: title, header: header, rows: rows, notes: notes)
  }
}
