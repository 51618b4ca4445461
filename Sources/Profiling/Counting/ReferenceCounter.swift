package import Ingestion

/// Counts a reference column by column: each version's rows in chunks, with the labels that they carry.
///
/// A chunk takes the place that a day has in a log.
package struct ReferenceCounter {
  private let plan: ChunkPlan
  private let counter: PredictionCounter
  private var outcomes: OutcomeCounter
  private var memory = CountingMemory()
  /// Rows of each version so far.
  private var positions: [String: Int] = [:]
  /// The stage of each version's rows: that of the first row.
  package private(set) var stages: [String: Stage] = [:]
  /// By the numbers of the blocks.
  private var arms: [Arm] = []

  package init(log: PredictionLog, plan: ChunkPlan) {
    self.plan = plan
    counter = PredictionCounter(log: log)
    outcomes = OutcomeCounter(schema: log.schema)
  }

  /// Adds the rows of the next batch.
  package mutating func add(_ batch: Batch) {
    let plan = plan
    var (positions, stages) = (positions, stages)
    let block = counter.count(batch, spare: &memory) { block in
      for row in 0..<block.rowCount {
        let arm = block.arms[Int(block.armCodes[row])]
        if stages[arm.version] == nil { stages[arm.version] = arm.stage }
        let position = positions[arm.version, default: 0]
        block.days[row] = Int32(
          plan.chunk(version: arm.version, time: block.times[row], position: position))
        positions[arm.version] = position + 1
      }
      // What a label tells of time is of no use here.
      block.labelTimes = nil
    }
    (self.positions, self.stages) = (positions, stages)
    arms = block.arms
    outcomes.add(block) { _ in true }
  }

  /// The chunks of each version, and forgets them.
  package mutating func takeChunks() -> [String: [Profile]] {
    var chunks: [String: [Profile]] = [:]
    func update(_ version: String, _ chunk: Int, _ body: (inout Profile) -> Void) {
      var parts =
        chunks.removeValue(forKey: version)
        ?? [Profile](repeating: Profile(), count: plan.count)
      body(&parts[chunk])
      chunks[version] = parts
    }
    for place in 0..<counter.placeCount {
      guard let counted = counter.take(place: place) else { continue }
      // Rows of several stages are one version's all the same.
      update(counted.arm.version, counted.day.number) { $0.input.merge(counted.profile) }
    }
    for place in outcomes.places {
      let outcome = outcomes.take(place)
      update(arms[Int(place.arm)].version, Int(place.day)) { $0.outcome.merge(outcome) }
    }
    return chunks
  }
}
