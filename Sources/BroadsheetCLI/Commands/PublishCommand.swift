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
    let clock = try Clock()
    let records = try options.withLockedHistory { configuration, store in
      try publish(configuration, store: store, clock: clock, log: log)
    }
    try failOn?.check(records)
  }
}

/// Assesses everything, writes the site, and says where it is.
func publish(
  _ configuration: Configuration, store: HistoryStore, clock: Clock, log: Log
) throws -> [ModelRecord] {
  let ledger = PublicationLedger(store: store)
  let entry = ledger.entry(
    for: try RecordAssembler(
      configuration: configuration, store: store, asOf: clock.givenDay,
      programVersion: ProgramVersion.current
    ).records(), on: clock.today)
  let termsLedger = TermsLedger(store: store)
  let terms = termsLedger.entry(for: entry.records, on: clock.today)
  let publication = SitePublication(
    configuration: configuration, programVersion: ProgramVersion.current)
  let result = try publication.publish(terms.records, on: clock.today)
  // Only now: a publication that failed was not the first.
  try ledger.keep(entry)
  try termsLedger.keep(terms)
  log.info(
    "Published \(counted(result.written + result.unchanged, "file")) "
      + "(\(result.written) new or changed) to \(configuration.site.output).")
  if let warning = result.warning { log.warning("\(warning)") }
  return terms.records
}
