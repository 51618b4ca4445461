/// The configuration of the model that the tests of the pipeline read.
struct PipelineSettings {
  static let modelID = "churn"

  var period = "week"
  var timezone = "UTC"
  /// The value of the key `predictions`.
  var predictions = "predictions/*"
  var hasReference = true
  var hasLabelFiles = true
  /// Key and column name.
  var columns = [
    ("id", "id"), ("timestamp", "at"), ("version", "version"), ("stage", "stage"),
    ("prediction", "churned"), ("score", "score"), ("label", "truth"),
    ("label_timestamp", "seen_at"),
  ]
  var features = ["tenure", "plan"]
  /// A further entry of `site`, such as `templates: templates`.
  var site: String?
  /// Further lines of the model.
  var more: [String] = []
  /// Id of a second model, which reads the same files; `nil` for none.
  var secondModel: String?

  /// Leaves a column out.
  func without(_ keys: String...) -> PipelineSettings {
    var copy = self
    copy.columns.removeAll { keys.contains($0.0) }
    return copy
  }

  /// Labels stand in the predictions.
  var withLabelsInRows: PipelineSettings {
    var copy = self
    copy.hasLabelFiles = false
    return copy
  }

  var text: String {
    let head = [
      "site: {title: Reports\(site.map { ", " + $0 } ?? "")}",
      "calendar: {period: \(period), timezone: \(timezone)}",
      "models:",
    ]
    let own = model(Self.modelID, "Churn") + more.map { "    " + $0 }
    let second = secondModel.map { model($0, "Second") } ?? []
    return (head + own + second).joined(separator: "\n") + "\n"
  }

  private func model(_ id: String, _ title: String) -> [String] {
    var lines = [
      "  - id: \(id)",
      "    title: \(title)",
      "    task: binary",
      "    predictions: \(predictions)",
    ]
    if hasReference { lines.append("    reference: reference.csv") }
    if hasLabelFiles { lines.append("    labels: labels/*") }
    let names = columns.map { "\($0): \($1)" }.joined(separator: ", ")
    return lines + [
      "    columns: {\(names)}",
      "    features: [\(features.joined(separator: ", "))]",
      "    segments: [region]",
      "    minimum_rows: 5",
    ]
  }
}
