/// Rows by columns, such as features by periods: how much of something there is in each cell.
///
/// The area of a square says how much, a shape that it is beyond its limit, the number at the right
/// what the last column holds exactly. Nothing rests on colour.
package struct HeatMapChart: Chart {
  package let id: ChartID
  package let title: String
  package let description: String
  /// Names of the columns, such as periods.
  package let columns: [String]
  /// From top to bottom.
  package let rows: [HeatRow]
  /// What a full square stands for, such as "the limit"; part of the key.
  package let fullSquare: String
  /// What a square with a hole stands for: more than a full one.
  package let beyond: String
  /// What the cells hold, such as the name of a measure; drawn above the rows. Empty for none.
  package let unit: String
  /// Sentences about what is not shown; part of description and table.
  package let remarks: [String]
  package let sentence: String?
  package let heading: ChartHeading

  package init(
    id: ChartID, title: String, description: String, columns: [String], rows: [HeatRow],
    fullSquare: String, beyond: String = "more than that", sentence: String? = nil,
    unit: String = "", remarks: [String] = [], heading: ChartHeading = .drawn
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.columns = columns
    self.rows = rows
    self.fullSquare = fullSquare
    self.beyond = beyond
    self.sentence = sentence
    self.unit = unit
    self.remarks = remarks
    self.heading = heading
  }

  package var picture: ChartPicture {
    let header = ChartHeader(title: title, unit: unit, heading: heading)
    let isEmpty = rows.isEmpty || columns.isEmpty
    return ChartPicture(
      drawing: isEmpty
        ? Plot.empty("chart-heat", header, words: "no data")
        : HeatMapPainter(chart: self, header: header).drawing)
  }

  package var table: DataTable {
    DataTable(
      caption: title, header: ["Row"] + columns,
      rows: rows.map { row in [row.label] + columns.indices.map { row.cell($0).reading } },
      notes: remarks)
  }
}

/// One row of a heat map.
package struct HeatRow: Sendable, Equatable {
  package let label: String
  /// One for each column; what is missing at the end counts as no data.
  package let cells: [HeatCell]

  package init(label: String, cells: [HeatCell]) {
    self.label = label
    self.cells = cells
  }

  func cell(_ column: Int) -> HeatCell {
    cells.indices.contains(column) ? cells[column] : .missing
  }
}

/// One cell of a heat map.
package struct HeatCell: Sendable, Equatable {
  /// How much of the whole square is filled, in [0, 1]; more counts as 1, `nil` as no data.
  package let share: Double?
  package let status: MarkStatus
  /// The value as text, such as "0.12".
  package let text: String

  package init(share: Double?, status: MarkStatus = .ok, text: String) {
    self.share = share
    self.status = status
    self.text = text
  }

  package static let missing = HeatCell(share: nil, status: .missing, text: "")

  /// As much as can be drawn, in [0, 1].
  var drawnShare: Double? {
    guard let share, !share.isNaN else { return nil }
    return min(max(share, 0), 1)
  }

  /// More than a full square stands for, while its status is in order.
  var isBeyond: Bool { (share ?? 0) > 1 && status == .ok }

  /// Value and, where it is noteworthy, status.
  var reading: String {
    if text.isEmpty { return (status == .ok ? MarkStatus.missing : status).words }
    return status == .watch || status == .breach ? "\(text), \(status.words)" : text
  }
}
