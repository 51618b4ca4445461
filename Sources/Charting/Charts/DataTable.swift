/// The numbers behind a figure, as finished text.
package struct DataTable: Sendable, Equatable {
  /// What the table is about: the title of its chart.
  package let caption: String
  package let header: [String]
  /// Each row has as many cells as the header.
  package let rows: [[String]]
  /// Sentences that belong to the figure as a whole, such as its thresholds.
  package let notes: [String]

  package init(caption: String, header: [String], rows: [[String]], notes: [String] = []) {
    self.caption = caption
    self.header = header
    self.rows = rows
    self.notes = notes
  }
}
