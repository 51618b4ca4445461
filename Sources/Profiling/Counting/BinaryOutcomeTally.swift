import Statistics

/// Labelled rows of a binary model at one place while a file is counted.
struct BinaryOutcomeTally: Sendable {
  /// Scores that wait to be sorted.
  private static let scoreLimit = 65_536
  /// What a prediction can be: none, another class, the positive one.
  private static let markCount = 3

  /// Rows by label, combination of segment values and prediction.
  private var names: [String] = []
  private var counts: [[Int]] = []
  /// Keys of scores, by combination and whether the label is the positive class.
  private var scores: [[UInt64]] = []
  private var scoreCount = 0
  private var delay = ValueTally()
  /// What was worked out already.
  private var settled = OutcomeProfile()

  init() {}

  /// The number of a label, until the tally is settled.
  mutating func number(of name: String) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    counts.append([])
    return names.count - 1
  }

  /// Adds a row; a score that is no finite number is none.
  ///
  /// - Parameter label: Its ``number(of:)``.
  mutating func add(
    label: Int, isPositive: Bool, mark: AnswerMark, combination: Int, score: Double,
    delayDays: Double?
  ) {
    // Whole combinations, so that their number follows from that of the counts.
    let end = (combination + 1) * Self.markCount
    if counts[label].count < end {
      counts[label].append(contentsOf: repeatElement(0, count: end - counts[label].count))
    }
    counts[label][combination * Self.markCount + Int(mark.rawValue)] += 1
    if score.isFinite {
      let group = 2 * combination + (isPositive ? 1 : 0)
      if scores.count <= group {
        scores.append(contentsOf: repeatElement([], count: group + 1 - scores.count))
      }
      scores[group].append(ValueCounts.key(of: score))
      scoreCount += 1
    }
    if let delayDays { delay.add(delayDays) }
  }

  /// Whether so much waits that it should be settled.
  var isFull: Bool { scoreCount >= Self.scoreLimit }

  /// Works out what waits.
  ///
  /// - Parameter slices: Of each combination.
  mutating func settle(schema: ModelSchema, slices: [[Slice]]) {
    var profile = OutcomeProfile()
    addCounts(to: &profile, schema: schema, slices: slices)
    addScores(to: &profile, schema: schema, slices: slices)
    settled.merge(profile)
    names = []
    counts = []
    scores = []
    scoreCount = 0
  }

  /// What the rows add up to.
  ///
  /// - Parameter slices: Of each combination.
  func profile(schema: ModelSchema, slices: [[Slice]]) -> OutcomeProfile {
    var copy = self
    copy.settle(schema: schema, slices: slices)
    copy.settled.delay.merge(delay.counts)
    return copy.settled
  }

  private func addCounts(
    to profile: inout OutcomeProfile, schema: ModelSchema, slices: [[Slice]]
  ) {
    let column = schema.columns(of: .label).first
    let vocabulary = column?.kind.vocabulary ?? []
    let asked = Set(schema.slicedColumns.filter { $0.column == column?.name }.map(\.slice))
    for (name, counts) in zip(names, counts) {
      let isPositive = name == schema.positive
      for combination in 0..<counts.count / Self.markCount {
        let start = combination * Self.markCount
        let part = Array(counts[start..<start + Self.markCount])
        let rows = part.reduce(0, +)
        guard rows > 0 else { continue }
        let outcomes = BinaryOutcomes(
          truePositives: isPositive ? part[2] : 0, falsePositives: isPositive ? 0 : part[2],
          trueNegatives: isPositive ? 0 : part[1], falseNegatives: isPositive ? part[1] : 0)
        for slice in slices[combination] {
          profile.slices[slice, default: .init(.binary)].merge(
            .init(labels: rows, outcomes: .binary(outcomes)))
        }
        guard let column else { continue }
        var labels = CategoricalSummary()
        labels.add(name, times: rows, vocabulary: vocabulary)
        let summary = ColumnSummary.categorical(labels)
        profile.labels[column.name, default: ColumnSummary(column.kind)].merge(summary)
        for slice in slices[combination] where asked.contains(slice) {
          let key = SlicedColumn(slice: slice, column: column.name)
          profile.slicedLabels[key, default: ColumnSummary(column.kind)].merge(summary)
        }
      }
    }
  }

  /// Adds the scores of the rows of each slice, without counts of rows.
  private func addScores(
    to profile: inout OutcomeProfile, schema: ModelSchema, slices: [[Slice]]
  ) {
    var groups: [Slice: [Int]] = [:]
    var losses = [ScoreLosses](repeating: ScoreLosses(), count: scores.count)
    for (group, keys) in scores.enumerated() where !keys.isEmpty {
      for slice in slices[group / 2] { groups[slice, default: []].append(group) }
      if schema.scoreIsProbability {
        losses[group] = ScoreLosses(keys, isPositive: group % 2 == 1)
      }
    }
    for (slice, groups) in groups {
      var (positives, negatives): ([UInt64], [UInt64]) = ([], [])
      var loss = ScoreLosses()
      for group in groups {
        if group % 2 == 1 { positives += scores[group] } else { negatives += scores[group] }
        loss.merge(losses[group])
      }
      let outcomes = BinaryOutcomes(
        positives: &positives, negatives: &negatives, losses: loss)
      profile.slices[slice, default: .init(.binary)].merge(
        .init(labels: 0, outcomes: .binary(outcomes)))
    }
  }
}

/// What scores that are probabilities lost.
private struct ScoreLosses {
  /// −ln of the probability of what came true.
  private(set) var log = Moments()
  /// Squared difference of probability and outcome.
  private(set) var squared = Moments()

  init() {}

  /// - Parameter keys: Of scores, those outside [0, 1] count for nothing.
  init(_ keys: [UInt64], isPositive: Bool) {
    let scores = keys.map(ValueCounts.number).filter { (0...1).contains($0) }
    let logs = scores.map { BinaryOutcomes.logLoss($0, isPositive: isPositive) }
    let squares = scores.map { score in
      let gap = (isPositive ? 1 : 0) - score
      return gap * gap
    }
    log.add(contentsOf: logs.span)
    squared.add(contentsOf: squares.span)
  }

  mutating func merge(_ other: ScoreLosses) {
    log.merge(other.log)
    squared.merge(other.squared)
  }
}

extension BinaryOutcomes {
  /// Scores alone.
  ///
  /// - Parameters:
  ///   - positives: Keys of the scores of rows of the positive class, sorted on the way; `negatives`
  ///     likewise.
  fileprivate init(
    positives: inout [UInt64], negatives: inout [UInt64], losses: ScoreLosses
  ) {
    var (positiveScores, negativeScores) = (ValueCounts(), ValueCounts())
    positiveScores.add(keys: &positives)
    negativeScores.add(keys: &negatives)
    self.init(
      truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0,
      positiveScores: positiveScores, negativeScores: negativeScores, logLoss: losses.log,
      squaredError: losses.squared)
  }
}
