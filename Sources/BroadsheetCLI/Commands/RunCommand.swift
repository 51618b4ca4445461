import ArgumentParser
import Broadsheet

struct RunCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read what is new and publish the site: the periodic job.",
    discussion: "When a file is refused, the site stays as it was and the exit code is 65.")

  @OptionGroup var options: CommonOptions

  @Option(help: "End with exit code 2 when a model's newest period is this bad: watch or breach.")
  var failOn: FailureThreshold?

  @Option(help: "Publish this edition only; its id, as configured.")
  var edition: String?

  @Flag(
    help: "Measure and make everything again, whatever the history knows of the last publication.")
  var full = false

  func run() async throws {
    let log = options.makeLog()
    let clock = try Clock()
    let records = try options.withLockedHistory { configuration, store in
      // A wrong name, or a slip in somebody's comment, shows before hours of reading, not after.
      _ = try configuration.editions(named: edition)
      _ = try configuration.additions()
      let ingestor = Ingestor(
        configuration: configuration, store: store, observe: IngestLog(log).show)
      let summary = try ingestor.run()
      log.info(summary.sentence)
      try summary.check()
      return try publish(
        configuration, edition: edition, full ? .everything : .whatChanged, store: store,
        clock: clock, log: log)
    }
    try failOn?.check(records)
  }
}
