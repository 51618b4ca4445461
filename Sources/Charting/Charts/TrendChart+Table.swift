extension TrendChart {
  /// One row per period: the readings of all series, with their status where it is noteworthy, and
  /// the events where there are any. Thresholds are notes.
  package var table: DataTable {
    let hasEvents = annotations.contains { (0..<periodCount).contains($0.period) }
    let header = ["Period"] + series.map(\.name) + (hasEvents ? ["Event"] : [])
    let rows = (0..<periodCount).map { period -> [String] in
      let events = annotations.filter { $0.period == period }.map(\.label).joined(separator: "; ")
      return [label(period)] + series.map { cell(point($0, period)) } + (hasEvents ? [events] : [])
    }
    let notes = expectations.map { line in
      "\(line.kind == .limit ? "Limit" : "Watch"): \(line.label)"
    }
    return DataTable(caption: title, header: header, rows: rows, notes: notes)
  }

  private func cell(_ point: TrendPoint?) -> String {
    guard let point, point.drawnValue != nil, point.status != .ok else { return reading(point) }
    return "\(reading(point)), \(point.status.words)"
  }
}
