/// A table of finished cells.
struct TableView: View {
  struct Column: View {
    let title: String
    /// Delimiter cell of a pipe table; says how the column is aligned.
    let rule: Markup
    /// True for columns of numbers.
    let isNumber: Bool

    /// A column of words.
    static func text(_ title: String) -> Column {
      Column(title: title, rule: Markup(":--"), isNumber: false)
    }

    /// A column of numbers, aligned at the right.
    static func number(_ title: String) -> Column {
      Column(title: title, rule: Markup("--:"), isNumber: true)
    }
  }

  struct Row: View {
    let cells: [String]
  }

  let columns: [Column]
  let rows: [Row]

  /// A table, or nothing when it would have no rows.
  init?(_ columns: [Column], _ rows: [[String]]) {
    guard !rows.isEmpty else { return nil }
    self.columns = columns
    self.rows = rows.map(Row.init)
  }
}
