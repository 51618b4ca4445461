import ArgumentParser
import Assessment
import Broadsheet
import History
import Publishing

struct PublishCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the site from the history.")

  @OptionGroup var options: CommonOptions

  @Option(help: "End with exit code 2 when a model's newest period is this bad: watch or breach.")
  var failOn: FailureThreshold?

  func run() async throws {
    let log = options.makeLog()
    let records = try options.withLockedHistory { configuration, store in
      try publish(configuration, store: store, log: log)
    }
    try failOn?.check(records)
  }
}

/// Assesses everything, writes the site, and says where it is.
func publish(
  _ configuration: Configuration, store: HistoryStore, log: Log
) throws -> [ModelRecord] {
  let records = try RecordAssembler(configuration: configuration, store: store).records()
  let publication = SitePublication(
    configuration: configuration, programVersion: ProgramVersion.current)
  let result = try publication.publish(records)
  log.info(
    "Published \(counted(result.written + result.unchanged, "file")) "
      + "(\(result.written) new or changed) to \(configuration.site.output).")
  if let warning = result.warning { log.warning("\(warning)") }
  return records
}
