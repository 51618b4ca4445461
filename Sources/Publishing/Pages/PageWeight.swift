/// What the parts of a page of a model weigh besides its trends, in bytes of HTML; estimated from what
/// the templates put around the words.
enum PageWeight {
  /// The frame of the page, its headings, and the lines of the trends that stand elsewhere.
  private static let frame = 12_000
  private static let stripCell = 210
  private static let reportLine = 330
  private static let tableCell = 45

  static func of(
    _ history: [HistoryRowView], _ years: [YearView], _ comparisons: [ComparisonView]
  ) -> Int {
    let strip = history.reduce(0) { $0 + $1.periods.count } * stripCell
    let lines = years.flatMap(\.reports).reduce(0) { $0 + reportLine + $1.sentence.utf8.count }
    let tables = comparisons.reduce(0) { sum, comparison in
      let words = comparison.sentences.reduce(0) { $0 + $1.utf8.count }
      let cells = comparison.table.map { ($0.rows.count + 1) * $0.columns.count } ?? 0
      return sum + words + cells * tableCell + 300
    }
    return frame + strip + lines + tables
  }
}
