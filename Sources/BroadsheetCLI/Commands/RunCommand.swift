import ArgumentParser
import Broadsheet

struct RunCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read what is new and publish the site: the periodic job.",
    discussion: "When a file is refused, the site stays as it was and the exit code is 65.")

  @OptionGroup var options: CommonOptions

  @OptionGroup var publication: PublicationOptions

  func run() async throws {
    let log = options.makeLog()
    let clock = try Clock()
    let records = try options.withLockedHistory { configuration, store in
      // A wrong name, or a slip in somebody's comment, shows before hours of reading, not after.
      _ = try configuration.editions(named: publication.edition)
      _ = try configuration.additions()
      let ingestor = Ingestor(
        configuration: configuration, store: store, observe: IngestLog(log).show)
      let summary = try ingestor.run()
      log.info(summary.sentence)
      try summary.check()
      return try publish(
        configuration, edition: publication.edition, publication.extent, store: store,
        clock: clock, log: log)
    }
    try publication.failure.check(records)
  }
}
