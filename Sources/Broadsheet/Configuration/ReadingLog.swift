import Assessment

/// What one reading of a configuration has found so far.
///
/// A class, since all readers of one file write into the same list.
final class ReadingLog {
  let path: String
  /// The text of the file.
  let text: String
  /// Folder against which paths are resolved.
  let directory: String
  /// The metrics for which values exist; an expectation on another one is noted.
  let computed: Set<Metric>
  /// What the document put in the place of repeated keys; such keys are not read.
  let masks: Set<String>
  private var found: [ConfigurationProblem] = []
  private(set) var positions: [String: TextPosition] = [:]
  private(set) var notYetInUse: [KeyUse] = []
  /// Where standard input is named as a source.
  private var standardInput: TextPosition?

  init(
    path: String, text: String, directory: String, computed: Set<Metric>, masks: Set<String>
  ) {
    self.path = path
    self.text = text
    self.directory = directory
    self.computed = computed
    self.masks = masks
  }

  /// All problems in order of their place; those of one place in the order of finding.
  var problems: [ConfigurationProblem] {
    found.enumerated().sorted { one, other in
      (one.element.line ?? 0, one.element.column ?? 0, one.offset)
        < (other.element.line ?? 0, other.element.column ?? 0, other.offset)
    }.map(\.element)
  }

  func report(_ message: String, advice: String?, key: String, at position: TextPosition) {
    found.append(
      ConfigurationProblem(
        path: path, line: position.line, column: position.column, key: key, message: message,
        advice: advice))
  }

  func remember(_ position: TextPosition, of key: String) {
    positions[key] = position
  }

  /// Standard input is there once for the whole configuration.
  func noteStandardInput(_ reader: NodeReader) {
    if let standardInput {
      reader.report(
        "standard input is read already, on line \(standardInput.line)",
        advice: "give one of them a file or a named pipe")
    }
    standardInput = standardInput ?? reader.position
  }

  func note(_ use: KeyUse) {
    notYetInUse.append(use)
  }
}
