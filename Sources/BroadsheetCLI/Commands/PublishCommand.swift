import ArgumentParser
import Assessment
import Broadsheet
import Foundation
import History
import Publishing

struct PublishCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the site from the history.")

  @OptionGroup var options: CommonOptions

  @OptionGroup var publication: PublicationOptions

  func run() async throws {
    let log = options.makeLog()
    let clock = try Clock()
    let records = try options.withLockedHistory { configuration, store in
      try publish(
        configuration, edition: publication.edition, publication.extent, store: store,
        clock: clock, log: log)
    }
    try publication.failure.check(records)
  }
}

/// Assesses everything, writes the sites of the editions, and says where they are.
///
/// - Parameters:
///   - edition: Id of the only edition to be published; `nil` for all.
///   - extent: Whether what the last publication measured and made may be taken over.
func publish(
  _ configuration: Configuration, edition: String?, _ extent: PublicationExtent,
  store: HistoryStore, clock: Clock, log: Log
) throws -> [ModelRecord] {
  let editions = try configuration.editions(named: edition)
  let key = try SigningKey.named(by: configuration)
  let ledger = PublicationLedger(store: store)
  let entry = ledger.entry(
    for: try RecordAssembler(
      configuration: configuration, store: store, asOf: clock.givenDay,
      programVersion: ProgramVersion.current, recalling: extent == .whatChanged
    ).records(keeping: true), on: clock.today)
  for edition in editions {
    let result = try SitePublication(
      configuration: configuration, edition: edition, store: store,
      programVersion: ProgramVersion.current, time: clock.time, key: key
    ).publish(entry.records, extent: extent) {
      // Only now: a publication that failed was not the first.
      try ledger.keep(entry)
    }
    let name = configuration.editions.count > 1 ? "Edition \(edition.id): published" : "Published"
    log.info(
      "\(name) \(counted(result.written + result.unchanged, "file")) "
        + "(\(result.written) new or changed) to \(edition.output).")
    if let warning = result.warning { log.warning("\(warning)") }
  }
  for file in try configuration.additions().commentsWithoutReport(in: entry.records) {
    log.warning("\(file): there is no report of that period, so nobody sees it yet.")
  }
  return entry.records
}

extension SigningKey {
  /// The variable that names the key file in place of the configuration.
  static let variable = "BROADSHEET_SIGNING_KEY"

  /// The key that signs publications; `nil` when none is named.
  static func named(
    by configuration: Configuration,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> SigningKey? {
    let given = environment[variable] ?? ""
    return try (given.isEmpty ? configuration.site.signingKey : given).map(
      SigningKey.init(contentsOfFile:))
  }
}
