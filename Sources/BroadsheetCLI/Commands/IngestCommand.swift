import ArgumentParser
import Broadsheet
import History

struct IngestCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read new predictions and labels into the history.")

  @OptionGroup var options: CommonOptions

  @Flag(help: "Count everything again from the files, and replace the history when that succeeded.")
  var rebuild = false

  func run() async throws {
    let log = options.makeLog()
    let summary = try options.withLockedHistory { configuration, store in
      try rebuild
        ? HistoryRebuild(configuration: configuration).run(observe: IngestLog(log).show)
        : Ingestor(configuration: configuration, store: store, observe: IngestLog(log).show).run()
    }
    log.info(summary.sentence)
    try summary.check()
  }
}

extension IngestSummary {
  /// What was read, as one line.
  var sentence: String {
    var parts = [
      "Read \(counted(rowsRead, "row")) from \(counted(filesRead, "file"))",
      "\(counted(labelsJoined, "label")) joined",
    ]
    if filesSkipped > 0 { parts.append("\(counted(filesSkipped, "file")) known already") }
    if labelsCorrected > 0 { parts.append("\(counted(labelsCorrected, "label")) corrected") }
    if duplicates > 0 { parts.append("\(counted(duplicates, "duplicate row")) left out") }
    if malformed > 0 { parts.append("\(counted(malformed, "unreadable row")) left out") }
    return parts.joined(separator: ", ") + "."
  }

  /// Ends the command when a file was refused; each refusal has been reported already.
  func check() throws {
    if !refusals.isEmpty { throw ExitCode(ExitStatus.badData.rawValue) }
  }
}
