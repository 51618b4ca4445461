import ArgumentParser
import Assessment
import Broadsheet
import Foundation
import History

/// How messages are written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// A command that reads the configuration, and says how messages are to be written.
protocol ConfiguredCommand: AsyncParsableCommand {
  var options: CommonOptions { get }
}

/// Options that every command with a configuration takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: "The configuration file.")
  var config = "broadsheet.yaml"

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Option(name: .long, help: "How messages are written to standard error: text or json.")
  var logFormat = LogFormat.text

  func makeLog() -> Log {
    Log(format: logFormat, isQuiet: quiet)
  }

  func load() throws -> Configuration {
    try Configuration.load(path: config, computed: Metric.measured)
  }

  /// The records of everything that was read so far; none before the first run. Writes nothing.
  func records(of configuration: Configuration) throws -> [ModelRecord] {
    guard FileManager.default.fileExists(atPath: configuration.history) else { return [] }
    let store = try HistoryStore(path: configuration.history)
    return try RecordAssembler(
      configuration: configuration, store: store, asOf: try Clock().givenDay
    ).records()
  }

  /// Runs `body` with the configuration and the history, keeping other runs away meanwhile.
  func withLockedHistory<Result>(
    _ body: (Configuration, HistoryStore) throws -> Result
  ) throws -> Result {
    let configuration = try load()
    try FileManager.default.createDirectory(
      atPath: (configuration.history as NSString).deletingLastPathComponent,
      withIntermediateDirectories: true)
    let lock = try RunLock(history: configuration.history)
    let result = try body(configuration, try HistoryStore(path: configuration.history))
    try lock.release()
    return result
  }
}

/// Options of the commands that know how the models do.
struct FailureOptions: ParsableArguments {
  @Option(help: "End with exit code 2 when a model's newest period is this bad: watch or breach.")
  var failOn: FailureThreshold?

  /// Ends the command with exit code 2 where that was asked for and is so.
  func check(_ records: [ModelRecord]) throws { try failOn?.check(records) }
}

/// The status from which a command ends with exit code 2.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case watch, breach

  /// Ends the command when the newest period of a model is this bad or worse.
  func check(_ records: [ModelRecord]) throws {
    let limit = self == .watch ? Status.watch : .breach
    let worst = records.compactMap { $0.periods.last?.status }.map(\.severity).max() ?? 0
    if worst >= limit.severity { throw ExitCode(ExitStatus.thresholdMet.rawValue) }
  }
}
