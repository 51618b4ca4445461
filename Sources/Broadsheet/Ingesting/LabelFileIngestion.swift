import History
import Ingestion
import Profiling

/// Reads one file of labels into the record, within one transaction.
struct LabelFileIngestion {
  private let history: HistoryTransaction
  private let model: ModelKey
  private let reader: LabelLog
  private let segments: SegmentTable
  private var profiles: ProfileCache
  private var labels: LabelJoin
  private(set) var rowCount = 0

  var joinedCount: Int { labels.joinedCount }
  var correctedCount: Int { labels.correctedCount }

  init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema, reader: LabelLog
  ) throws {
    self.history = history
    self.model = model
    self.reader = reader
    segments = SegmentTable(
      schema: schema, stored: try history.segmentCombinations(of: model))
    profiles = ProfileCache(history: history, model: model)
    labels = LabelJoin(history: history, model: model, schema: schema)
  }

  mutating func add(_ batch: Batch) throws {
    for row in reader.rows(of: batch) {
      rowCount += 1
      let label = StoredLabel(answer: row.label, time: row.time)
      let known = try history.predictions(withID: row.id, model: model)
      if known.isEmpty {
        try keepWaiting(label, forID: row.id)
      }
      for stored in known {
        try labels.apply(label, toID: row.id, stored, segments: segments, in: &profiles)
      }
    }
  }

  mutating func finish() throws {
    try labels.recount(segments: segments, in: &profiles)
    try profiles.flush()
  }

  private func keepWaiting(_ label: StoredLabel, forID id: String) throws {
    if let earlier = try history.waitingLabel(forID: id, model: model),
      !label.replaces(earlier)
    {
      return
    }
    try history.keepWaiting(label, forID: id, model: model)
  }
}
