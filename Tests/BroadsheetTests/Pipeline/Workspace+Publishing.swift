import Assessment
import Broadsheet
import Foundation
import History
import Profiling
import Publishing

extension Workspace {
  /// The configuration of a site for one reader: one is enough for most tests, and six take six
  /// times as long.
  func publishingConfiguration(_ head: String? = nil) throws -> Configuration {
    try Configuration.parse(
      text: (head ?? "roles: [data-scientist]\n") + settings.text, path: "broadsheet.yaml",
      directory: folder)
  }

  /// Publishes as the program does.
  ///
  /// - Parameters:
  ///   - head: Lines before the configuration of the model.
  ///   - edition: Id of the edition; the first one for `nil`.
  @discardableResult
  func publish(
    on day: Day, head: String? = nil, edition: String? = nil, key: SigningKey? = nil,
    version: String = "0.1.0", extent: PublicationExtent = .whatChanged
  ) throws -> SiteChanges {
    let store = try HistoryStore(path: historyPath)
    let ledger = PublicationLedger(store: store)
    let configuration = try publishingConfiguration(head)
    let entry = ledger.entry(
      for: try RecordAssembler(
        configuration: configuration, store: store, programVersion: version,
        recalling: extent == .whatChanged
      ).records(keeping: extent == .whatChanged), on: day)
    let changes = try SitePublication(
      configuration: configuration, edition: try configuration.editions(named: edition)[0],
      store: store, programVersion: version, time: PublicationTime(day), key: key
    ).publish(entry.records, extent: extent) {
      try ledger.keep(entry)
    }
    return changes
  }

  var site: String { folder + "/public" }

  /// Every file of the published site by its path.
  func siteFiles(in folder: String? = nil) throws -> [String: [UInt8]] {
    let site = try SiteFolder(folder ?? self.site)
    var files: [String: [UInt8]] = [:]
    for path in site.entries.keys { files[path] = try site.bytes(at: path) }
    return files
  }

  func siteText(_ path: String) throws -> String? {
    try SiteFolder.bytes(at: path, in: site).map { String(decoding: $0, as: UTF8.self) }
  }
}
