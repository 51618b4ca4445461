/// What a column is to the model.
package enum ColumnSubject: String, Sendable, Codable, CaseIterable {
  case feature, prediction, score, label
}

/// How the values of a column are counted.
package enum ColumnKind: Hashable, Sendable, Codable {
  case numeric(NumericAnchors)
  case categorical(Vocabulary)
}

/// The categories of a column that are always counted by name.
package struct Vocabulary: Hashable, Sendable, Codable {
  /// In ascending order of their text.
  package let categories: [String]
  /// True when every category of the reference is among them.
  package let coversReference: Bool

  package static let limit = 1_000

  package static let empty = Vocabulary(categories: [], coversReference: false)

  /// The vocabulary of a reference column: its most frequent categories, of equally frequent ones
  /// the first by text.
  package init(reference counts: [String: Int]) {
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    categories = ranked.prefix(Self.limit).map(\.key).sorted()
    coversReference = counts.count <= Self.limit
  }

  private init(categories: [String], coversReference: Bool) {
    self.categories = categories
    self.coversReference = coversReference
  }
}

/// One column that is profiled.
package struct ColumnSchema: Hashable, Sendable, Codable {
  package let name: String
  package let subject: ColumnSubject
  package let kind: ColumnKind

  package init(name: String, subject: ColumnSubject, kind: ColumnKind) {
    self.name = name
    self.subject = subject
    self.kind = kind
  }
}
