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
    let chunks: [String: [Profile]]
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
    var scan = SchemaScan(layout: layout, strictness: .partial)
    var rowCount = 0
    var malformed = 0
    for path in paths {
      let reader = try reading.reader(path: path, requests: scan.requests)
      while let batch = try reader.nextBatch() {
        scan.add(batch)
        rowCount += batch.rowCount
      }
      malformed += reader.malformedRowCount
    }
    let schema = stored ?? scan.schema(isReference: true)
    let (chunks, stages) = try profiles(
      schema: schema, plan: scan.chunkPlan(count: Self.chunkCount))
    let profiled = layout.profiledColumns.map(\.name)
    let header = Set(try paths.flatMap { try reading.header(of: $0, lookingFor: profiled) })
    return Outcome(
      schema: schema, chunks: chunks, stages: stages, rowCount: rowCount,
      malformedRowCount: malformed, days: scan.timeRange.map(day),
      absent: profiled.filter { !header.contains($0) })
  }

  private func day(_ times: ClosedRange<Int64>) -> ClosedRange<Day> {
    let first = zone.localDay(ofUTCMilliseconds: times.lowerBound)
    return Day(number: first)...Day(number: zone.localDay(ofUTCMilliseconds: times.upperBound))
  }

  private func profiles(
    schema: ModelSchema, plan: ChunkPlan
  ) throws -> (chunks: [String: [Profile]], stages: [String: Stage]) {
    let log = PredictionLog(layout: layout, schema: schema, zone: zone, strictness: .partial)
    let outcomes = OutcomeProfiler(schema: schema)
    var segments = SegmentTable(schema: schema, stored: [])
    var chunks: [String: [Profile]] = [:]
    var positions: [String: Int] = [:]
    var stages: [String: Stage] = [:]
    for path in paths {
      let reader = try reading.reader(path: path, requests: log.requests)
      let stage = StageCheck(log: log, layout: layout, shown: reading.inputs.shown(path))
      while let batch = try reader.nextBatch() {
        try stage.check(batch, of: reader)
        let rows = log.rows(of: batch, segments: &segments)
        var picked: [String: [Int: [Int]]] = [:]
        for (index, row) in rows.enumerated() {
          let version = row.arm.version
          if stages[version] == nil { stages[version] = row.arm.stage }
          let chunk = plan.chunk(
            version: version, time: row.time, position: positions[version, default: 0])
          positions[version, default: 0] += 1
          picked[version, default: [:]][chunk, default: []].append(index)
        }
        for (version, byChunk) in picked {
          var parts =
            chunks.removeValue(forKey: version)
            ?? [Profile](repeating: Profile(), count: plan.count)
          for (chunk, indices) in byChunk {
            log.add(indices, of: batch, rows: rows, segments: segments, to: &parts[chunk].input)
            for index in indices {
              outcomes.add(rows[index], segments: segments, to: &parts[chunk].outcome)
            }
          }
          chunks[version] = parts
        }
      }
    }
    return (chunks, stages)
  }
}

extension OutcomeProfiler {
  /// Adds a row that carries its label itself; one without a label adds nothing.
  fileprivate func add(
    _ row: PredictionRow, segments: SegmentTable, to profile: inout OutcomeProfile
  ) {
    guard let label = row.label else { return }
    add(
      LabelledPrediction(
        prediction: row.prediction, score: row.score, label: label, delayDays: nil,
        slices: segments.slices(ofKey: row.segmentKey)), to: &profile)
  }
}
