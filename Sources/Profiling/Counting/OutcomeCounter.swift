import Statistics

/// Counts predictions with their labels from blocks of columns.
///
/// What it gives is what ``OutcomeProfiler`` gives for the same rows, which it hands over one by one;
/// the slices of a combination of segment values are worked out once.
package struct OutcomeCounter: Sendable {
  /// An arm on a day, by the numbers of the blocks.
  package struct Place: Hashable, Sendable {
    package let arm: Int32
    package let day: Int32
  }

  private static let millisecondsPerDay = 86_400_000.0

  private let profiler: OutcomeProfiler
  private let rule: SliceRule
  private var combinations: [[String]] = []
  private var slices: [[Slice]] = []
  private var profiles: [Place: OutcomeProfile] = [:]

  package init(schema: ModelSchema) {
    profiler = OutcomeProfiler(schema: schema)
    rule = SliceRule(schema: schema)
  }

  /// Adds the labelled rows of a block.
  ///
  /// - Parameter isCounted: Whether the row with an ordinal is counted.
  package mutating func add(_ block: PredictionBlock, where isCounted: (Int) -> Bool) {
    if case .none = block.labels { return }
    for combination in block.segments.dropFirst(combinations.count) {
      combinations.append(combination)
      slices.append(rule.slices(ofValues: combination))
    }
    addRows(block, where: isCounted)
  }

  /// The places that have rows.
  package var places: [Place] { Array(profiles.keys) }

  /// Hands out what was counted at a place, and forgets it.
  package mutating func take(_ place: Place) -> OutcomeProfile {
    profiles.removeValue(forKey: place) ?? OutcomeProfile()
  }

  private mutating func addRows(_ block: PredictionBlock, where isCounted: (Int) -> Bool) {
    for row in 0..<block.rowCount where isCounted(block.ordinals[row]) {
      guard let label = block.labels[row] else { continue }
      let labelled = LabelledPrediction(
        prediction: block.predictions[row], score: block.score(of: row), label: label,
        delayDays: delay(of: row, in: block), slices: slices[Int(block.segmentCodes[row])])
      let place = Place(arm: block.armCodes[row], day: block.days[row])
      profiler.add(labelled, to: &profiles[place, default: OutcomeProfile()])
    }
  }

  private func delay(of row: Int, in block: PredictionBlock) -> Double? {
    block.labelTime(of: row).map { Double($0 - block.times[row]) / Self.millisecondsPerDay }
  }
}
