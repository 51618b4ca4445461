import Profiling

/// For how many periods in a row an expectation has not been met.
package struct Streaks: Sendable {
  private struct Key: Hashable, Comparable {
    let metric: MetricKey
    let stage: Stage

    static func < (left: Key, right: Key) -> Bool {
      left.stage != right.stage ? left.stage < right.stage : left.metric < right.metric
    }
  }

  /// Runs up to the period before.
  private var before: [Key: Int] = [:]
  private var counts: [Key: Int] = [:]
  /// What the leading arm of the period has already decided.
  private var decided: Set<Key> = []

  package init() {}

  mutating func beginPeriod() {
    before = counts
    decided = []
  }

  /// Counts one more period. Production is one history even when its version changes; of several
  /// versions in one period the leading one decides how it goes on.
  mutating func count(_ status: Status, of metric: MetricKey, for arm: Arm) -> Int {
    let key = Key(metric: metric, stage: arm.stage)
    let run: Int
    switch status {
    case .breach, .watch: run = before[key, default: 0] + 1
    case .ok: run = 0
    // Too little data neither ends a run nor lengthens it.
    case .insufficient, .missing: return 0
    }
    if decided.insert(key).inserted { counts[key] = run }
    return run
  }
}

extension Streaks {
  /// What the next period has to know, in the order of its keys; runs of length 0 say nothing.
  package func write(to writer: inout RecordWriter) {
    let runs = counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    writer.write(list: runs) { writer, run in
      writer.write(run.key.metric)
      writer.write(run.key.stage.rawValue)
      writer.write(run.value)
    }
  }

  package init(from reader: inout RecordReader) throws(RecordCodecError) {
    let runs = try reader.list { reader throws(RecordCodecError) -> (Key, Int) in
      (Key(metric: try reader.key(), stage: try reader.name(Stage.self)), try reader.int())
    }
    counts = Dictionary(runs, uniquingKeysWith: { first, _ in first })
  }
}
