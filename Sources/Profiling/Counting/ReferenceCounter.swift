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

  /// The chunks of each version in their stored form, in order, and forgets them.
  ///
  /// One at a time is a profile: with hundreds of columns it takes tens of megabytes.
  package mutating func takeChunks() -> [String: [EncodedProfile]] {
    var inputs: [Chunk: [Int]] = [:]
    for place in 0..<counter.placeCount {
      let (arm, day) = counter.place(place)
      // Rows of several stages are one version's all the same.
      inputs[Chunk(version: arm.version, number: day.number), default: []].append(place)
    }
    let labelled = Dictionary(grouping: outcomes.places) { place in
      Chunk(version: arms[Int(place.arm)].version, number: Int(place.day))
    }
    var chunks: [String: [EncodedProfile]] = [:]
    for version in Set(inputs.keys.map(\.version)) {
      chunks[version] = (0..<plan.count).map { number in
        let chunk = Chunk(version: version, number: number)
        return EncodedProfile(take(inputs[chunk] ?? [], labelled[chunk] ?? []))
      }
    }
    return chunks
  }

  private struct Chunk: Hashable {
    let version: String
    let number: Int
  }

  private mutating func take(_ inputs: [Int], _ labelled: [OutcomeCounter.Place]) -> Profile {
    var profile = Profile()
    for place in inputs {
      if let counted = counter.take(place: place) { profile.input.merge(counted.profile) }
    }
    for place in labelled { profile.outcome.merge(outcomes.take(place)) }
    return profile
  }
}
