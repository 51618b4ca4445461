import Assessment
import Charting
import Profiling

/// Columns by periods: how far each is from its limit, or how much of it is missing.
struct HeatFigure {
  let model: ModelRecord
  /// The periods that are shown; the last is that of the report.
  let range: Range<Int>

  /// More rows would be a wall.
  private static let mostRows = 12

  private var periods: ArraySlice<PeriodRecord> { model.periods[range] }

  /// Drift of the judged columns, in parts of their limits.
  ///
  /// - Parameter columns: In order of weight.
  func drift(_ columns: [String], id: String, heading: ChartHeading) -> HeatMapChart? {
    let worst = periods.map { Self.worstDrift(in: $0.leading) }
    let rows = columns.compactMap { column -> (name: String, cells: [HeatCell])? in
      let cells = zip(periods, worst).map { driftCell(of: $1[column], in: $0) }
      return cells.contains { $0.share != nil } ? (column, cells) : nil
    }
    guard !rows.isEmpty, let period = periods.last else { return nil }
    let beyond = rows.filter { $0.cells.last?.status == .breach }.map(\.name)
    let description =
      beyond.isEmpty
      ? "None of \(Plural.count(rows.count, "judged column")) is beyond its limit "
        + "\(period.period.inWords)."
      : "\(Plural.shortList(beyond)) \(beyond.count == 1 ? "is" : "are") beyond "
        + "\(beyond.count == 1 ? "its limit" : "their limits") \(period.period.inWords)."
    return chart(
      id, title: "Drift by column", description: description + longest(rows), rows: rows,
      fullSquare: "the limit", unit: measures(of: rows.map(\.name), in: worst), heading: heading)
  }

  /// Missing values of the features; nothing where none was missing in any of the periods.
  func missing(id: String, heading: ChartHeading) -> HeatMapChart? {
    let names = Set(
      periods.flatMap { record in
        (record.leading?.values ?? []).filter {
          $0.key.metric == .missingShare && $0.key.slice.isAll
        }.compactMap(\.key.feature)
      })
    let all = names.map { name in (name: name, cells: periods.map { missingCell(name, $0) }) }
    let rows = all.filter { most($0.cells) > 0 }
      .sorted { one, other in (-most(one.cells), one.name) < (-most(other.cells), other.name) }
    guard !rows.isEmpty, let period = periods.last else { return nil }
    let worst = rows.max { one, other in
      ((one.cells.last?.share ?? 0), other.name) < ((other.cells.last?.share ?? 0), one.name)
    }
    let now = worst?.cells.last
    let description =
      (now?.share ?? 0) > 0
      ? "\(worst?.name ?? "") had the largest share of missing values \(period.period.inWords): "
        + "\(now?.text ?? "")."
      : "No value is missing \(period.period.inWords); some were before."
    return chart(
      id, title: "Missing values by column", description: description, rows: rows,
      fullSquare: "all values missing", sentence: hardlyAny(rows),
      completeCount: all.count - rows.count, heading: heading)
  }

  /// Below this share of missing values everywhere, squares are specks.
  private static let visibleShare = 0.05

  /// Said in place of the picture where there is hardly anything to see in it.
  private func hardlyAny(_ rows: [(name: String, cells: [HeatCell])]) -> String? {
    guard let first = rows.first, most(first.cells) < Self.visibleShare,
      let place = first.cells.firstIndex(where: { $0.share == most(first.cells) })
    else { return nil }
    let period = periods[periods.startIndex + place].period
    let noun = model.identity.periodKind.noun
    let span = periods.count == 1 ? "this \(noun)" : "these \(Plural.count(periods.count, noun))"
    return "At most \(first.cells[place].text) of the values of a column are missing in \(span): "
      + "\(first.name) \(period.inWords)."
  }

  /// The measures by which the columns are judged, in the order of the rows.
  private func measures(of names: [String], in worst: [[String: Finding]]) -> String {
    var titles: [String] = []
    for name in names {
      guard let finding = worst.reversed().lazy.compactMap({ $0[name] }).first else { continue }
      let title = finding.value.key.metric.definition.title
      if !titles.contains(title) { titles.append(title) }
    }
    return titles.joined(separator: "; ")
  }

  private func chart(
    _ id: String, title: String, description: String, rows: [(name: String, cells: [HeatCell])],
    fullSquare: String, sentence: String? = nil, unit: String = "", completeCount: Int = 0,
    heading: ChartHeading
  ) -> HeatMapChart {
    let rest = rows.count - Self.mostRows
    return HeatMapChart(
      id: ChartID(id), title: title, description: description,
      columns: periods.map(\.period.description),
      rows: rows.prefix(Self.mostRows).map { HeatRow(label: $0.name, cells: $0.cells) },
      fullSquare: fullSquare, beyond: "more, which chance may explain", sentence: sentence,
      unit: unit,
      remarks: [
        rest > 0 ? "Not shown: \(Plural.count(rest, "column")) with less than these." : nil,
        completeCount > 0
          ? "Not shown: \(Plural.count(completeCount, "column")) without missing values." : nil,
      ].compactMap { $0 }, heading: heading)
  }

  /// The verdict on the drift of each judged column; of several the worst.
  private static func worstDrift(in leading: ArmRecord?) -> [String: Finding] {
    var worst: [String: Finding] = [:]
    for finding in leading?.findings ?? [] where finding.family == .drift {
      guard let column = finding.value.key.feature else { continue }
      if let known = worst[column], known.status.severity >= finding.status.severity { continue }
      worst[column] = finding
    }
    return worst
  }

  private func driftCell(of judged: Finding?, in record: PeriodRecord) -> HeatCell {
    guard let leading = record.leading, let finding = judged,
      let value = finding.value.estimate.value,
      let limit = finding.expectation.maximum ?? finding.expectation.watchAbove, limit > 0
    else { return .missing }
    return HeatCell(
      share: value / limit, status: mark(finding.status),
      text: FigureText(leading, of: model.identity).short(finding.value))
  }

  private func missingCell(_ column: String, _ record: PeriodRecord) -> HeatCell {
    let key = MetricKey(.missingShare, feature: column)
    guard let leading = record.leading, let missing = leading[key],
      let value = missing.estimate.value
    else { return .missing }
    let status = leading.finding(of: key)?.status
    return HeatCell(
      share: value, status: status.map(mark) ?? .ok,
      text: FigureText(leading, of: model.identity).short(missing))
  }

  private func mark(_ status: Status) -> MarkStatus {
    switch status {
    case .ok: .ok
    case .watch: .watch
    case .breach: .breach
    case .insufficient: .insufficient
    case .missing: .missing
    }
  }

  private func most(_ cells: [HeatCell]) -> Double { cells.compactMap(\.share).max() ?? 0 }

  /// The column that has been beyond its limit longest without a break.
  private func longest(_ rows: [(name: String, cells: [HeatCell])]) -> String {
    let runs = rows.map { row in
      (name: row.name, length: row.cells.reversed().prefix { $0.status == .breach }.count)
    }
    guard let first = runs.max(by: { ($0.length, $1.name) < ($1.length, $0.name) }),
      first.length > 1
    else { return "" }
    let isWhole = first.length == periods.count
    let noun = model.identity.periodKind.noun
    return " \(first.name) has been so for \(isWhole ? "at least " : "")"
      + "\(Plural.count(first.length, noun))."
  }
}
