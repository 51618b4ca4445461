import Ingestion
import Profiling

/// Reads a model's reference twice: once for the schema, once for the profiles of its chunks.
struct ReferenceIngestion {
  /// How many chunks the reference is cut into to measure its own spread; NannyML's default.
  private static let chunkCount = 10

  let layout: ModelLayout
  let paths: [String]
  let zone: ZoneTable
  let reading: FileReading

  struct Outcome {
    let schema: ModelSchema
    /// By version, in order.
    let chunks: [String: [EncodedProfile]]
    /// The stage of each version's rows: that of the first row.
    let stages: [String: Stage]
    var rowCount = 0
    var malformedRowCount = 0
    /// First and last day; `nil` when the reference has no times.
    var days: ClosedRange<Day>?
    /// Profiled columns that the reference does not have.
    var absent: [String] = []
  }

  /// - Parameter stored: The schema to count under again; `nil` to make one.
  func run(under stored: ModelSchema? = nil) throws -> Outcome {
    let found = try scanned(under: stored)
    let schema = found.schema
    let (chunks, stages) = try profiles(schema: schema, plan: found.plan)
    let profiled = layout.profiledColumns.map(\.name)
    let header = Set(try paths.flatMap { try reading.header(of: $0, lookingFor: profiled) })
    return Outcome(
      schema: schema, chunks: chunks, stages: stages, rowCount: found.rowCount,
      malformedRowCount: found.malformedRowCount, days: found.times.map(day),
      absent: profiled.filter { !header.contains($0) })
  }

  /// What follows from the first reading, without the numbers that it had to hold.
  private struct Scanned {
    let schema: ModelSchema
    let plan: ChunkPlan
    let times: ClosedRange<Int64>?
    let rowCount: Int
    let malformedRowCount: Int
  }

  private func scanned(under stored: ModelSchema?) throws -> Scanned {
    let found = try SchemaReading(
      layout: layout, isReference: true, paths: paths, reading: reading
    ).run()
    return Scanned(
      schema: stored ?? found.scan.schema, plan: found.scan.chunkPlan(count: Self.chunkCount),
      times: found.scan.timeRange, rowCount: found.rowCount,
      malformedRowCount: found.malformedRowCount)
  }

  private func day(_ times: ClosedRange<Int64>) -> ClosedRange<Day> {
    let first = zone.localDay(ofUTCMilliseconds: times.lowerBound)
    return Day(number: first)...Day(number: zone.localDay(ofUTCMilliseconds: times.upperBound))
  }

  private func profiles(
    schema: ModelSchema, plan: ChunkPlan
  ) throws -> (chunks: [String: [EncodedProfile]], stages: [String: Stage]) {
    let log = PredictionLog(layout: layout, schema: schema, zone: zone, strictness: .partial)
    var counter = ReferenceCounter(log: log, plan: plan)
    for path in paths {
      let reader = try reading.reader(path: path, requests: log.requests)
      let stage = StageCheck(log: log, layout: layout, shown: reading.inputs.shown(path))
      while let batch = try reader.nextBatch() {
        try stage.check(batch, of: reader)
        counter.add(batch)
      }
    }
    return (counter.takeChunks(), counter.stages)
  }
}
