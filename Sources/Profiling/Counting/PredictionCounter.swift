package import Ingestion
import Statistics
import Synchronization

/// Counts the rows of a prediction log column by column, from any number of threads.
///
/// Each column has a counter of its own behind a lock of its own, so that threads that count
/// different columns do not wait for each other. Everything that is kept is exact and independent of
/// order: the profiles are those of counting row by row, whatever the order of batches.
package final class PredictionCounter: Sendable {
  private let log: PredictionLog
  private let rule: SliceRule
  private let directory: PlaceDirectory
  private let features: [(name: String, position: Int, counter: ColumnCounter)]
  private let predictions: [(name: String, counter: ColumnCounter)]
  private let scores: [(name: String, counter: NumericCounter)]
  /// By class, with the position of its score.
  private let answered: [(name: String, score: Int, tallies: PlaceStore<AnsweredTally>)]
  private let operations = PlaceStore<OperationsTally>()
  private let slices = PlaceStore<SliceTally>()
  /// Nil when no expectation asks for a column within a slice.
  private let sliced: SlicedCounters?
  /// Nil when the scores of no group are asked for.
  private let groupScores: GroupScoreCounter?

  package init(log: PredictionLog) {
    self.log = log
    directory = PlaceDirectory()
    let schema = log.schema
    rule = SliceRule(schema: schema)
    let vocabularies = schema.vocabularies
    let featureColumns = log.positions.features
    features = featureColumns.enumerated().map { index, feature in
      let (column, position) = feature
      let words = vocabularies[column.name] ?? []
      return (column.name, position, ColumnCounter(column.kind, words, index: index))
    }
    predictions = schema.columns(of: .prediction).enumerated().map { index, column in
      let words = vocabularies[column.name] ?? []
      let place = featureColumns.count + index
      return (column.name, ColumnCounter(column.kind, words, index: place))
    }
    scores = schema.columns(of: .score).map { column in
      guard case .numeric(let anchors) = column.kind else {
        preconditionFailure("Scores are numbers.")
      }
      return (column.name, NumericCounter(anchors: anchors))
    }
    let single = log.layout.scoreClasses.isEmpty ? schema.positive.map { ($0, 0) } : nil
    let classes = [single].compactMap { $0 } + schema.scoreClasses.enumerated().map { ($1, $0) }
    answered = classes.map { ($0.0, $0.1, PlaceStore()) }
    sliced = SlicedCounters(
      schema: schema, features: featureColumns,
      firstIndex: featureColumns.count + predictions.count)
    groupScores = GroupScoreCounter(schema: schema)
  }

  /// Counts the rows of a batch.
  ///
  /// - Parameters:
  ///   - left: Whether the row that starts on a line is left out, because it was read before; nil when
  ///     none is.
  ///   - spare: The thread's own.
  /// - Returns: All rows, those left out too, for the join with their labels.
  package func count(
    _ batch: Batch, leavingOut left: ((Int) -> Bool)?, spare: inout CountingMemory
  ) -> PredictionBlock {
    let block = log.block(of: batch, directory: directory, memory: &spare)
    var counted = log.places(of: block, directory: directory, memory: &spare)
    if let left {
      for (row, line) in batch.lines.enumerated() where left(line) { counted[row] = -1 }
    }
    count(batch, block, places: counted, spare: &spare)
    return block
  }

  /// Counts the rows of a batch for days of the caller's own.
  ///
  /// - Parameter arrange: Gives the rows other days, or any other whole numbers, and other arms of those
  ///   that the block knows.
  /// - Returns: The rows as arranged.
  func count(
    _ batch: Batch, spare: inout CountingMemory, arrange: (inout PredictionBlock) -> Void
  ) -> PredictionBlock {
    var block = log.block(of: batch, directory: directory, memory: &spare)
    arrange(&block)
    let places = log.places(of: block, directory: directory, memory: &spare)
    count(batch, block, places: places, spare: &spare)
    return block
  }

  private func count(
    _ batch: Batch, _ block: PredictionBlock, places counted: [Int32], spare: inout CountingMemory
  ) {
    let groups = PlaceGroups(places: counted)
    guard !groups.list.isEmpty else { return }
    countColumns(batch, block, groups: groups, spare: &spare.spare)
    groupScores?.add(block, groups: groups)
    sliced?.count(batch, block, places: counted, rule: rule, spare: &spare.spare)
    // Slices last: what is handed out before they were counted is not a place without rows, see
    // ``take(place:)``.
    countRows(batch, block, groups: groups)
  }

  private func countColumns(
    _ batch: Batch, _ block: PredictionBlock, groups: PlaceGroups, spare: inout SpareMemory
  ) {
    for feature in features {
      feature.counter.add(batch.columns[feature.position], groups: groups, spare: &spare)
    }
    for (_, counter) in predictions {
      counter.add(block.predictions, rowCount: batch.rowCount, groups: groups, spare: &spare)
    }
    for (position, (_, counter)) in scores.enumerated() {
      counter.add(
        block.scoreColumn(position), malformedRows: [], groups: groups, spare: &spare)
    }
  }

  private func countRows(_ batch: Batch, _ block: PredictionBlock, groups: PlaceGroups) {
    for (name, position, tallies) in answered where position < block.scoreWidth {
      let marks = block.predictions.marks(of: name)
      let numbers = block.scoreColumn(position)
      tallies.update { places in
        for group in groups.list {
          places[group.place, default: AnsweredTally()].add(
            numbers, marks: marks, groups: groups, group: group)
        }
      }
    }
    countOperations(batch, groups: groups)
    let marks = block.predictions.marks(of: log.schema.positive)
    slices.update { places in
      for group in groups.list {
        places[group.place, default: SliceTally()].add(
          block.segmentCodes, marks: marks, groups: groups, group: group)
      }
    }
  }

  private func countOperations(_ batch: Batch, groups: PlaceGroups) {
    let latencies = batch.numbers(at: log.positions.latency)
    let errors = batch.categories(at: log.positions.error)
    guard latencies != nil || errors != nil else { return }
    operations.update { places in
      for group in groups.list {
        places[group.place, default: OperationsTally()].add(
          latencies: latencies?.values, errors: errors?.codes, groups: groups, group: group)
      }
    }
  }
}

// MARK: - Results

extension PredictionCounter {
  /// An arm on a day with what was counted for it.
  package struct Counted: Sendable {
    package let arm: Arm
    package let day: Day
    package let profile: InputProfile
  }

  /// The places met so far, by number.
  package var placeCount: Int { directory.placeCount }

  /// The arm and day of a place.
  func place(_ number: Int) -> (arm: Arm, day: Day) { directory.place(number) }

  /// Hands out what was counted at a place since it was last asked for.
  ///
  /// - Parameters:
  ///   - arm: As the blocks number it.
  ///   - day: Local days since 1970-01-01.
  package func take(arm: Int32, day: Int32) -> Counted? {
    directory.known(arm: arm, day: day).flatMap { take(place: $0) }
  }

  /// Hands out what was counted at a place since it was last asked for.
  ///
  /// Other threads may be counting. What they add while this is at work is in this part or in the next
  /// one, column by column; as slices are counted last and taken first, no row is left in a part that
  /// nobody asks for. All parts together are the whole.
  ///
  /// - Returns: `nil` without rows.
  package func take(place: Int) -> Counted? {
    guard let tally = slices.take(place) else { return nil }
    var profile = InputProfile()
    for (name, _, counter) in features {
      profile.columns[name] = counter.take(place: place) ?? counter.empty
    }
    for (name, counter) in predictions {
      profile.columns[name] = counter.take(place: place) ?? counter.empty
    }
    for (name, counter) in scores {
      profile.columns[name] = .numeric(counter.take(place: place) ?? NumericSummary())
    }
    profile.slicedColumns = sliced?.take(place: place) ?? [:]
    profile.groupScores = groupScores?.take(place: place, directory: directory) ?? [:]
    for (name, _, tallies) in answered {
      if let scores = tallies.take(place)?.scores, scores.total > 0 {
        profile.answeredScores[name] = scores
      }
    }
    profile.operations = operations.take(place)?.summary ?? OperationsSummary()
    for (combination, counts) in tally.counts.enumerated() where counts.rows > 0 {
      let values = directory.segments(ofCombination: combination)
      for slice in rule.slices(ofValues: values) {
        profile.slices[slice, default: .init()].merge(counts)
      }
    }
    let (arm, day) = directory.place(place)
    return Counted(arm: arm, day: day, profile: profile)
  }
}
