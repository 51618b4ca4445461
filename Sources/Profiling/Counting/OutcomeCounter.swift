import Statistics

/// Counts predictions with their labels from blocks of columns.
///
/// What it gives is what ``OutcomeProfiler`` gives for the same rows. Of binary models rows are
/// collected by place and counted slice by slice; other tasks are counted row by row.
package struct OutcomeCounter: Sendable {
  /// An arm on a day, by the numbers of the blocks.
  package struct Place: Hashable, Sendable {
    package let arm: Int32
    package let day: Int32

    package init(arm: Int32, day: Int32) {
      self.arm = arm
      self.day = day
    }
  }

  private static let millisecondsPerDay = 86_400_000.0

  private let schema: ModelSchema
  private let profiler: OutcomeProfiler
  private let rule: SliceRule
  private var combinations: [[String]] = []
  private var slices: [[Slice]] = []
  private var binary: [Place: BinaryOutcomeTally] = [:]
  private var others: [Place: OutcomeProfile] = [:]

  package init(schema: ModelSchema) {
    self.schema = schema
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
    if schema.task == .binary, case .classes(let codes, let names) = block.labels,
      !block.scoresArePerClass
    {
      addBinary(block, codes, names, where: isCounted)
    } else {
      addRows(block, where: isCounted)
    }
  }

  /// The places that have rows.
  package var places: [Place] { Array(binary.keys) + Array(others.keys) }

  /// Whether a place has rows.
  package func has(_ place: Place) -> Bool { binary[place] != nil || others[place] != nil }

  /// Hands out what was counted at a place, and forgets it.
  package mutating func take(_ place: Place) -> OutcomeProfile {
    if let tally = binary.removeValue(forKey: place) {
      return tally.profile(schema: schema, slices: slices)
    }
    return others.removeValue(forKey: place) ?? OutcomeProfile()
  }

  private mutating func addBinary(
    _ block: PredictionBlock, _ codes: [Int32], _ names: [String], where isCounted: (Int) -> Bool
  ) {
    let marks = block.predictions.marks(of: schema.positive)
    var tally = BinaryOutcomeTally()
    var current: Place?
    let arePositive = names.map { $0 == schema.positive }
    // Numbers of labels within the tally, by code.
    let unknown = [Int](repeating: -1, count: names.count)
    var labels = unknown
    for row in 0..<block.rowCount where codes[row] >= 0 && isCounted(block.ordinals[row]) {
      let place = Place(arm: block.armCodes[row], day: block.days[row])
      if place != current {
        if let current { put(tally, at: current) }
        tally = binary.removeValue(forKey: place) ?? BinaryOutcomeTally()
        current = place
        labels = unknown
      }
      let code = Int(codes[row])
      if labels[code] < 0 { labels[code] = tally.number(of: names[code]) }
      tally.add(
        label: labels[code], isPositive: arePositive[code],
        mark: marks.isEmpty ? .none : marks[row], combination: Int(block.segmentCodes[row]),
        score: block.scoreWidth == 1 ? block.scores[row] : .nan,
        delayDays: delay(of: row, in: block))
    }
    if let current { put(tally, at: current) }
  }

  private mutating func put(_ tally: consuming BinaryOutcomeTally, at place: Place) {
    if tally.isFull { tally.settle(schema: schema, slices: slices) }
    binary[place] = tally
  }

  private mutating func addRows(_ block: PredictionBlock, where isCounted: (Int) -> Bool) {
    let profiler = profiler
    var profile = OutcomeProfile()
    var current: Place?
    for row in 0..<block.rowCount where isCounted(block.ordinals[row]) {
      guard let label = block.labels[row] else { continue }
      let labelled = LabelledPrediction(
        prediction: block.predictions[row], score: block.score(of: row), label: label,
        delayDays: delay(of: row, in: block), slices: slices[Int(block.segmentCodes[row])])
      let place = Place(arm: block.armCodes[row], day: block.days[row])
      if place != current {
        if let current { others[current] = profile }
        profile = others.removeValue(forKey: place) ?? OutcomeProfile()
        current = place
      }
      profiler.add(labelled, to: &profile)
    }
    if let current { others[current] = profile }
  }

  private func delay(of row: Int, in block: PredictionBlock) -> Double? {
    block.labelTime(of: row).map { Double($0 - block.times[row]) / Self.millisecondsPerDay }
  }
}
