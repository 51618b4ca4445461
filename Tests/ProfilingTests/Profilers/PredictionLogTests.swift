import Ingestion
import Statistics
import Testing

@testable import Profiling

@Suite("A prediction log")
struct PredictionLogTests {
  private let text = """
    id,time,version,stage,prediction,score,label,labelled,latency,error,age,town,flag,sex
    a,2024-03-01T23:30:00Z,v1,production,yes,0.9,no,2024-03-03,12.5,,31,Bern,1,f
    b,2024-03-01T10:00:00Z,v2,shadow,,,,,-5,timeout,old,,0,
    c,2024-03-02T10:00:00Z,,moon,no,oops,yes,,,,,Genf,1,m

    """
  private let schema = ModelSchema(
    task: .binary, positive: "yes", scoreIsProbability: true,
    columns: [
      ColumnSchema(name: "age", subject: .feature, kind: .numeric(.withoutReference)),
      ColumnSchema(name: "town", subject: .feature, kind: .categorical(.empty)),
      ColumnSchema(name: "prediction", subject: .prediction, kind: .categorical(.empty)),
      ColumnSchema(name: "score", subject: .score, kind: .numeric(.withoutReference)),
      ColumnSchema(name: "label", subject: .label, kind: .categorical(.empty)),
    ], sliceAttributes: [["sex"]])

  @Test("reads what a row says")
  func rows() throws {
    let (rows, _, _) = try read()
    #expect(rows.map(\.id) == ["a", "b", "c"])
    #expect(rows.map(\.prediction) == [.category("yes"), nil, .category("no")])
    #expect(rows.map(\.label) == [.category("no"), nil, .category("yes")])
    #expect(rows.map(\.score) == [.single(0.9), nil, nil])
    // 2024-03-01T23:30:00Z and 2024-03-03T00:00:00Z by GNU date.
    #expect(rows[0].time == 1_709_335_800_000)
    #expect(rows[0].labelTime == 1_709_424_000_000)
    #expect(rows[1].labelTime == nil)
  }

  @Test("puts a row under its version and stage, in production where the stage is unknown")
  func arms() throws {
    let (rows, _, _) = try read()
    #expect(
      rows.map(\.arm) == [
        Arm(version: "v1", stage: .production), Arm(version: "v2", stage: .shadow),
        Arm(version: "", stage: .production),
      ])
  }

  @Test("names the stages that it does not know")
  func unknownStages() throws {
    let log = PredictionLog(layout: .sample, schema: schema, zone: .utc, strictness: .complete)
    let batch = try #require(try batches(ofCSV: text, log.requests).first)
    let unknown = try #require(log.unknownStage(in: batch))
    #expect(unknown.text == "moon")
    #expect(unknown.line == 4)
  }

  @Test("takes the day in the zone of the model")
  func days() throws {
    let zurich = try #require(ZoneTable(identifier: "Europe/Zurich"))
    #expect(try read().rows.map(\.day.description) == ["2024-03-01", "2024-03-01", "2024-03-02"])
    #expect(try read(zone: zurich).rows[0].day.description == "2024-03-02")
  }

  @Test("tells missing and malformed numbers apart")
  func missingAndMalformed() throws {
    let (_, profile, _) = try read()
    guard case .numeric(let age)? = profile.columns["age"],
      case .categorical(let town)? = profile.columns["town"],
      case .numeric(let score)? = profile.columns["score"]
    else {
      Issue.record("a column is of another kind")
      return
    }
    #expect(age.count == 1 && age.malformed == 1 && age.missing == 1)
    #expect(town.named == ["Bern": 1, "Genf": 1])
    #expect(town.missing == 1)
    #expect(score.count == 1 && score.rowCount == 3)
    #expect(profile.columns["prediction"]?.missing == 1)
  }

  @Test("counts rows, predictions and positive predictions of each slice")
  func slices() throws {
    let (_, profile, _) = try read()
    #expect(profile.slices[.all] == .init(rows: 3, predictions: 2, positivePredictions: 1))
    #expect(
      profile.slices[.where("sex", "f")] == .init(rows: 1, predictions: 1, positivePredictions: 1))
    #expect(
      profile.slices[.where("sex", "(missing)")]
        == .init(rows: 1, predictions: 0, positivePredictions: 0))
    #expect(profile.rowCount == 3)
  }

  @Test("counts the scores of rows with a prediction by what was predicted")
  func answeredScores() throws {
    let (_, profile, _) = try read()
    let scores = try #require(profile.answeredScores["yes"])
    #expect(scores.predicted.entries.map(\.value) == [0.9])
    #expect(scores.others.total == 0)
    #expect(profile.answeredScores.count == 1)
  }

  @Test("counts failed requests, and no response time below 0")
  func operations() throws {
    let (_, profile, _) = try read()
    #expect(profile.operations.errorCount == 1)
    #expect(profile.operations.latency.entries.map(\.value) == [12.5])
  }

  @Test("leaves out a row without id or time, and counts it")
  func rejectedRows() throws {
    let log = PredictionLog(layout: .sample, schema: schema, zone: .utc, strictness: .complete)
    let broken = text + ",2024-03-01,v1,,,,,,,,,,,\nd,soon,v1,,,,,,,,,,,\n"
    let batch = try #require(try batches(ofCSV: broken, log.requests).first)
    #expect(batch.rowCount == 3)
  }

  @Test("needs no identifiers and no other columns in a reference")
  func reference() throws {
    let log = PredictionLog(layout: .sample, schema: schema, zone: .utc, strictness: .partial)
    let batch = try #require(try batches(ofCSV: "age\n5\n", log.requests).first)
    var segments = SegmentTable(schema: schema, stored: [])
    let rows = log.rows(of: batch, segments: &segments)
    #expect(rows.first?.id == nil)
    #expect(rows.first?.prediction == nil)
    var profile = InputProfile()
    log.add([0], of: batch, rows: rows, segments: segments, to: &profile)
    #expect(profile.columns["age"]?.count == 1)
    #expect(profile.columns["town"]?.rowCount == 0)
  }

  private func read(
    zone: ZoneTable = .utc
  ) throws -> (rows: [PredictionRow], profile: InputProfile, segments: SegmentTable) {
    let log = PredictionLog(layout: .sample, schema: schema, zone: zone, strictness: .complete)
    var segments = SegmentTable(schema: schema, stored: [])
    var profile = InputProfile()
    let batch = try #require(try batches(ofCSV: text, log.requests).first)
    let rows = log.rows(of: batch, segments: &segments)
    log.add(Array(rows.indices), of: batch, rows: rows, segments: segments, to: &profile)
    return (rows, profile, segments)
  }
}
