import Yams

/// Looks once at every node of a document before anything is read from it.
///
/// An alias counts as often as it is used, so that a short file cannot stand for an endless one.
struct DocumentInspection {
  /// Nodes after aliases are followed: some 1,500 models with a full set of keys.
  static let maximumNodes = 100_000
  /// Maps and lists inside each other; the deepest key of the configuration needs eight.
  static let maximumDepth = 24

  private let document: ConfigurationDocument
  private let log: ReadingLog
  private var nodeCount = 0
  private var seen: Set<TextPosition> = []

  /// Reports repeated keys, keys that are not text, and tags.
  ///
  /// - Returns: False when a limit was met; such a document must not be read.
  static func isReadable(_ document: ConfigurationDocument, log: ReadingLog) -> Bool {
    guard let root = document.root else { return true }
    var inspection = DocumentInspection(document: document, log: log)
    return inspection.visit(root, key: "", depth: 0)
  }

  private init(document: ConfigurationDocument, log: ReadingLog) {
    self.document = document
    self.log = log
  }

  private mutating func visit(_ node: Node, key: String, depth: Int) -> Bool {
    nodeCount += 1
    guard nodeCount <= Self.maximumNodes else {
      return refuse("more than \(Self.maximumNodes) values once its aliases are followed", key)
    }
    guard depth <= Self.maximumDepth else {
      return refuse("nested more than \(Self.maximumDepth) levels deep", key)
    }
    checkTag(of: node, key: key)
    switch node {
    case .scalar, .alias:
      return true
    case .sequence(let sequence):
      for (index, element) in sequence.enumerated() {
        guard visit(element, key: "\(key)[\(index)]", depth: depth + 1) else { return false }
      }
    case .mapping(let mapping):
      checkKeys(of: mapping, at: key)
      for (name, value) in mapping {
        let child = NodeReader.child(document.unmasked(name.scalar?.string ?? "?"), of: key)
        guard visit(value, key: child, depth: depth + 1) else { return false }
      }
    }
    return true
  }

  private func refuse(_ message: String, _ key: String) -> Bool {
    log.report(
      "the file is \(message)", advice: "split it, or write the values out", key: "", at: .start)
    return false
  }

  private mutating func checkKeys(of mapping: Node.Mapping, at key: String) {
    var masked: [String: TextPosition] = [:]
    for (name, _) in mapping {
      guard let text = name.scalar?.string else {
        reportOnce(
          "a key must be text, found \(NodeReader.kind(of: name))", advice: "put it in quotes",
          key: key, at: NodeReader.position(of: name))
        continue
      }
      if let repeated = document.repeatedKeys.first(where: { $0.mask == text }) {
        masked[repeated.name] = masked[repeated.name] ?? repeated.position
      }
    }
    guard !masked.isEmpty else { return }
    for (name, _) in mapping {
      guard let text = name.scalar?.string, let first = masked[text] else { continue }
      reportOnce(
        "this key stands twice in one map, first on line \(first.line)",
        advice: "keep one of them", key: NodeReader.child(text, of: key),
        at: NodeReader.position(of: name))
    }
  }

  private mutating func checkTag(of node: Node, key: String) {
    let tag: Tag
    let usual: [Tag.Name]
    switch node {
    case .scalar(let scalar): (tag, usual) = (scalar.tag, [.implicit, .nonSpecific, .str])
    case .sequence(let sequence): (tag, usual) = (sequence.tag, [.implicit, .nonSpecific, .seq])
    case .mapping(let mapping): (tag, usual) = (mapping.tag, [.implicit, .nonSpecific, .map])
    case .alias: return
    }
    guard !usual.contains(where: { $0.rawValue == tag.rawValue }) else { return }
    reportOnce(
      "the tag \(quoted(tag.rawValue)) has no meaning here", advice: "remove it", key: key,
      at: NodeReader.position(of: node))
  }

  /// An alias is visited wherever it is used; what is wrong with it is said once.
  private mutating func reportOnce(
    _ message: String, advice: String, key: String, at position: TextPosition
  ) {
    guard seen.insert(position).inserted else { return }
    log.report(message, advice: advice, key: key, at: position)
  }
}
