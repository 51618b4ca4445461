import Statistics

/// Numbers on their way to ``ValueCounts``, which take many at once more cheaply than one by one.
struct ValueTally: Sendable {
  private static let limit = 8_192

  private var keys: [UInt64] = []
  private var settled = ValueCounts()

  /// Adds a finite number.
  mutating func add(_ number: Double) {
    keys.append(ValueCounts.key(of: number))
    if keys.count == Self.limit { settle() }
  }

  var counts: ValueCounts {
    var copy = self
    copy.settle()
    return copy.settled
  }

  private mutating func settle() {
    settled.add(keys: &keys)
    keys.removeAll(keepingCapacity: true)
  }
}

/// Response times at one place while a file is counted.
struct OperationsTally: Sendable {
  var latency = ValueTally()
  var errorCount = 0

  var summary: OperationsSummary {
    OperationsSummary(errorCount: errorCount, latency: latency.counts)
  }
}

/// The scores of one class at one place while a file is counted.
struct AnsweredTally: Sendable {
  var predicted = ValueTally()
  var others = ValueTally()

  var scores: AnsweredScores {
    AnsweredScores(predicted: predicted.counts, others: others.counts)
  }
}

/// Rows of each combination of segment values at one place while a file is counted.
struct SliceTally: Sendable {
  /// By number of the combination.
  var counts: [InputProfile.SliceCounts] = []

  mutating func add(combination: Int, isAnswered: Bool, isPositive: Bool) {
    if combination >= counts.count {
      counts.append(contentsOf: repeatElement(.init(), count: combination + 1 - counts.count))
    }
    counts[combination].rows += 1
    if isAnswered { counts[combination].predictions += 1 }
    if isPositive { counts[combination].positivePredictions += 1 }
  }
}
