/// The inputs of one small model.
extension Program {
  static let configuration = """
    site: {title: Reports}
    models:
      - id: churn
        title: Churn
        task: binary
        reference: reference.csv
        predictions: predictions/*.csv
        columns: {id: id, timestamp: at, prediction: churned, label: truth}
        features: [tenure]
        minimum_rows: 5
        expectations:
          - {metric: accuracy, min: 0.9}
          - {metric: missing_share, feature: tenure, max: 0.5}
    """

  static let header = "id,at,churned,truth,tenure\n"

  /// Rows of which every second one is predicted wrongly.
  static func rows(_ numbers: Range<Int>) -> String {
    numbers.reduce(into: "") { text, number in
      text += "\(number),2026-03-0\(2 + number % 5),\(number % 2),1,\(number % 7)\n"
    }
  }

  /// Writes a configuration with its files, ready to be read.
  func writeSite() throws {
    try write("broadsheet.yaml", Self.configuration)
    try write("reference.csv", Self.header + Self.rows(1_000..<1_100))
    try write("predictions/a.csv", Self.header + Self.rows(0..<40))
  }
}
