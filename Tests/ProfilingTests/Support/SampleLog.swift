import Ingestion
import Profiling
import Statistics

/// A log of random rows with everything that a profile summarises.
struct SampleLog {
  let layout: ModelLayout
  private(set) var schema: ModelSchema

  init(task: Task) {
    layout = ModelLayout(
      task: task, positive: task == .regression ? nil : "1", scoreIsProbability: true, id: "id",
      timestamp: "time", version: nil, stage: nil, prediction: "prediction",
      scores: task == .binary ? ["score"] : [], scoreClasses: [], label: "label",
      labelTimestamp: nil,
      latency: "latency", error: "error", features: ["age", "town"],
      sliceAttributes: [["sex"], ["sex", "town"]], forcedNumeric: [], forcedCategorical: [],
      labelInPredictions: true)
    let anchors = NumericAnchors(reference: (20...60).map(Double.init))
    let answers: ColumnKind =
      task == .regression
      ? .numeric(.withoutReference) : .categorical(Vocabulary(reference: ["0": 1, "1": 1]))
    var columns = [
      ColumnSchema(name: "age", subject: .feature, kind: .numeric(anchors)),
      ColumnSchema(
        name: "town", subject: .feature,
        kind: .categorical(Vocabulary(reference: ["Bern": 3, "Zürich": 2]))),
      ColumnSchema(name: "prediction", subject: .prediction, kind: answers),
      ColumnSchema(name: "label", subject: .label, kind: answers),
    ]
    if task == .binary {
      columns.append(
        ColumnSchema(name: "score", subject: .score, kind: .numeric(.withoutReference)))
    }
    schema = ModelSchema(
      task: task, positive: layout.positive, scoreIsProbability: true, columns: columns,
      sliceAttributes: layout.sliceAttributes,
      slicedColumns: [
        SlicedColumn(slice: .where("sex", "f"), column: "age"),
        SlicedColumn(slice: .where("sex", "m"), column: "label"),
      ], scoredAttributes: [["sex"]])
  }

  /// The same log with every column counted within each of ``countedSlices``.
  var countingSlices: SampleLog {
    asking(
      schema.columns.flatMap { column in
        Self.countedSlices.map { SlicedColumn(slice: $0, column: column.name) }
      })
  }

  /// One value, one that is missing, and one of two columns together.
  static let countedSlices: [Slice] = [
    .where("sex", "f"), .where("sex", SegmentTable.missingValue),
    Slice(parts: [
      .init(attribute: "sex", value: "m"), .init(attribute: "town", value: "Zürich"),
    ]),
  ]

  /// The same log with other columns counted within slices.
  func asking(_ columns: [SlicedColumn]) -> SampleLog {
    var copy = self
    copy.schema = schema.counting(columns)
    return copy
  }

  /// Random lines, some of them with missing and malformed cells.
  func lines(_ count: Int, seed: UInt64) -> [String] {
    var source = SplitMix64(seed: seed)
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &source) ?? "" }
    func number(_ range: Range<Double>) -> String {
      String(Double.random(in: range, using: &source))
    }
    return (0..<count).map { index in
      let answers = layout.task == .regression ? [number(-50..<50), number(0..<9)] : ["0", "1.0"]
      return [
        "\(index)", "2024-01-02T03:04:05Z", pick(answers + [""]), number(0..<1),
        pick(answers + [""]), pick([number(0..<900), "-1", ""]), pick(["timeout", "", "", ""]),
        pick([number(0..<99), "33", "33.0", "old", ""]),
        pick(["Bern", "Zürich", "Genf", "Chur", ""]),
        pick(["f", "m", ""]),
      ].joined(separator: ",")
    }
  }

  /// The profile of these lines in one pass.
  func profile(of lines: [String], batchSize: Int = 4_096) throws -> Profile {
    let header = "id,time,prediction,score,label,latency,error,age,town,sex"
    let log = PredictionLog(layout: layout, schema: schema, zone: .utc, strictness: .complete)
    let outcomes = OutcomeProfiler(schema: schema)
    var segments = SegmentTable(schema: schema, stored: [])
    var profile = Profile()
    let text = ([header] + lines).joined(separator: "\n") + "\n"
    for batch in try batches(ofCSV: text, log.requests, batchSize: batchSize) {
      let rows = log.rows(of: batch, segments: &segments)
      log.add(Array(rows.indices), of: batch, rows: rows, segments: segments, to: &profile.input)
      for row in rows {
        guard let label = row.label else { continue }
        outcomes.add(
          LabelledPrediction(
            prediction: row.prediction, score: row.score, label: label,
            delayDays: row.time % 7 == 0 ? nil : Double(row.time % 86_400) / 86_400,
            slices: segments.slices(ofKey: row.segmentKey)),
          to: &profile.outcome)
      }
    }
    return profile
  }
}
