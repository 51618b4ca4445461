import Foundation

/// Writes rows as CSV or JSON Lines.
struct RowWriter {
  let shape: Shape
  let hasLabel: Bool

  static let sexes = ["female", "male"]
  static let ageBands = ["18-24", "25-34", "35-49", "50-64", "65+"]

  var columns: [String] {
    var names = ["prediction_id", "timestamp"]
    names += features
    names += ["score", "prediction"]
    if hasLabel { names.append("label") }
    return names + ["latency_ms", "sex", "age_band"]
  }

  var features: [String] {
    (0..<shape.floats).map { "float_\($0 < 10 ? "0" : "")\($0)" }
      + shape.categories.indices.map { "category_\($0)" }
  }

  func writeHeader(to text: inout TextBuffer) throws {
    guard shape.format == .csv else { return }
    text.append(columns.joined(separator: ","))
    try text.endRecord()
  }

  func write(_ row: Row, to text: inout TextBuffer) throws {
    switch shape.format {
    case .csv: writeCSV(row, to: &text)
    case .jsonl: writeJSON(row, to: &text)
    }
    try text.endRecord()
  }

  private func writeCSV(_ row: Row, to text: inout TextBuffer) {
    writeIdentity(row, to: &text)
    text.append(",")
    writeTime(row.time, milliseconds: abs(row.number) * 7_919 % 1_000, to: &text)
    for value in row.floats {
      text.append(",")
      if let value { text.append(value, digits: shape.digits) }
    }
    for (column, value) in row.categories.enumerated() {
      text.append(",")
      guard let value else { continue }
      let isQuoted = row.quoted && column == row.categories.count - 1
      text.append(isQuoted ? "\"value, \"\"\(value)\"\"\"" : "value_\(value)")
    }
    text.append(",")
    text.append(row.score, digits: shape.scoreDigits)
    text.append(row.prediction == 1 ? ",1" : ",0")
    if hasLabel { text.append(row.label == 1 ? ",1" : ",0") }
    text.append(",")
    text.append(row.latency, digits: 2)
    text.append(",")
    text.append(Self.sexes[row.sex])
    text.append(",")
    text.append(Self.ageBands[row.ageBand])
  }

  private func writeJSON(_ row: Row, to text: inout TextBuffer) {
    text.append("{\"prediction_id\":\"")
    writeIdentity(row, to: &text)
    text.append("\",\"timestamp\":\"")
    writeTime(row.time, milliseconds: abs(row.number) * 7_919 % 1_000, to: &text)
    text.append("\",\"features\":{")
    let names = features
    for (column, value) in row.floats.enumerated() {
      text.append(column == 0 ? "\"" : ",\"")
      text.append(names[column])
      text.append("\":")
      if let value { text.append(value, digits: shape.digits) } else { text.append("null") }
    }
    for (column, value) in row.categories.enumerated() {
      text.append(",\"")
      text.append(names[row.floats.count + column])
      text.append("\":")
      guard let value else {
        text.append("null")
        continue
      }
      let isQuoted = row.quoted && column == row.categories.count - 1
      text.append(isQuoted ? "\"value, \\\"\(value)\\\"\"" : "\"value_\(value)\"")
    }
    text.append("},\"score\":")
    text.append(row.score, digits: shape.scoreDigits)
    text.append(row.prediction == 1 ? ",\"prediction\":1" : ",\"prediction\":0")
    if hasLabel { text.append(row.label == 1 ? ",\"label\":1" : ",\"label\":0") }
    text.append(",\"latency_ms\":")
    text.append(row.latency, digits: 2)
    text.append(",\"sex\":\"")
    text.append(Self.sexes[row.sex])
    text.append("\",\"age_band\":\"")
    text.append(Self.ageBands[row.ageBand])
    text.append("\"}")
  }

  private func writeIdentity(_ row: Row, to text: inout TextBuffer) {
    text.append(row.number < 0 ? "r" : "p")
    text.append(abs(row.number), width: 11)
  }

  func writeLabel(_ row: Row, to text: inout TextBuffer) throws {
    writeIdentity(row, to: &text)
    text.append(row.label == 1 ? ",1," : ",0,")
    writeTime(row.labelTime, milliseconds: abs(row.number) * 104_729 % 1_000, to: &text)
    try text.endRecord()
  }

  private func writeTime(_ seconds: Int, milliseconds: Int, to text: inout TextBuffer) {
    Self.writeTime(seconds, to: &text)
    if shape.milliseconds {
      text.append(".")
      text.append(milliseconds, width: 3)
    }
    text.append("Z")
  }

  /// `2026-01-05T00:00:00`; days to dates by Howard Hinnant's `civil_from_days`.
  private static func writeTime(_ seconds: Int, to text: inout TextBuffer) {
    let day = seconds / 86_400
    let second = seconds % 86_400
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    text.append(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), width: 4)
    text.append("-")
    text.append(month, width: 2)
    text.append("-")
    text.append(dayOfYear - (153 * monthIndex + 2) / 5 + 1, width: 2)
    text.append("T")
    text.append(second / 3_600, width: 2)
    text.append(":")
    text.append(second / 60 % 60, width: 2)
    text.append(":")
    text.append(second % 60, width: 2)
  }
}
