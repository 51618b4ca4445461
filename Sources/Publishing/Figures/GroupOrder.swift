import Profiling

/// The order in which the groups of attributes are listed: weekdays and months as the calendar has
/// them, numbers by value, everything else by name.
///
/// An attribute is ordered in such a way only if all of its values are such: a rule for some of them
/// would leave the others without a place.
struct GroupOrder {
  private let ranks: [String: [String: Int]]

  init(_ groups: [Slice]) {
    var values: [String: Set<String>] = [:]
    for part in groups.flatMap(\.parts) {
      if let value = part.value { values[part.attribute, default: []].insert(value) }
    }
    ranks = values.compactMapValues(Self.ranks)
  }

  static func sorted(_ groups: [Slice]) -> [Slice] {
    let order = GroupOrder(groups)
    return groups.sorted(by: order.precedes)
  }

  func precedes(_ left: Slice, _ right: Slice) -> Bool {
    let attributes = (left.parts.map(\.attribute), right.parts.map(\.attribute))
    guard attributes.0 == attributes.1 else {
      return attributes.0.count == attributes.1.count
        ? attributes.0.lexicographicallyPrecedes(attributes.1)
        : attributes.0.count < attributes.1.count
    }
    for (one, other) in zip(left.parts, right.parts) where one != other {
      let known = ranks[one.attribute]
      let places = (known?[one.value ?? ""], known?[other.value ?? ""])
      if let place = places.0, let otherPlace = places.1 { return place < otherPlace }
      return (one.value ?? "") < (other.value ?? "")
    }
    return false
  }

  // MARK: - Values

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The place of each value; `nil` for values that are ordered by name.
  private static func ranks(_ values: Set<String>) -> [String: Int]? {
    let ordered =
      calendar(values, weekdays) ?? calendar(values, months) ?? numbers(values)
    return ordered.map { Dictionary(uniqueKeysWithValues: zip($0, 0...)) }
  }

  /// Names in full or by their first letters, at least three, such as `Mon` or `Sept`.
  private static func calendar(_ values: Set<String>, _ names: [String]) -> [String]? {
    var places: [(place: Int, value: String)] = []
    for value in values {
      let word = value.lowercased()
      guard word.count >= 3, let place = names.firstIndex(where: { $0.hasPrefix(word) }) else {
        return nil
      }
      places.append((place, value))
    }
    return places.sorted { ($0.place, $0.value) < ($1.place, $1.value) }.map(\.value)
  }

  private static func numbers(_ values: Set<String>) -> [String]? {
    let numbers = values.compactMap { value in
      Double(value).flatMap { $0.isFinite ? (number: $0, value: value) : nil }
    }
    guard numbers.count == values.count else { return nil }
    return numbers.sorted { ($0.number, $0.value) < ($1.number, $1.value) }.map(\.value)
  }
}
