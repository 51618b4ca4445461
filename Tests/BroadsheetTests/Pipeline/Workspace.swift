import Assessment
import Broadsheet
import Foundation
import History

/// A folder of its own with the files, the configuration and the history of one model.
struct Workspace {
  let folder: String
  var settings: PipelineSettings

  /// Runs `body` in an empty folder, which is removed afterwards.
  static func with(
    _ settings: PipelineSettings = PipelineSettings(), _ body: (inout Workspace) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/pipeline-" + UUID().uuidString
    var workspace = Workspace(folder: folder, settings: settings)
    for name in ["predictions", "labels"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    let outcome = Result { try body(&workspace) }
    try FileManager.default.removeItem(atPath: folder)
    try outcome.get()
  }

  // MARK: - Files

  func write(_ name: String, _ lines: [String]) throws {
    try write(name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  func write(_ name: String, bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + name)
  }

  // MARK: - Runs

  var historyPath: String { folder + "/history.sqlite" }

  func configuration() throws -> Configuration {
    try Configuration.parse(text: settings.text, path: "broadsheet.yaml", directory: folder)
  }

  @discardableResult
  func ingest(
    observe: @escaping (IngestEvent) -> Void = { _ in }
  ) throws -> IngestSummary {
    try Ingestor(
      configuration: try configuration(), store: try HistoryStore(path: historyPath),
      observe: observe
    ).run()
  }

  func record() throws -> ModelRecord? {
    try RecordAssembler(
      configuration: try configuration(), store: try HistoryStore(path: historyPath)
    ).records().first
  }

  func export() throws -> String {
    MetricExport.text(of: try record().map { [$0] } ?? [], format: .csv)
  }

  func table() throws -> ExportTable {
    try ExportTable(try export())
  }

  /// Names of the files that the history knows.
  func files() throws -> [InputFile] {
    try HistoryStore(path: historyPath).read { history in
      try history.model(named: PipelineSettings.modelID).map { model in
        try history.files(of: model.key).map(\.file)
      } ?? []
    }
  }

  /// Everything that a run could have changed, for comparing before and after.
  func state() throws -> HistoryState {
    HistoryState(
      export: try export(), files: try files(),
      unmatchedLabelCount: try record()?.unmatchedLabelCount)
  }
}

/// What can be seen of a history from outside.
struct HistoryState: Equatable {
  let export: String
  let files: [InputFile]
  let unmatchedLabelCount: Int?
}
