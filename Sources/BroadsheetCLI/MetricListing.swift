import Assessment
import Foundation
import Publishing

/// The catalogue of metrics as text for a terminal and as JSON for programs.
enum MetricListing {
  /// Columns of a terminal that nobody has widened.
  private static let width = 80
  private static let notMeasured = "not computed yet"

  /// One line for each metric under the heading of its family.
  static func list(of definitions: [MetricDefinition]) -> String {
    let nameWidth = definitions.map(\.metric.rawValue.count).max() ?? 0
    let families = MetricDefinition.Family.allCases.compactMap { family -> String? in
      let lines = definitions.filter { $0.family == family }.map { definition in
        let name = definition.metric.rawValue
        let gap = String(repeating: " ", count: nameWidth - name.count + 2)
        let note = Metric.measured.contains(definition.metric) ? "" : " (\(notMeasured))"
        return "  " + name + gap + definition.title + note + "\n"
      }
      return lines.isEmpty ? nil : "\(family.title) (\(family.rawValue))\n" + lines.joined()
    }
    return families.joined(separator: "\n")
  }

  /// Everything that the catalogue says of one metric.
  static func explanation(of definition: MetricDefinition) -> String {
    var text = definition.title + "\n\n"
    text += wrapped(definition.plainMeaning, indent: "") + "\n"
    text += wrapped(definition.formula, indent: "    ") + "\n"
    for fact in MetricExplanation(definition).facts {
      text += wrapped("\(fact.name): \(fact.text)", indent: "  ", first: "")
    }
    if !Metric.measured.contains(definition.metric) { text += "\n\(notMeasured)\n" }
    return text
  }

  /// An array of objects with sorted keys; what a metric lacks is `null`.
  static func json(_ definitions: [MetricDefinition]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(definitions.map(MetricEntry.init))
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// Breaks text at spaces; every line ends with a line feed.
  private static func wrapped(_ text: String, indent: String, first: String? = nil) -> String {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n") {
      var line = lines.isEmpty ? first ?? indent : indent
      var isBlank = true
      for word in paragraph.split(separator: " ") {
        if !isBlank, line.count + 1 + word.count > width {
          lines.append(line)
          line = indent
          isBlank = true
        }
        line += (isBlank ? "" : " ") + word
        isBlank = false
      }
      lines.append(line)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// One metric in JSON; the names are part of the interface for other programs.
private struct MetricEntry: Encodable {
  private let definition: MetricDefinition

  init(_ definition: MetricDefinition) {
    self.definition = definition
  }

  private enum Key: String, CodingKey {
    case name, family, scope, title, meaning, formula, unit, direction, lowest, highest, interval,
      source, limits, computed
    case defaultExpectation = "default_expectation"
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(definition.metric.rawValue, forKey: .name)
    try values.encode(definition.family.rawValue, forKey: .family)
    try values.encode("\(definition.scope)", forKey: .scope)
    try values.encode(definition.title, forKey: .title)
    try values.encode(definition.plainMeaning, forKey: .meaning)
    try values.encode(definition.formula, forKey: .formula)
    try values.encode("\(definition.unit)", forKey: .unit)
    try values.encode("\(definition.direction)", forKey: .direction)
    try values.encode(definition.lowest, forKey: .lowest)
    try values.encode(definition.highest, forKey: .highest)
    try values.encode(definition.intervalMethod, forKey: .interval)
    try values.encode(definition.defaultExpectation, forKey: .defaultExpectation)
    try values.encode(definition.source, forKey: .source)
    try values.encode(definition.limits, forKey: .limits)
    try values.encode(Metric.measured.contains(definition.metric), forKey: .computed)
  }
}
