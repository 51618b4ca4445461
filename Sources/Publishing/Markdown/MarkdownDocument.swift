internal import CCMark

/// A place in a `MarkdownDocument`; it means nothing without the document that gave it.
///
/// Safe because every read and every edit goes through the document, and the document frees no node
/// before itself: a node that was replaced is only set aside.
@safe
struct MarkdownNode: Equatable {
  fileprivate let pointer: OpaquePointer

  static func == (left: MarkdownNode, right: MarkdownNode) -> Bool {
    unsafe left.pointer == right.pointer
  }
}

/// A parsed CommonMark tree that can be edited; the only owner of calls into libcmark.
///
/// Raw HTML never gets into the output: the tree is always rendered without `CMARK_OPT_UNSAFE`.
/// Blocks and inlines made by `makeBlock` and `makeInline` are the exception, they are written as
/// they are, so whoever makes one escapes what it holds.
@safe
struct MarkdownDocument: ~Copyable {
  /// The parts of the tree that the renderer tells apart.
  enum Kind: Equatable {
    case paragraph
    case heading(level: Int)
    case blockQuote
    case image
    case link
    case text
    case other
  }

  /// Longest text accepted, in bytes. A report has some kilobytes; libcmark aborts the process at 1 GiB.
  static let byteLimit = 64 << 20

  private let root: OpaquePointer
  /// Trees beside the main one: further parses and nodes that were replaced.
  private var aside: [OpaquePointer] = unsafe []

  init(parsing bytes: [UInt8]) throws(MarkdownError) {
    unsafe root = try Self.parse(bytes)
  }

  deinit {
    unsafe aside.forEach { unsafe cmark_node_free($0) }
    unsafe cmark_node_free(root)
  }

  /// Parses another text beside the document, so that parts of it can be moved in.
  ///
  /// - Returns: Its top-level blocks with the line on which each begins, counted from 1.
  mutating func parseAside(
    _ bytes: [UInt8]
  ) throws(MarkdownError) -> [(line: Int, node: MarkdownNode)] {
    let tree = unsafe try Self.parse(bytes)
    unsafe aside.append(tree)
    return unsafe children(of: MarkdownNode(pointer: tree)).map { node in
      (line: unsafe Int(cmark_node_get_start_line(node.pointer)), node: node)
    }
  }

  /// The HTML of the tree.
  func html() -> String {
    guard let text = unsafe cmark_render_html(root, CMARK_OPT_DEFAULT) else { return "" }
    defer { unsafe cmark_get_default_mem_allocator().pointee.free(text) }
    return unsafe String(cString: text)
  }

  // MARK: - Reading

  /// All nodes of the main tree in document order, parents before children.
  func nodes() -> [MarkdownNode] {
    unsafe descendants(of: root)
  }

  /// `node` and all nodes below it in document order.
  func descendants(of node: MarkdownNode) -> [MarkdownNode] {
    unsafe descendants(of: node.pointer)
  }

  func kind(of node: MarkdownNode) -> Kind {
    switch unsafe cmark_node_get_type(node.pointer) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: unsafe Int(cmark_node_get_heading_level(node.pointer)))
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_TEXT: .text
    default: .other
    }
  }

  /// The chain of enclosing nodes, innermost first.
  func ancestors(of node: MarkdownNode) -> [MarkdownNode] {
    var chain: [MarkdownNode] = []
    var current = unsafe cmark_node_parent(node.pointer)
    while let parent = unsafe current {
      unsafe chain.append(MarkdownNode(pointer: parent))
      unsafe current = cmark_node_parent(parent)
    }
    return chain
  }

  func children(of node: MarkdownNode) -> [MarkdownNode] {
    var list: [MarkdownNode] = []
    var current = unsafe cmark_node_first_child(node.pointer)
    while let child = unsafe current {
      unsafe list.append(MarkdownNode(pointer: child))
      unsafe current = cmark_node_next(child)
    }
    return list
  }

  /// What remains of a node when its markup is taken away; a line break becomes a space.
  ///
  /// Raw HTML counts as markup: it is not shown either.
  func plainText(of node: MarkdownNode) -> String {
    var text = ""
    for part in unsafe descendants(of: node.pointer) {
      switch unsafe cmark_node_get_type(part.pointer) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        text += unsafe Self.string(cmark_node_get_literal(part.pointer))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        text += " "
      default:
        break
      }
    }
    return text
  }

  /// The characters of a text node.
  func literal(of node: MarkdownNode) -> String {
    unsafe Self.string(cmark_node_get_literal(node.pointer))
  }

  /// Where a link or an image points to, with entities and backslash escapes already resolved.
  func destination(of node: MarkdownNode) -> String {
    unsafe Self.string(cmark_node_get_url(node.pointer))
  }

  /// The title of a link or an image, empty when there is none.
  func title(of node: MarkdownNode) -> String {
    unsafe Self.string(cmark_node_get_title(node.pointer))
  }

  /// The source lines of a block, counted from 1, and the byte column where its first line begins.
  func position(of node: MarkdownNode) -> (first: Int, last: Int, column: Int) {
    unsafe (
      first: Int(cmark_node_get_start_line(node.pointer)),
      last: Int(cmark_node_get_end_line(node.pointer)),
      column: Int(cmark_node_get_start_column(node.pointer))
    )
  }

  // MARK: - Editing

  /// A new block that writes `opening` before and `closing` after its children, both unescaped.
  mutating func makeBlock(opening: String = "", closing: String = "") -> MarkdownNode {
    unsafe make(cmark_node_new(CMARK_NODE_CUSTOM_BLOCK), opening, closing)
  }

  /// A new inline that writes `opening` before and `closing` after its children, both unescaped.
  mutating func makeInline(opening: String = "", closing: String = "") -> MarkdownNode {
    unsafe make(cmark_node_new(CMARK_NODE_CUSTOM_INLINE), opening, closing)
  }

  /// A new text, escaped when it is written.
  mutating func makeText(_ text: String) -> MarkdownNode {
    let pointer = unsafe cmark_node_new(CMARK_NODE_TEXT)
    guard let pointer = unsafe pointer else { preconditionFailure("no memory for a text") }
    let done = unsafe cmark_node_set_literal(pointer, text)
    precondition(done == 1, "only texts have characters")
    unsafe aside.append(pointer)
    return unsafe MarkdownNode(pointer: pointer)
  }

  /// Moves `node`, with all it holds, to the end of `parent`.
  mutating func append(_ node: MarkdownNode, to parent: MarkdownNode) {
    forget(node)
    let done = unsafe cmark_node_append_child(parent.pointer, node.pointer)
    precondition(done == 1, "a block was put into a node that holds only inlines")
  }

  /// Puts `replacements` where `node` stands and sets `node` aside.
  mutating func replace(_ node: MarkdownNode, with replacements: [MarkdownNode]) {
    for replacement in replacements {
      forget(replacement)
      let done = unsafe cmark_node_insert_before(node.pointer, replacement.pointer)
      precondition(done == 1, "a node was replaced by one that its parent cannot hold")
    }
    unsafe cmark_node_unlink(node.pointer)
    unsafe aside.append(node.pointer)
  }

  mutating func setDestination(_ destination: String, of node: MarkdownNode) {
    let done = unsafe cmark_node_set_url(node.pointer, destination)
    precondition(done == 1, "only links and images have a destination")
  }

  /// Takes the first scalar, a mark that the table reader put there, from the text that begins
  /// `block`.
  mutating func dropFirstCharacter(of block: MarkdownNode) {
    guard let first = unsafe cmark_node_first_child(block.pointer) else { return }
    let text = unsafe Self.string(cmark_node_get_literal(first))
    let rest = text[text.unicodeScalars.index(after: text.startIndex)...]
    let done = unsafe cmark_node_set_literal(first, String(rest))
    precondition(done == 1, "a marked text does not begin with its mark")
  }

  // MARK: - Calls shared by the above

  private static func parse(_ bytes: [UInt8]) throws(MarkdownError) -> OpaquePointer {
    guard bytes.count <= byteLimit else {
      throw MarkdownError(problem: .tooLarge(bytes: bytes.count, limit: byteLimit))
    }
    let tree = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(
        buffer.assumingMemoryBound(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let tree = unsafe tree else { throw MarkdownError(problem: .notParsed) }
    return unsafe tree
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  private func descendants(of top: OpaquePointer) -> [MarkdownNode] {
    var list: [MarkdownNode] = []
    let iterator = unsafe cmark_iter_new(top)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      switch unsafe cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER:
        if let node = unsafe cmark_iter_get_node(iterator) {
          unsafe list.append(MarkdownNode(pointer: node))
        }
      case CMARK_EVENT_EXIT:
        continue
      default:
        return list
      }
    }
  }

  private mutating func make(
    _ pointer: OpaquePointer, _ opening: String, _ closing: String
  ) -> MarkdownNode {
    unsafe cmark_node_set_on_enter(pointer, opening)
    unsafe cmark_node_set_on_exit(pointer, closing)
    // Aside until it is placed, so that it is freed even when it never is.
    unsafe aside.append(pointer)
    return unsafe MarkdownNode(pointer: pointer)
  }

  /// A node that gets a parent is freed with it, so it must not stay in `aside`.
  private mutating func forget(_ node: MarkdownNode) {
    guard unsafe cmark_node_parent(node.pointer) == nil else { return }
    // The node was nearly always made last, so the search is short.
    if let index = unsafe aside.lastIndex(of: node.pointer) { unsafe aside.remove(at: index) }
  }
}
