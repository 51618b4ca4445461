import Profiling

/// Metric values as text for other programs; the same values give the same bytes.
package enum MetricExport {
  package enum Format: String, CaseIterable, Sendable {
    /// RFC 4180 with a header, lines ended by LF.
    case csv
    /// One array of objects.
    case json
    /// One object a line.
    case ndjson
  }

  /// Which rows are wanted; `nil` admits all.
  package struct Filter: Sendable {
    package let model: String?
    /// Name of a period, or `reference`.
    package let period: String?
    package let metric: Metric?

    package init(model: String? = nil, period: String? = nil, metric: Metric? = nil) {
      self.model = model
      self.period = period
      self.metric = metric
    }

    fileprivate func admits(_ row: MetricRow) -> Bool {
      (metric == nil || row.value.key.metric == metric)
        && (period == nil || period == row.period?.description ?? "reference")
    }
  }

  /// The rows of several models: of each the reference, then its periods, oldest first.
  package static func text(
    of records: [ModelRecord], format: Format, filter: Filter = Filter()
  ) -> String {
    let rows = records.filter { filter.model == nil || filter.model == $0.identity.id }
      .flatMap { record in
        record.referenceRows + record.periods.flatMap(record.rows(of:))
      }
    return text(of: rows.filter(filter.admits), format: format)
  }

  /// The given rows in the given order.
  package static func text(of rows: [MetricRow], format: Format) -> String {
    switch format {
    case .csv:
      let header = MetricRow.columns.joined(separator: ",") + "\n"
      return rows.reduce(into: header) { text, row in
        text += row.cells.map(csv).joined(separator: ",") + "\n"
      }
    case .ndjson:
      return rows.reduce(into: "") { $0 += json($1) + "\n" }
    case .json:
      guard !rows.isEmpty else { return "[]\n" }
      return "[\n" + rows.map { "  " + json($0) }.joined(separator: ",\n") + "\n]\n"
    }
  }

  private static func csv(_ cell: MetricRow.Cell) -> String {
    switch cell {
    case .number(let number): return number.map(shortest) ?? ""
    case .text(let text):
      let isPlain = !text.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
      }
      return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
  }

  private static func json(_ row: MetricRow) -> String {
    var text = "{"
    for (name, cell) in zip(MetricRow.columns, row.cells) {
      text += text.utf8.count == 1 ? "\"" : ",\""
      text += name
      text += "\":"
      text += json(cell)
    }
    return text + "}"
  }

  private static func json(_ cell: MetricRow.Cell) -> String {
    switch cell {
    case .number(let number): number.map(shortest) ?? "null"
    case .text(let text): quoted(text)
    }
  }

  /// Whole numbers without a fraction, others in the shortest form that reads back as the same.
  private static func shortest(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 0x1p53 { return String(Int(number)) }
    return String(describing: number)
  }

  private static func quoted(_ text: String) -> String {
    // Nearly all texts are names, which are taken as they are. 0xE2 begins the separators of lines.
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0xE2
    }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{2028}": result += "\\u2028"
      case "\u{2029}": result += "\\u2029"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
