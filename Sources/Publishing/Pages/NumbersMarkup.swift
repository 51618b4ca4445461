import Charting

/// The numbers behind a chart as an HTML table.
enum NumbersMarkup {
  static func html(_ table: DataTable) -> String {
    let header = table.header.map { "<th scope=\"col\">\(HTMLEscaper.text($0))</th>" }
    let rows = table.rows.map { row in
      "<tr>"
        + row.enumerated().map { index, cell in
          index == 0
            ? "<th scope=\"row\">\(HTMLEscaper.text(cell))</th>"
            : "<td>\(HTMLEscaper.text(cell))</td>"
        }.joined() + "</tr>"
    }
    let label = HTMLEscaper.attribute("Numbers: \(table.caption)")
    let notes = table.notes.map { "<p>\(HTMLEscaper.text($0))</p>" }
    return """
      <div class="table-scroll" role="region" tabindex="0" aria-label="\(label)">
      <table>
      <caption class="visually-hidden">\(HTMLEscaper.text(table.caption))</caption>
      <thead><tr>\(header.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>\(notes.isEmpty ? "" : "\n" + notes.joined(separator: "\n"))
      """
  }
}
