// Writes a made-up prediction log with its reference, its labels and a configuration that reads
// them. The same options give the same bytes.
import Foundation

do {
  let shape = try Shape(arguments: Array(CommandLine.arguments.dropFirst()))
  try FileManager.default.createDirectory(
    atPath: shape.output, withIntermediateDirectories: true)
  try writeReference(shape)
  try writePredictions(shape)
  if shape.labels == .late { try writeLabels(shape) }
  try Data(configuration(shape).utf8).write(
    to: URL(fileURLWithPath: shape.output + "/broadsheet.yaml"))
} catch {
  FileHandle.standardError.write(Data("generate-log: \(error)\n".utf8))
  exit(64)
}

func writeReference(_ shape: Shape) throws {
  let writer = RowWriter(shape: shape, hasLabel: true)
  var text = try TextBuffer(path: "\(shape.output)/reference.\(shape.format.rawValue)")
  try writer.writeHeader(to: &text)
  for number in 0..<shape.referenceRows { try writer.write(Row(-1 - number, of: shape), to: &text) }
  try text.close()
}

func writePredictions(_ shape: Shape) throws {
  let writer = RowWriter(shape: shape, hasLabel: shape.labels == .row)
  for file in 0..<shape.files {
    let name = shape.files == 1 ? "predictions" : "predictions-\(file + 100)"
    var text = try TextBuffer(path: "\(shape.output)/\(name).\(shape.format.rawValue)")
    try writer.writeHeader(to: &text)
    for number in (shape.rows * file / shape.files)..<(shape.rows * (file + 1) / shape.files) {
      try writer.write(Row(number, of: shape), to: &text)
    }
    try text.close()
  }
}

func writeLabels(_ shape: Shape) throws {
  let writer = RowWriter(shape: shape, hasLabel: true)
  var text = try TextBuffer(path: "\(shape.output)/labels.csv")
  text.append("prediction_id,label,observed_at")
  try text.endRecord()
  let labelled = shape.labelled ?? shape.rows
  for number in 0..<labelled {
    try writer.writeLabel(Row(number * shape.rows / labelled, of: shape), to: &text)
  }
  try text.close()
}

func configuration(_ shape: Shape) -> String {
  let writer = RowWriter(shape: shape, hasLabel: true)
  let prefix = shape.format == .jsonl ? "features." : ""
  let features = writer.features.map { prefix + $0 }.joined(separator: ", ")
  let labels =
    shape.labels == .late ? "    labels: labels.csv\n" : ""
  let labelColumns: String =
    switch shape.labels {
    case .row: "      label: label\n"
    case .late: "      label: label\n      label_timestamp: observed_at\n"
    case .none: ""
    }
  return """
    site: {title: Generated models}
    calendar: {period: week, timezone: UTC}
    models:
      - id: generated
        title: A generated model
        task: binary
        reference: reference.\(shape.format.rawValue)
        predictions: predictions*.\(shape.format.rawValue)
    \(labels)    columns:
          id: prediction_id
          timestamp: timestamp
          prediction: prediction
          score: score
    \(labelColumns)      latency_ms: latency_ms
        positive: 1
        features: [\(features)]
        segments: [age_band]
        protected:
          - {attribute: sex}

    """
}
