/// A table of finished cells.
struct TableView: View {
  struct Column: View {
    let title: String
    /// Delimiter cell of a pipe table; says how the column is aligned.
    let rule: Markup

    /// A column of words.
    static func text(_ title: String) -> Column {
      Column(title: title, rule: Markup(":--"))
    }

    /// A column of numbers, aligned at the right.
    static func number(_ title: String) -> Column {
      Column(title: title, rule: Markup("--:"))
    }
  }

  struct Row: View {
    let cells: [String]
  }

  let columns: [Column]
  let rows: [Row]
  /// The classes by which the style sheet aligns columns of numbers, such as `r2 r3`.
  let alignment: Markup?

  /// A table, or nothing when it would have no rows.
  init?(_ columns: [Column], _ rows: [[String]]) {
    guard !rows.isEmpty else { return nil }
    self.columns = columns
    self.rows = rows.map(Row.init)
    let numbers = columns.indices.filter { columns[$0].rule.text == "--:" }
    alignment =
      numbers.isEmpty ? nil : Markup(numbers.map { "r\($0 + 1)" }.joined(separator: " "))
  }
}
