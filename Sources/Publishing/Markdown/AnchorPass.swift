/// Gives headings and figures their ids, draws the figures, and rewrites the links of a document.
package struct AnchorPass {
  /// Which headings and captions link to themselves.
  package enum Links: Sendable {
    case none
    /// All but the title of the page, and headings that hold a link already.
    case sectionsAndFigures
  }

  private(set) var headings: [RenderedMarkdown.Heading] = []
  private(set) var links: [String] = []
  private var anchors: AnchorNames
  private let selfLinks: Links
  private let numbersSummary: String

  init(anchors: AnchorNames, links: Links, numbersSummary: String) {
    self.anchors = anchors
    selfLinks = links
    self.numbersSummary = numbersSummary
  }

  mutating func run(
    on document: inout MarkdownDocument,
    figures: (String, String) -> Figure?,
    rewritingLinks: (String) -> String
  ) {
    for node in document.nodes() {
      switch document.kind(of: node) {
      case .heading(let level):
        nameHeading(node, level: level, in: &document)
      case .link where !isInsideImage(node, document):
        rewriteLink(node, in: &document, with: rewritingLinks)
      case .image where !isInsideImage(node, document):
        replaceImage(node, in: &document, figures: figures, rewritingLinks: rewritingLinks)
      default:
        continue
      }
    }
  }

  /// The words inside an image are its alternative text; links and images there are not shown.
  private func isInsideImage(_ node: MarkdownNode, _ document: borrowing MarkdownDocument) -> Bool {
    for ancestor in document.ancestors(of: node) where document.kind(of: ancestor) == .image {
      return true
    }
    return false
  }

  private mutating func nameHeading(
    _ node: MarkdownNode, level: Int, in document: inout MarkdownDocument
  ) {
    let text = document.plainText(of: node)
    let id = anchors.anchor(for: text)
    headings.append(RenderedMarkdown.Heading(level: level, text: text, id: id))
    let hasLink = document.descendants(of: node).contains {
      [.link, .image].contains(document.kind(of: $0))
    }
    let isLink = selfLinks == .sectionsAndFigures && level > 1 && !hasLink
    let words = document.makeInline(
      opening: "<h\(level) id=\"\(id)\">" + (isLink ? Self.opening(id) : ""),
      closing: (isLink ? "</a>" : "") + "</h\(level)>")
    for child in document.children(of: node) { document.append(child, to: words) }
    // The block only brings the line breaks; its own tags would put them inside the heading.
    let block = document.makeBlock()
    document.append(words, to: block)
    document.replace(node, with: [block])
  }

  private mutating func rewriteLink(
    _ node: MarkdownNode, in document: inout MarkdownDocument, with rewrite: (String) -> String
  ) {
    let destination = rewrite(document.destination(of: node))
    guard LinkSafety.allows(destination) else {
      document.replace(node, with: document.children(of: node))
      return
    }
    links.append(destination)
    document.setDestination(destination, of: node)
  }

  private mutating func replaceImage(
    _ node: MarkdownNode, in document: inout MarkdownDocument,
    figures: (String, String) -> Figure?, rewritingLinks: (String) -> String
  ) {
    let destination = document.destination(of: node)
    let alternative = document.plainText(of: node)
    let figure = figures(destination, alternative)
    let picture = figure?.markup ?? image(rewritingLinks(destination), alternative: alternative)
    guard let paragraph = document.ancestors(of: node).first,
      document.kind(of: paragraph) == .paragraph, document.children(of: paragraph).count == 1
    else {
      document.replace(node, with: [document.makeInline(opening: picture)])
      return
    }
    let title = document.title(of: node)
    let caption = HTMLEscaper.text(title.isEmpty ? alternative : title)
    let id = anchors.anchor(for: Self.stem(of: destination), prefix: "figure-")
    var html = "<figure id=\"\(id)\">\n\(picture)\n"
    if !caption.isEmpty {
      let words =
        selfLinks == .sectionsAndFigures ? "\(Self.opening(id))\(caption)</a>" : caption
      html += "<figcaption>\(words)</figcaption>\n"
    }
    html += "</figure>"
    // After the figure, not in it: a caption must come last there, and belongs next to the drawing.
    if let numbers = figure?.numbers {
      html += "\n<details class=\"figure-numbers\">\n"
      html += "<summary>\(HTMLEscaper.text(numbersSummary))</summary>\n\(numbers)\n</details>"
    }
    document.replace(paragraph, with: [document.makeBlock(opening: html)])
  }

  private mutating func image(_ destination: String, alternative: String) -> String {
    guard LinkSafety.allows(destination) else { return HTMLEscaper.text(alternative) }
    links.append(destination)
    let source = HTMLEscaper.address(destination)
    return "<img src=\"\(source)\" alt=\"\(HTMLEscaper.attribute(alternative))\" loading=\"lazy\">"
  }

  private static func opening(_ id: String) -> String {
    "<a class=\"anchor\" href=\"#\(id)\">"
  }

  /// The file name without its folders and its last extension.
  private static func stem(of destination: String) -> String {
    let path = destination.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
