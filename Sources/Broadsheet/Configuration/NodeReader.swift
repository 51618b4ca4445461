import Yams

/// One value of the configuration, with the path and the place to name when it is wrong.
///
/// A reading method returns `nil` after it has reported why, so that the reading of everything else
/// goes on.
struct NodeReader {
  let node: Node
  /// Path of the key, such as `models[0].columns.timestamp`.
  let key: String
  /// Place of the key in a map, of the value in a list.
  let position: TextPosition
  let log: ReadingLog

  init(_ node: Node, key: String, position: TextPosition, log: ReadingLog) {
    self.node = node
    self.key = key
    self.position = position
    self.log = log
    log.remember(position, of: key)
  }

  func report(_ message: String, advice: String? = nil) {
    log.report(message, advice: advice, key: key, at: position)
  }

  func noteNotYetInUse(_ reason: String) {
    log.note(KeyUse(key: key, line: position.line, reason: reason))
  }

  // MARK: - Maps and lists

  var isMap: Bool { node.mapping != nil }

  var isList: Bool { node.sequence != nil }

  /// Whether this map has a key, readable or not, so that one mistake is not reported twice.
  func has(_ name: String) -> Bool {
    node.mapping?.contains { $0.key.scalar?.string == name } ?? false
  }

  /// The values of a map whose keys are the cases of `Key`; others are reported.
  func map<Key>(_: Key.Type) -> MapReader<Key>? {
    guard let pairs = pairs() else { return nil }
    var values: [String: NodeReader] = [:]
    var meant: Set<String> = []
    let names = Key.allCases.map(\.rawValue)
    for (name, reader) in pairs {
      values[name] = reader
      if name == "<<" {
        reader.report(
          "merge keys are not supported", advice: "use an alias for the whole map, or write it out")
      } else if !names.contains(name) {
        let near = nearest(name, in: names)
        if let near { meant.insert(near) }
        reader.report("unknown key", advice: advice(near: near, in: names))
      }
    }
    return MapReader(reader: self, values: values, meant: meant)
  }

  /// Names and values of a map in order; masked duplicates and keys that are not text are left out.
  func pairs() -> [(name: String, value: NodeReader)]? {
    guard let mapping = node.mapping else {
      report("expected a map, found \(found)", advice: "write 'key: value' pairs")
      return nil
    }
    return mapping.compactMap { pair in
      guard let name = pair.key.scalar?.string, !log.masks.contains(name) else { return nil }
      let reader = NodeReader(
        pair.value, key: Self.child(name, of: key), position: Self.position(of: pair.key), log: log)
      return (name, reader)
    }
  }

  /// The elements of a list that has at least one.
  func elements() -> [NodeReader]? {
    guard let sequence = node.sequence else {
      report("expected a list, found \(found)", advice: "write [one, two], or one '- ' per line")
      return nil
    }
    guard !sequence.isEmpty else {
      report("the list is empty", advice: "fill it, or leave the key out")
      return nil
    }
    return sequence.enumerated().map { index, element in
      NodeReader(
        element, key: "\(key)[\(index)]", position: Self.position(of: element), log: log)
    }
  }

  // MARK: - Words for messages

  /// What stands here instead of what was expected.
  var found: String { Self.kind(of: node) }

  static func kind(of node: Node) -> String {
    switch node {
    case .mapping: return "a map"
    case .sequence: return "a list"
    case .alias: return "an alias"
    case .scalar(let scalar):
      if isAbsent(scalar) { return "no value" }
      return scalar.style == .plain ? quoted(scalar.string) : "the text \(quoted(scalar.string))"
    }
  }

  static func child(_ name: String, of key: String) -> String {
    key.isEmpty ? oneLine(name) : "\(key).\(oneLine(name))"
  }

  static func position(of node: Node) -> TextPosition {
    node.mark.map { TextPosition(line: $0.line, column: $0.column) } ?? .start
  }

  /// Whether YAML sees no value: nothing, `~` or `null` without quotes.
  static func isAbsent(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

/// The values of a map, by key.
struct MapReader<Key: CaseIterable & RawRepresentable> where Key.RawValue == String {
  /// The map itself.
  let reader: NodeReader
  private let values: [String: NodeReader]
  /// The keys that misspelt ones probably stand for.
  private let meant: Set<String>

  fileprivate init(reader: NodeReader, values: [String: NodeReader], meant: Set<String>) {
    self.reader = reader
    self.values = values
    self.meant = meant
  }

  subscript(_ key: Key) -> NodeReader? { values[key.rawValue] }

  /// The value of a key that must be there; `purpose` says what to write.
  ///
  /// Nothing more is said of a key that is only misspelt.
  func required(_ key: Key, _ purpose: String) -> NodeReader? {
    if let value = self[key] { return value }
    guard !meant.contains(key.rawValue) else { return nil }
    reader.log.report(
      "this key is required", advice: purpose, key: NodeReader.child(key.rawValue, of: reader.key),
      at: reader.position)
    return nil
  }
}
