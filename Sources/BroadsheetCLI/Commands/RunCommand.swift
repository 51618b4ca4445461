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

  func run() async throws {
    let log = options.makeLog()
    let clock = try Clock()
    let records = try options.withLockedHistory { configuration, store in
      // A slip in somebody's comment is better found before hours of reading than after them.
      let publication = SitePublication(
        configuration: configuration, programVersion: ProgramVersion.current)
      _ = try publication.comments()
      _ = try publication.packs()
      let ingestor = Ingestor(
        configuration: configuration, store: store, observe: IngestLog(log).show)
      let summary = try ingestor.run()
      log.info(summary.sentence)
      try summary.check()
      return try publish(configuration, store: store, clock: clock, log: log)
    }
    try failOn?.check(records)
  }
}
