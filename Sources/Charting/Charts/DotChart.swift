/// Groups one below the other: a dot for each value with its interval, against common lines such as
/// the value over all rows or an agreed limit.
package struct DotChart: Chart {
  package let id: ChartID
  package let title: String
  package let description: String
  /// In the order of the page; the titles of sections stand above their rows.
  package let sections: [DotSection]
  /// Format and ends of the horizontal axis.
  package let axis: ValueAxis
  /// Lines across all rows, each named above the plot; always within it.
  package let rules: [DotRule]
  package let heading: ChartHeading

  /// Takes any input: a row without a value that can be drawn says so in words.
  package init(
    id: ChartID, title: String, description: String, sections: [DotSection],
    axis: ValueAxis = ValueAxis(), rules: [DotRule] = [], heading: ChartHeading = .drawn
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.sections = sections
    self.axis = axis
    self.rules = rules
    self.heading = heading
  }

  package var picture: ChartPicture {
    let header = ChartHeader(title: title, unit: axis.format.unit, heading: heading)
    guard rows.contains(where: { $0.drawnValue != nil }) else {
      return ChartPicture(drawing: Plot.empty("chart-dots", header, words: "no data"))
    }
    return ChartPicture(
      drawing: DotPainter(chart: self, layout: DotLayout(self, header: header)).drawing)
  }

  /// One line per row, in the order of the picture; the rules are notes.
  package var table: DataTable {
    let isSectioned = sections.contains { !$0.title.isEmpty }
    let hasNotes = rows.contains { !$0.note.isEmpty }
    let hasStatus = rows.contains { $0.status != .ok }
    return DataTable(
      caption: title,
      header: ["Group"] + (isSectioned ? ["Part"] : []) + ["Value", "Interval"]
        + (hasNotes ? ["Rests on"] : []) + (hasStatus ? ["Status"] : []),
      rows: sections.flatMap { section in
        section.rows.map { row in
          [row.label] + (isSectioned ? [section.title] : [])
            + [value(row), interval(row)] + (hasNotes ? [row.note] : [])
            + (hasStatus ? [row.status.words] : [])
        }
      }, notes: rules.map { "Line: \($0.label)" })
  }

  var rows: [DotRow] { sections.flatMap(\.rows) }

  /// The value as it stands beside its dot.
  func value(_ row: DotRow) -> String {
    if let value = row.drawnValue { return row.valueText ?? axis.format.text(value) }
    return row.valueText ?? (row.status == .ok ? MarkStatus.missing : row.status).words
  }

  private func interval(_ row: DotRow) -> String {
    row.intervalText ?? row.interval.map {
      "\(axis.format.text($0.lowerBound)) to \(axis.format.text($0.upperBound))"
    } ?? "none"
  }

  /// The exact reading of a row for a resting pointer.
  func hoverText(_ row: DotRow) -> String {
    if !row.text.isEmpty { return "\(row.label): \(row.text)" }
    let range = row.interval == nil ? nil : "interval \(interval(row))"
    let notes = [range, row.note.isEmpty ? nil : row.note].compactMap { $0 }
    return "\(row.label): \(value(row))"
      + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }
}

/// Rows that belong together, such as the groups of one attribute.
package struct DotSection: Sendable, Equatable {
  /// Empty for rows that need no title.
  package let title: String
  package let rows: [DotRow]

  package init(title: String = "", rows: [DotRow]) {
    self.title = title
    self.rows = rows
  }
}

/// One group with its value.
package struct DotRow: Sendable, Equatable {
  package let label: String
  /// Absent where it is not known or not published; one that is not finite counts as absent.
  package let value: Double?
  package let lower: Double?
  package let upper: Double?
  package let status: MarkStatus
  /// What is written beside the dot, such as "72 %" or "not published"; `nil`: the value in the
  /// format of the axis, or the words of the status.
  package let valueText: String?
  /// The interval in words; `nil`: its ends in the format of the axis.
  package let intervalText: String?
  /// What the value rests on, such as "812 rows".
  package let note: String
  /// The exact reading in words, put after the label; empty: value, interval and note.
  package let text: String
  package let role: SeriesRole

  package init(
    label: String, value: Double?, lower: Double? = nil, upper: Double? = nil,
    status: MarkStatus = .ok, valueText: String? = nil, intervalText: String? = nil,
    note: String = "", text: String = "", role: SeriesRole = .primary
  ) {
    self.label = label
    self.value = value
    self.lower = lower
    self.upper = upper
    self.status = status
    self.valueText = valueText
    self.intervalText = intervalText
    self.note = note
    self.text = text
    self.role = role
  }

  var drawnValue: Double? { Drawable.value(value) }

  /// As that of a point in a trend.
  var interval: ClosedRange<Double>? {
    TrendPoint(value: value, lower: lower, upper: upper).interval
  }
}

/// A line across all rows, upright.
package struct DotRule: Sendable, Equatable {
  package enum Kind: Sendable {
    /// What the dots are read against, such as the value over all rows: a solid grey line.
    case comparison
    /// An agreed limit: a solid line in the colour of breaches.
    case limit
    /// A line from which a look is due, or a rule of thumb: dashed.
    case watch
  }

  /// In the unit of the axis; one that is not finite is left out of the picture.
  package let value: Double
  /// Such as "all rows 0.690".
  package let label: String
  package let kind: Kind

  package init(value: Double, label: String, kind: Kind = .comparison) {
    self.value = value
    self.label = label
    self.kind = kind
  }

  var colour: ChartColour {
    switch kind {
    case .comparison: .context
    case .limit: .breach
    case .watch: .watch
    }
  }

  var dash: String? { kind == .watch ? "7 5" : nil }
}
