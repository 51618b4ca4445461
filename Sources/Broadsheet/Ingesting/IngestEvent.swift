package import Assessment

/// What happens while data are read; the command line shows it as words or as a bar.
package enum IngestEvent: Sendable {
  /// Files that have not been read before, and their bytes together.
  case planned(fileCount: Int, byteCount: Int)
  /// Bytes of the plan that are done.
  case progressed(byteCount: Int)
  /// A file was read whole.
  case read(model: String, file: InputFile, problems: [String])
  /// A file with this content was read before; nothing changed.
  case skipped(model: String, role: InputFile.Role, path: String)
  /// A file was refused; nothing of it was kept.
  case refused(model: String, role: InputFile.Role, path: String, reason: String)
  /// Something that the reader of the log should know.
  case note(String)
}

/// What one run of ingesting did.
package struct IngestSummary: Sendable, Equatable {
  package var filesRead = 0
  package var filesSkipped = 0
  package var rowsRead = 0
  package var labelsJoined = 0
  package var labelsCorrected = 0
  package var duplicates = 0
  package var malformed = 0
  /// Descriptions of the files that were refused, in order.
  package var refusals: [String] = []

  package init() {}
}
