import Charting

/// The numbers behind a chart as an HTML table.
enum NumbersMarkup {
  static func html(_ table: DataTable) -> String {
    let header = table.header.map { "<th scope=\"col\">\(HTMLEscaper.text($0))</th>" }
    let rows = rows(table)
    let label = HTMLEscaper.attribute("Numbers: \(table.caption)")
    let notes = table.notes.map { "<p>\(HTMLEscaper.text($0))</p>" }
    return """
      <div class="table-scroll" role="region" tabindex="0" aria-label="\(label)">
      <table>
      <caption class="visually-hidden">\(HTMLEscaper.text(table.caption))</caption>
      <thead><tr>\(header.joined())</tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      </div>\(notes.isEmpty ? "" : "\n" + notes.joined(separator: "\n"))
      """
  }

  /// One line for each row.
  private static func rows(_ table: DataTable) -> String {
    var text = ""
    for row in table.rows {
      text += text.isEmpty ? "<tr>" : "\n<tr>"
      for (index, cell) in row.enumerated() {
        text += index == 0 ? "<th scope=\"row\">" : "<td>"
        text += HTMLEscaper.text(cell)
        text += index == 0 ? "</th>" : "</td>"
      }
      text += "</tr>"
    }
    return text
  }
}
