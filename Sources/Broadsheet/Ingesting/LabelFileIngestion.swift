import History
import Ingestion
import Profiling

/// Reads one file of labels into the record, within one transaction.
struct LabelFileIngestion {
  private let reader: LabelLog
  private let segments: SegmentTable
  private var profiles: ProfileCache
  private var intake: LedgerIntake
  private var labels: LabelJoin
  private(set) var rowCount = 0

  /// What the labels did.
  var verdict: LedgerVerdict { intake.verdict }

  init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema, reader: LabelLog
  ) throws {
    self.reader = reader
    segments = SegmentTable(
      schema: schema, stored: try history.segmentCombinations(of: model))
    profiles = ProfileCache(history: history, model: model)
    intake = try LedgerIntake(history: history, model: model, schema: schema)
    labels = LabelJoin(schema: schema)
  }

  mutating func add(_ batch: Batch) throws {
    rowCount += try intake.add(reader.labels(of: batch), firstOrdinal: rowCount)
    try labels.makeRoom(in: &intake, segments: segments)
  }

  /// Joins what is left, and writes the profiles.
  mutating func finish() throws {
    try labels.enter(&intake, segments: segments)
    try labels.finish(intake, segments: segments, in: &profiles)
    try profiles.flush()
  }
}
