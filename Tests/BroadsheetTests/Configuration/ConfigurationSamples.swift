import Testing

@testable import Broadsheet

/// Texts of configurations, and ways to read them.
enum Sample {
  /// A configuration with one binary model; `lines` are more keys of the model, `columns` more
  /// columns. The model's own keys begin on line 4, the additional ones on line 10.
  static func binary(_ lines: String = "", columns: String = "") -> String {
    model(task: "binary", lines, columns: columns)
  }

  static func model(task: String, _ lines: String = "", columns: String = "") -> String {
    """
    site: {title: Reports}
    models:
      # a model
      - id: churn
        title: Churn
        task: \(task)
        predictions: predictions.csv
        segments: [region]
        columns: {timestamp: at, id: id, label: left\(columns.isEmpty ? "" : ", " + columns)}
    \(lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))

    """
  }

  static func read(_ text: String) throws -> Configuration {
    try Configuration.parse(text: text, path: "broadsheet.yaml", directory: "/reports")
  }

  static func firstModel(_ text: String) throws -> Configuration.Model {
    try #require(try read(text).models.first)
  }

  /// The problems of a text that must have some, one line each.
  static func problems(_ text: String) throws -> [String] {
    let error = try #require(throws: ConfigurationError.self) { try read(text) }
    return error.problems.map(\.description)
  }
}
