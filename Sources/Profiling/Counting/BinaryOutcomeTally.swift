import Statistics

/// Labelled rows of a binary model at one place while a file is counted.
struct BinaryOutcomeTally: Sendable {
  private struct Scored: Sendable {
    let key: UInt64
    let combination: Int32
    let isPositive: Bool
  }

  /// What a prediction can be: none, another class, the positive one.
  private static let markCount = 3

  /// Rows by label, combination of segment values and prediction: none, another, the positive.
  private var names: [String] = []
  private var counts: [[Int]] = []
  private var scored: [Scored] = []
  var delay = ValueTally()

  init() {}

  /// Adds a row; a score that is no finite number is none.
  mutating func add(
    name: String, isPositive: Bool, mark: AnswerMark, combination: Int, score: Double
  ) {
    let label: Int
    if let known = names.firstIndex(of: name) {
      label = known
    } else {
      label = names.count
      names.append(name)
      counts.append([])
    }
    // Whole combinations, so that their number follows from that of the counts.
    let end = (combination + 1) * Self.markCount
    if counts[label].count < end {
      counts[label].append(contentsOf: repeatElement(0, count: end - counts[label].count))
    }
    counts[label][combination * Self.markCount + Int(mark.rawValue)] += 1
    if score.isFinite {
      scored.append(
        Scored(
          key: ValueCounts.key(of: score), combination: Int32(combination), isPositive: isPositive))
    }
  }

  /// What the rows add up to.
  ///
  /// - Parameter slices: Of each combination.
  func profile(schema: ModelSchema, slices: [[Slice]]) -> OutcomeProfile {
    var profile = OutcomeProfile()
    addCounts(to: &profile, schema: schema, slices: slices)
    profile.delay = delay.counts
    let scores = scoresBySlice(schema: schema, slices: slices)
    for (slice, scores) in scores {
      profile.slices[slice, default: .init(.binary)].merge(
        .init(labels: 0, outcomes: .binary(scores)))
    }
    return profile
  }

  private func addCounts(
    to profile: inout OutcomeProfile, schema: ModelSchema, slices: [[Slice]]
  ) {
    let column = schema.columns(of: .label).first
    let vocabulary = column.flatMap { schema.vocabularies[$0.name] } ?? []
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

  /// The scores of the rows of each slice, without counts of rows.
  private func scoresBySlice(
    schema: ModelSchema, slices: [[Slice]]
  ) -> [Slice: BinaryOutcomes] {
    struct Part {
      var positives: [UInt64] = []
      var negatives: [UInt64] = []
      var losses: [Double] = []
      var gaps: [Double] = []
    }
    // Slices by small numbers, so that no row looks one up.
    var numbers = NumberedList<Slice>()
    let numbersOfCombination = slices.map { $0.map { Int(numbers.number(of: $0)) } }
    var parts = [Part](repeating: Part(), count: numbers.list.count)
    for row in scored.sorted(by: { $0.key < $1.key }) {
      let score = ValueCounts.number(ofKey: row.key)
      let isProbability = schema.scoreIsProbability && (0...1).contains(score)
      let loss = isProbability ? BinaryOutcomes.logLoss(score, isPositive: row.isPositive) : 0
      let gap = (row.isPositive ? 1 : 0) - score
      for number in numbersOfCombination[Int(row.combination)] {
        if row.isPositive {
          parts[number].positives.append(row.key)
        } else {
          parts[number].negatives.append(row.key)
        }
        if isProbability {
          parts[number].losses.append(loss)
          parts[number].gaps.append(gap * gap)
        }
      }
    }
    var result: [Slice: BinaryOutcomes] = [:]
    for (slice, part) in zip(numbers.list, parts)
    where !(part.positives.isEmpty && part.negatives.isEmpty) {
      result[slice] = BinaryOutcomes(
        positives: part.positives, negatives: part.negatives, losses: part.losses, gaps: part.gaps)
    }
    return result
  }
}

extension BinaryOutcomes {
  /// Scores alone.
  ///
  /// - Parameters:
  ///   - positives: Keys of the scores of rows of the positive class, ascending; `negatives` likewise.
  ///   - losses: −ln of the probability of what came true.
  ///   - gaps: Squared difference of probability and outcome.
  fileprivate init(
    positives: [UInt64], negatives: [UInt64], losses: [Double], gaps: [Double]
  ) {
    var (positiveScores, negativeScores) = (ValueCounts(), ValueCounts())
    positiveScores.add(sortedKeys: positives.span)
    negativeScores.add(sortedKeys: negatives.span)
    var (logLoss, squaredError) = (Moments(), Moments())
    logLoss.add(contentsOf: losses.span)
    squaredError.add(contentsOf: gaps.span)
    self.init(
      truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0,
      positiveScores: positiveScores, negativeScores: negativeScores, logLoss: logLoss,
      squaredError: squaredError)
  }
}
