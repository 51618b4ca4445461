/// Something that readers look for by its name.
struct SearchEntry: Hashable, Sendable {
  enum Kind: String, Sendable {
    case column, measure, term
  }

  let kind: Kind
  let name: String
  /// Another name under which it is known, such as `roc_auc`; empty for none.
  let alias: String
  /// For a column the ids of the models that have it, in order.
  let models: [String]
  /// The anchor of a measure or term on the methodology page.
  let anchor: String

  static func column(_ name: String, models: [String]) -> SearchEntry {
    SearchEntry(kind: .column, name: name, alias: "", models: models, anchor: "")
  }

  static func measure(_ title: String, id: String) -> SearchEntry {
    SearchEntry(kind: .measure, name: title, alias: id, models: [], anchor: id)
  }

  static func term(_ term: GlossaryTerm) -> SearchEntry {
    SearchEntry(kind: .term, name: term.title, alias: "", models: [], anchor: term.anchor)
  }

  /// The row of a shard: kind, name, then alias and anchor, or the models.
  var row: [String] {
    [kind.rawValue, name] + (kind == .column ? models : [alias, anchor])
  }
}
