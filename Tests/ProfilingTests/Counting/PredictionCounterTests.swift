import Dispatch
import Ingestion
import Statistics
import Synchronization
import Testing

@testable import Profiling

/// Rows of several arms and days, counted by columns and, as the plain meaning of it, row by row.
private struct CountedLog {
  let log: PredictionLog
  private let header =
    "id,time,version,stage,prediction,score,label,latency,error,age,town,user,sex"

  init(task: Profiling.Task) {
    let layout = ModelLayout(
      task: task, positive: task == .binary ? "1" : nil, scoreIsProbability: true, id: "id",
      timestamp: "time", version: "version", stage: "stage", prediction: "prediction",
      scores: task == .multiclass ? ["score", "latency"] : ["score"],
      scoreClasses: task == .multiclass ? ["0", "1"] : [], label: "label", labelTimestamp: nil,
      latency: "latency", error: "error", features: ["age", "town", "user"],
      sliceAttributes: [["sex"], ["sex", "town"]], forcedNumeric: [], forcedCategorical: [],
      labelInPredictions: true)
    let answers: ColumnKind =
      task == .regression
      ? .numeric(.withoutReference) : .categorical(Vocabulary(reference: ["0": 1, "1": 1]))
    let ages = NumericAnchors(reference: (20...60).map(Double.init))
    let columns =
      [
        ColumnSchema(name: "age", subject: .feature, kind: .numeric(ages)),
        ColumnSchema(
          name: "town", subject: .feature,
          kind: .categorical(Vocabulary(reference: ["Bern": 3, "Zürich": 2]))),
        ColumnSchema(name: "user", subject: .feature, kind: .categorical(.empty)),
        ColumnSchema(name: "prediction", subject: .prediction, kind: answers),
        ColumnSchema(name: "label", subject: .label, kind: answers),
      ]
      + layout.scores.map {
        ColumnSchema(name: $0, subject: .score, kind: .numeric(.withoutReference))
      }
    let schema = ModelSchema(
      task: task, positive: layout.positive, scoreIsProbability: true,
      scoreClasses: layout.scoreClasses, columns: columns, sliceAttributes: layout.sliceAttributes,
      slicedColumns: ["age", "town", "prediction", "score", "label"].map {
        SlicedColumn(slice: .where("sex", "f"), column: $0)
      }, scoredAttributes: [["sex", "town"], ["sex"]])
    log = PredictionLog(layout: layout, schema: schema, zone: .utc, strictness: .complete)
  }

  func batches(
    _ count: Int, days: Int, users: Int, seed: UInt64, size: Int, requests: ColumnRequests? = nil
  ) throws -> [Batch] {
    var source = SplitMix64(seed: seed)
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &source) ?? "" }
    func number(_ range: Range<Double>) -> String {
      String(Double.random(in: range, using: &source))
    }
    var text = header + "\n"
    for index in 0..<count {
      let answers = log.layout.task == .regression ? [number(-50..<50), "7"] : ["0", "1.0", "1"]
      let day = days == 0 ? index * 4 / count : Int.random(in: 0..<days, using: &source)
      text +=
        [
          "\(index)", "2024-01-0\(day + 1)T03:04:05Z", pick(["v1", "v2", ""]),
          pick(["production", "shadow", ""]), pick(answers + [""]),
          pick([number(0..<1), "0.5", ""]),
          pick(answers + [""]), pick([number(0..<900), "-1", "", "?"]), pick(["timeout", "", ""]),
          pick([number(0..<99), "33", "33.0", "old", "-0", "0", ""]),
          pick(["Bern", "Zürich", "Zu\u{308}rich", "Genf", ""]),
          "u\(Int.random(in: 0..<users, using: &source))", pick(["f", "m", ""]),
        ].joined(separator: ",") + "\n"
    }
    return try ProfilingTests.batches(ofCSV: text, requests ?? log.requests, batchSize: size)
  }

  /// Row by row, as ``PredictionLog`` does for a reference.
  func rowByRow(_ batches: [Batch], leavingOut left: Set<Int> = []) -> [String: InputProfile] {
    var segments = SegmentTable(schema: log.schema, stored: [])
    var profiles: [String: InputProfile] = [:]
    for batch in batches {
      let rows = log.rows(of: batch, segments: &segments)
      for (index, row) in rows.enumerated() where !left.contains(batch.lines[index]) {
        log.add(
          [index], of: batch, rows: rows, segments: segments,
          to: &profiles["\(row.arm) \(row.day)", default: InputProfile()])
      }
    }
    return profiles
  }

  func byColumns(
    _ batches: [Batch], leavingOut left: Set<Int> = [], threads: Int = 1
  ) -> [String: InputProfile] {
    let counter = PredictionCounter(log: log)
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var memory = CountingMemory()
      while true {
        let index = next.withLock { next in
          next += 1
          return next - 1
        }
        guard index < batches.count else { return }
        _ = counter.count(
          batches[index], leavingOut: left.isEmpty ? nil : { left.contains($0) }, spare: &memory)
      }
    }
    var profiles: [String: InputProfile] = [:]
    for place in 0..<counter.placeCount {
      guard let counted = counter.take(place: place) else { continue }
      profiles["\(counted.arm) \(counted.day)"] = counted.profile
    }
    return profiles
  }
}

@Suite("Counting by columns")
struct PredictionCounterTests {
  @Test(
    "gives the profiles of counting row by row",
    arguments: [Profiling.Task.binary, .multiclass, .regression], [0, 1, 4])
  func agreesWithRows(task: Profiling.Task, days: Int) throws {
    let log = CountedLog(task: task)
    let batches = try log.batches(3_000, days: days, users: 40, seed: 7, size: 700)
    let expected = log.rowByRow(batches)
    #expect(expected.count >= 4)
    #expect(log.byColumns(batches) == expected)
    // Something was counted, or nothing was meant to be.
    #expect(expected.values.contains { !$0.groupScores.isEmpty } == (task != .multiclass))
  }

  @Test("gives the same bytes whatever the threads and batches")
  func threads() throws {
    let log = CountedLog(task: .binary)
    let one = try log.batches(4_000, days: 3, users: 3_000, seed: 3, size: 4_096)
    let many = try log.batches(4_000, days: 3, users: 3_000, seed: 3, size: 97)
    let expected = log.byColumns(one).mapValues(\.encoded)
    #expect(log.byColumns(many, threads: 4).mapValues(\.encoded) == expected)
    #expect(log.byColumns(many.reversed(), threads: 2).mapValues(\.encoded) == expected)
  }

  @Test("leaves out rows that were read before")
  func leavesOut() throws {
    let log = CountedLog(task: .binary)
    let batches = try log.batches(900, days: 2, users: 40, seed: 5, size: 200)
    let left = Set(stride(from: 2, to: 900, by: 3))
    #expect(log.byColumns(batches, leavingOut: left) == log.rowByRow(batches, leavingOut: left))
  }

  @Test("stays bounded for a column of identifiers, with the same result")
  func identifiers() throws {
    let log = CountedLog(task: .binary)
    let batches = try log.batches(12_000, days: 1, users: 1_000_000, seed: 9, size: 4_096)
    let profiles = log.byColumns(batches, threads: 2)
    #expect(profiles == log.rowByRow(batches))
    guard
      case .categorical(let users)? = profiles.values.max(by: { $0.rowCount < $1.rowCount })?
        .columns["user"]
    else {
      Issue.record("users are not categories")
      return
    }
    #expect(users.named.count == 1_000)
    #expect(users.unseen.isTruncated)
  }

  @Test("hands on what the join with labels needs, row by row")
  func blocks() throws {
    let log = CountedLog(task: .multiclass)
    let batches = try log.batches(500, days: 2, users: 40, seed: 1, size: 200)
    let counter = PredictionCounter(log: log.log)
    var memory = CountingMemory()
    var segments = SegmentTable(schema: log.log.schema, stored: [])
    for batch in batches {
      let rows = log.log.rows(of: batch, segments: &segments)
      let block = counter.count(batch, leavingOut: nil, spare: &memory)
      try #require(block.rowCount == rows.count)
      #expect(block.ordinals == batch.lines)
      for (index, row) in rows.enumerated() {
        #expect(block.ids?[index] == row.id)
        #expect(block.times[index] == row.time && Int(block.days[index]) == row.day.number)
        #expect(block.arms[Int(block.armCodes[index])] == row.arm)
        #expect(block.predictions[index] == row.prediction && block.labels[index] == row.label)
        #expect(block.score(of: index) == row.score)
        #expect(
          SliceRule(schema: log.log.schema).slices(
            ofValues: block.segments[Int(block.segmentCodes[index])])
            == segments.slices(ofKey: row.segmentKey))
      }
    }
  }

  @Test(
    "and their labels gives what counting row by row gives",
    arguments: [Profiling.Task.binary, .multiclass, .regression])
  func outcomes(task: Profiling.Task) throws {
    let log = CountedLog(task: task)
    let batches = try log.batches(2_000, days: 3, users: 40, seed: 4, size: 300)
    let profiler = OutcomeProfiler(schema: log.log.schema)
    let counter = PredictionCounter(log: log.log)
    var memory = CountingMemory()
    var outcomes = OutcomeCounter(schema: log.log.schema)
    var segments = SegmentTable(schema: log.log.schema, stored: [])
    var expected: [String: OutcomeProfile] = [:]
    var arms: [Arm] = []
    for batch in batches {
      let rows = log.log.rows(of: batch, segments: &segments)
      var block = counter.count(batch, leavingOut: nil, spare: &memory)
      block.labelTimes = block.times.indices.map { row in
        row % 3 == 0 ? PredictionBlock.noTime : block.times[row] + Int64(row % 50) * 3_600_000
      }
      outcomes.add(block) { $0 % 5 != 0 }
      arms = block.arms
      for (index, row) in rows.enumerated() where batch.lines[index] % 5 != 0 {
        guard let label = row.label else { continue }
        profiler.add(
          LabelledPrediction(
            prediction: row.prediction, score: row.score, label: label,
            delayDays: index % 3 == 0 ? nil : Double(index % 50) / 24,
            slices: segments.slices(ofKey: row.segmentKey)),
          to: &expected["\(row.arm) \(row.day)", default: OutcomeProfile()])
      }
    }
    var found: [String: OutcomeProfile] = [:]
    for place in outcomes.places {
      found["\(arms[Int(place.arm)]) \(Day(number: Int(place.day)))"] = outcomes.take(place)
    }
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (place, profile) in expected {
      let other = try #require(found[place])
      #expect(other.labels == profile.labels)
      #expect(other.delay == profile.delay)
      #expect(other.losses == profile.losses)
      #expect(other.slicedLabels == profile.slicedLabels)
      #expect(other.slices.keys.sorted() == profile.slices.keys.sorted())
      for (slice, outcomes) in profile.slices {
        let counted = try #require(other.slices[slice])
        #expect(counted.labels == outcomes.labels)
        #expect(counted.outcomes == outcomes.outcomes, "\(slice)")
      }
    }
    #expect(expected.count >= 4)
  }

  @Test(
    "counts the chunks of a reference as row by row",
    arguments: [Profiling.Task.binary, .multiclass, .regression])
  func reference(task: Profiling.Task) throws {
    let log = CountedLog(task: task)
    let batches = try log.batches(1_500, days: 5, users: 40, seed: 9, size: 400)
    var scan = SchemaScan(layout: log.log.layout, isReference: true)
    for batch in try log.batches(
      1_500, days: 5, users: 40, seed: 9, size: 400, requests: scan.requests)
    {
      scan.add(batch)
    }
    let plan = scan.chunkPlan(count: 4)
    var counter = ReferenceCounter(log: log.log, plan: plan)
    let profiler = OutcomeProfiler(schema: log.log.schema)
    var segments = SegmentTable(schema: log.log.schema, stored: [])
    var expected: [String: [Profile]] = [:]
    var stages: [String: Stage] = [:]
    for batch in batches {
      counter.add(batch)
      let rows = log.log.rows(of: batch, segments: &segments)
      for (index, row) in rows.enumerated() {
        let version = row.arm.version
        if stages[version] == nil { stages[version] = row.arm.stage }
        let chunk = plan.chunk(version: version, time: row.time, position: 0)
        var parts = expected[version] ?? [Profile](repeating: Profile(), count: 4)
        log.log.add(
          [index], of: batch, rows: rows, segments: segments, to: &parts[chunk].input)
        if let label = row.label {
          profiler.add(
            LabelledPrediction(
              prediction: row.prediction, score: row.score, label: label, delayDays: nil,
              slices: segments.slices(ofKey: row.segmentKey)), to: &parts[chunk].outcome)
        }
        expected[version] = parts
      }
    }
    #expect(counter.stages == stages)
    let chunks = counter.takeChunks()
    #expect(chunks.keys.sorted() == expected.keys.sorted())
    for (version, parts) in expected {
      let inputs = try chunks[version]?.map { try InputProfile(encoded: $0.input) }
      let outcomes = try chunks[version]?.map { try OutcomeProfile(encoded: $0.outcome) }
      #expect(inputs == parts.map(\.input))
      #expect(outcomes == parts.map(\.outcome))
    }
    #expect(expected.count == 3)
  }
}
