import History
import Ingestion
import Profiling

/// Reads one prediction log into the record, within one transaction.
struct PredictionFileIngestion {
  private let history: HistoryTransaction
  private let model: ModelKey
  private let log: PredictionLog
  private var segments: SegmentTable
  private var profiles: ProfileCache
  private var labels: LabelJoin
  /// Labels can only be waiting for a new prediction if any label waits at all.
  private let labelsAreWaiting: Bool
  private var firstPlace: ProfileCache.Place?
  private(set) var rowCount = 0
  private(set) var duplicateCount = 0
  private(set) var days: ClosedRange<Day>?

  var joinedCount: Int { labels.joinedCount }
  var correctedCount: Int { labels.correctedCount }

  init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema, log: PredictionLog
  ) throws {
    self.history = history
    self.model = model
    self.log = log
    segments = SegmentTable(
      schema: schema, stored: try history.segmentCombinations(of: model))
    profiles = ProfileCache(history: history, model: model)
    labels = LabelJoin(history: history, model: model, schema: schema)
    labelsAreWaiting = try history.waitingLabelCount(of: model) > 0
  }

  mutating func add(_ batch: Batch) throws {
    let rows = log.rows(of: batch, segments: &segments)
    var fresh: [ProfileCache.Place: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      let arm = try profiles.key(of: row.arm)
      let place = ProfileCache.Place(arm: arm, day: row.day)
      note(place)
      if let first = try enter(row, arm: arm) {
        // Counted where the row itself is, so that a repetition makes no arm, day or period.
        duplicateCount += 1
        try profiles.updateInput(at: first) { $0.addDuplicate() }
      } else {
        fresh[place, default: []].append(index)
      }
    }
    for (place, picked) in fresh {
      try profiles.updateInput(at: place) { profile in
        log.add(picked, of: batch, rows: rows, segments: segments, to: &profile)
      }
    }
  }

  /// Writes the profiles. Unreadable rows are counted for the place of the file's first row in
  /// calendar order, as they have no reliable time of their own.
  mutating func finish(malformedRowCount: Int) throws {
    if malformedRowCount > 0, let place = firstPlace {
      try profiles.addMalformed(malformedRowCount, at: place)
    }
    try labels.recount(segments: segments, in: &profiles)
    try history.addSegmentCombinations(segments.added, to: model)
    try profiles.flush()
  }

  private mutating func note(_ place: ProfileCache.Place) {
    rowCount += 1
    guard let range = days else {
      days = place.day...place.day
      firstPlace = place
      return
    }
    if place.day < range.lowerBound {
      days = place.day...range.upperBound
      firstPlace = place
    } else if place.day > range.upperBound {
      days = range.lowerBound...place.day
    }
  }

  /// Enters a row with whatever label is known for it.
  ///
  /// - Returns: Where the row is counted already, when its version and id are known.
  private mutating func enter(_ row: PredictionRow, arm: ArmKey) throws -> ProfileCache.Place? {
    let own = row.label.map { StoredLabel(answer: $0, time: row.labelTime) }
    guard let id = row.id else {
      if let own {
        try labels.count(
          StoredOutcome(row, arm: arm), label: own, segments: segments, in: &profiles)
      }
      return nil
    }
    let known = try history.predictions(withID: id, model: model)
    if let own {
      for stored in known {
        try labels.apply(own, toID: id, stored, segments: segments, in: &profiles)
      }
    }
    if let stored = known.first(where: { $0.arm.isSameVersion(as: arm) }) {
      return ProfileCache.Place(arm: stored.arm, day: stored.day)
    }
    let earlier = try known.lazy.compactMap(\.label).first ?? waitingLabel(for: id)
    let label = own.map { own in earlier.map { own.replaces($0) ? own : $0 } ?? own } ?? earlier
    try history.add(row, id: id, label: label, arm: arm, model: model)
    if let label {
      try labels.count(
        StoredOutcome(row, arm: arm), label: label, segments: segments, in: &profiles)
    }
    return nil
  }

  private func waitingLabel(for id: String) throws -> StoredLabel? {
    guard labelsAreWaiting, let label = try history.waitingLabel(forID: id, model: model) else {
      return nil
    }
    try history.removeWaitingLabel(forID: id, model: model)
    return label
  }
}
