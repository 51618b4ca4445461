import Ingestion
import Profiling

/// Refuses a file with a stage that is none.
///
/// Taking it for production would mix answers that nobody used with those that were.
struct StageCheck {
  let log: PredictionLog
  let layout: ModelLayout
  /// The path of the file as the user knows it.
  let shown: String

  func check(_ batch: Batch, of reader: any BatchReader) throws(IngestError) {
    guard let (line, text) = log.unknownStage(in: batch) else { return }
    throw error(text, line: line, header: reader.header)
  }

  /// What is wrong with `text` on a line of a file with these columns.
  func error(_ text: String, line: Int, header: [String]) -> IngestError {
    let names = Stage.allCases.map(\.rawValue)
    let column = layout.stage.flatMap(header.firstIndex).map { ":\($0 + 1)" } ?? ""
    let nearest = NearestName.suggestion(for: text, among: names).map { " (nearest: '\($0)')" }
    return IngestError(
      .badData,
      [
        "\(shown):\(line)\(column): the stage column holds a value that is no stage; use "
          + names.joined(separator: ", ") + (nearest ?? "")
      ])
  }
}
