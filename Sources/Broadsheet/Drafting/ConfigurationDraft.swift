import Foundation
import Profiling

/// A first configuration for a file: a guess for every key, each with its reason beside it.
package struct ConfigurationDraft: Sendable {
  /// The text of the configuration.
  package let text: String
  /// What the person should look into before anything else.
  package let remarks: [String]

  /// Looks at the files and writes the text; the file itself is left to the caller.
  ///
  /// - Parameters:
  ///   - predictions: A file, folder or pattern, like `labels` and `reference`.
  ///   - modelID: `nil` to make one of the name of the file.
  ///   - output: Path of the configuration to be, from whose folder paths are seen.
  /// - Throws: ``IngestError`` and `IngestionError` for files that cannot be what they should be,
  ///   ``ConfigurationError`` for an id that is not allowed.
  package init(
    predictions: String, labels: String?, reference: String?, modelID: String?, output: String
  ) throws {
    let spool = try InputSpool(
      folder: FileManager.default.temporaryDirectory.path + "/broadsheet-init-\(UUID().uuidString)")
    let folder = parentFolder(of: currentAbsolutePath(output))
    let outcome = Result {
      try Self.draft(
        predictions: predictions, labels: labels, reference: reference, modelID: modelID,
        folder: folder, spool: spool)
    }
    try spool.remove()
    (text, remarks) = try outcome.get()
    // What is written here must be what 'check' accepts.
    _ = try Configuration.parse(text: text, path: output, directory: folder)
  }

  private static func draft(
    predictions: String, labels: String?, reference: String?, modelID: String?, folder: String,
    spool: InputSpool
  ) throws -> (text: String, remarks: [String]) {
    func look(_ name: String) throws -> (input: DraftInput, survey: FileSurvey) {
      let input = try DraftInput(name, seenFrom: folder, spool: spool)
      return (input, try FileSurvey(paths: input.readable, shown: name))
    }
    let log = try look(predictions)
    let outcomes = try labels.map(look)
    let accepted = try reference.map(look)
    var guesser = RoleGuesser(
      predictions: log.survey, labels: outcomes?.survey, reference: accepted?.survey,
      shown: predictions)
    let guess = try guesser.guess()
    let id = modelID ?? usualID(for: predictions)
    let writer = DraftWriter(
      guess: guess, id: id, predictions: log.input, labels: outcomes?.input,
      reference: accepted?.input, rowCount: log.survey.rowCount,
      times: log.survey.column(guess.timestamp.name)?.times)
    return (writer.text, guess.remarks)
  }

  /// The name of the file, or of its folder when that says more, as an identifier.
  static func usualID(for path: String) -> String {
    let parts = currentAbsolutePath(path).split(separator: "/").map(String.init)
    let dull: Set<String> = [
      "predictions", "prediction", "logs", "log", "data", "reference", "labels", "train", "test",
    ]
    for part in parts.reversed() {
      let stem = part.prefix { $0 != "." }
      let letters = stem.lowercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
      }
      let id = String(letters).split(separator: "-").joined(separator: "-")
      // A name of digits is a date more often than a model.
      if id.contains(where: \.isLetter), !dull.contains(id), !isWeek(id) { return id }
    }
    return "model"
  }

  private static func isWeek(_ id: String) -> Bool { id.firstMatch(of: /^\d{4}-?[wq]\d+$/) != nil }
}
