/// The combinations of segment values that occurred, each under a small number, and their slices.
///
/// A prediction that waits for its label keeps that number instead of the values.
package struct SegmentTable: Sendable {
  /// What a missing value of a segment is called in slices.
  package static let missingValue = "(missing)"

  /// Segment columns, in the order of the values of a combination.
  package let columns: [String]
  private let rule: SliceRule
  private var keys: [[String]: Int] = [:]
  private var slicesByKey: [Int: [Slice]] = [:]
  /// Combinations by their number.
  package private(set) var combinations: [[String]] = []
  /// Combinations that were met for the first time, in the order in which they came.
  package private(set) var added: [(key: Int, values: [String])] = []

  /// A table that continues a stored one.
  package init(schema: ModelSchema, stored: [(key: Int, values: [String])]) {
    columns = schema.segmentColumns
    rule = SliceRule(schema: schema)
    for (key, values) in stored { enter(key: key, values: values) }
  }

  /// The number of a combination, a new one when it was not met before.
  package mutating func key(of values: [String]) -> Int {
    if let key = keys[values] { return key }
    let key = combinations.count
    enter(key: key, values: values)
    added.append((key, values))
    return key
  }

  /// All rows first, then every slice that rows with this combination belong to.
  package func slices(ofKey key: Int) -> [Slice] {
    slicesByKey[key, default: [.all]]
  }

  private mutating func enter(key: Int, values: [String]) {
    keys[values] = key
    // Numbers are given one after the other; one that is missing belongs to no row.
    while combinations.count <= key {
      combinations.append(columns.map { _ in Self.missingValue })
    }
    combinations[key] = values
    slicesByKey[key] = rule.slices(ofValues: values)
  }
}

/// Which slices a row belongs to.
struct SliceRule: Sendable {
  private let attributeSets: [[(attribute: String, position: Int)]]

  init(schema: ModelSchema) {
    let positions = Dictionary(
      uniqueKeysWithValues: schema.segmentColumns.enumerated().map { ($1, $0) })
    attributeSets = schema.sliceAttributes.map { attributes in
      attributes.map { ($0, positions[$0, default: 0]) }
    }
  }

  /// All rows first, then every slice that rows with these segment values belong to.
  func slices(ofValues values: [String]) -> [Slice] {
    [.all]
      + attributeSets.map { attributes in
        Slice(parts: attributes.map { Slice.Part(attribute: $0, value: values[$1]) })
      }
  }
}
