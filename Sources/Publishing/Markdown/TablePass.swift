/// Replaces the paragraphs of a document that are pipe tables.
///
/// Inlines cannot be split at pipes after the fact: an unmatched backtick in one row would already
/// have swallowed the next. So the paragraph's source lines are split into cells, and the cells of all
/// tables are parsed together as paragraphs of a second text.
package struct TablePass {
  /// What a table says of itself.
  package enum Style: Sendable {
    /// As GitHub Flavored Markdown has it.
    case plain
    /// With a caption for those who hear the page, the heading above it, and the first cell of each
    /// row as its header. Left is what cells are without a word.
    case described
  }

  private struct Found {
    let paragraph: MarkdownNode
    let table: PipeTable
    let label: String
    /// Line of the second text where the words above the table begin.
    let lineAbove: Int?
    /// Lines of the second text where the cells stand, row by row, header first.
    let cellLines: [[Int?]]
  }

  /// Put before each cell, so that `- x` or `# x` in it is text: a no-break space. It is no indentation
  /// to the block parser, but white space to emphasis, just like the start of a line that it hides.
  private static let guardMark = "\u{A0}"

  private let source: SourceLines
  private let style: Style
  private var second: [UInt8] = []
  private var nextLine = 1
  private var labels = AnchorNames()

  init(source: SourceLines, style: Style = .plain) {
    self.source = source
    self.style = style
  }

  mutating func run(on document: inout MarkdownDocument) throws(MarkdownError) {
    let found = findTables(in: document)
    guard !found.isEmpty else { return }
    // The whole source once more, for the link definitions that cells may refer to. Cells come first
    // and each is a paragraph of its own, so nothing in the source can change them.
    if source.mayDefineLinks { second += source.bytes }
    var blocks: [Int: MarkdownNode] = [:]
    for block in try document.parseAside(second) where block.line < nextLine {
      blocks[block.line] = block.node
    }
    for item in found { build(item, from: blocks, in: &document) }
  }

  // MARK: - Finding

  private mutating func findTables(in document: borrowing MarkdownDocument) -> [Found] {
    var found: [Found] = []
    var heading = "Table"
    for node in document.nodes() {
      switch document.kind(of: node) {
      case .heading:
        let text = document.plainText(of: node)
        heading = text.isEmpty ? "Table" : text
      case .paragraph:
        let position = document.position(of: node)
        guard position.last > position.first else { continue }
        let quotes = document.ancestors(of: node).count { document.kind(of: $0) == .blockQuote }
        let lines = source.paragraph(
          first: position.first, last: position.last, column: position.column, quoteDepth: quotes)
        guard let (linesAbove, table) = PipeTable.find(in: lines) else { continue }
        let above = lines[..<linesAbove]
        found.append(
          Found(
            paragraph: node,
            table: table,
            // Two regions with one name are one too many for a list of landmarks.
            label: labels.label(for: heading),
            lineAbove: addText(Array(above)),
            cellLines: ([table.header] + table.rows).map { row in row.map { addCell($0) } }))
      default:
        continue
      }
    }
    return found
  }

  private mutating func addCell(_ cell: String) -> Int? {
    cell.isEmpty ? nil : addText([Self.guardMark + cell])
  }

  /// Adds a paragraph to the second text. Later lines are indented so far that they cannot begin a
  /// block, just as they did not in the source.
  private mutating func addText(_ lines: [String]) -> Int? {
    guard !lines.isEmpty else { return nil }
    second += lines.joined(separator: "\n    ").utf8
    second += "\n\n".utf8
    defer { nextLine += lines.count + 1 }
    return nextLine
  }

  // MARK: - Building

  private func build(
    _ found: Found, from blocks: [Int: MarkdownNode], in document: inout MarkdownDocument
  ) {
    let label = HTMLEscaper.attribute(found.label)
    let caption =
      style == .described
      ? "\n<caption class=\"visually-hidden\">\(HTMLEscaper.text(found.label))</caption>" : ""
    let block = document.makeBlock(
      opening: """
        <div class="table-scroll" tabindex="0" role="region" aria-label="\(label)">
        <table\(columnClasses(found.table.alignments))>\(caption)
        """,
      closing: "</table>\n</div>")
    for (index, lines) in found.cellLines.enumerated() {
      let cells = found.table.alignments.enumerated().map { column, alignment in
        cell(
          in: Row(index: index, count: found.cellLines.count), isFirst: column == 0,
          isLast: column == lines.count - 1, isEmpty: lines[column] == nil,
          alignment: isNamed(column, alignment) ? nil : alignment, document: &document)
      }
      for (line, cell) in zip(lines, cells) {
        document.append(cell, to: block)
        guard let line, let content = blocks[line] else { continue }
        document.dropFirstCharacter(of: content)
        for part in document.children(of: content) { document.append(part, to: cell) }
      }
    }
    let above = found.lineAbove.flatMap { blocks[$0] }
    document.replace(found.paragraph, with: (above.map { [$0] } ?? []) + [block])
  }

  /// The columns that are aligned to the right, said once: pages of numbers would otherwise say it in
  /// every cell.
  private func columnClasses(_ alignments: [PipeTable.Alignment?]) -> String {
    let names = alignments.enumerated().compactMap { column, alignment in
      isNamed(column, alignment) ? "r\(column + 1)" : nil
    }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  /// Whether the style sheet has a class for the alignment of a column.
  private func isNamed(_ column: Int, _ alignment: PipeTable.Alignment?) -> Bool {
    style == .described && alignment == .right && (2...Self.namedColumns).contains(column + 1)
  }

  /// `r2` to `r12`.
  private static let namedColumns = 12

  private struct Row {
    let index: Int
    let count: Int

    var isHeader: Bool { index == 0 }
    var opening: String { index == 1 ? "<tbody>\n<tr>\n" : isHeader ? "<thead>\n<tr>\n" : "<tr>\n" }
    var closing: String {
      if isHeader { return "</tr>\n</thead>\n" }
      return index == count - 1 ? "</tr>\n</tbody>\n" : "</tr>\n"
    }
  }

  private func cell(
    in row: Row, isFirst: Bool, isLast: Bool, isEmpty: Bool, alignment: PipeTable.Alignment?,
    document: inout MarkdownDocument
  ) -> MarkdownNode {
    if !isFirst, !isLast, !row.isHeader, alignment == nil {
      return document.makeInline(opening: "<td>", closing: "</td>\n")
    }
    // An empty corner is no header: a screen reader would announce a column without a name.
    let isRowHeader = style == .described && isFirst && !row.isHeader
    let name = (row.isHeader || isRowHeader) && !isEmpty ? "th" : "td"
    let scope = name == "th" ? " scope=\"\(row.isHeader ? "col" : "row")\"" : ""
    let isSilent = style == .described && alignment == .left
    let style = isSilent ? "" : alignment.map { " class=\"\($0.rawValue)\"" } ?? ""
    return document.makeInline(
      opening: (isFirst ? row.opening : "") + "<\(name)\(scope)\(style)>",
      closing: "</\(name)>\n" + (isLast ? row.closing : ""))
  }
}
