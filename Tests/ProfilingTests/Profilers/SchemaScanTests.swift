import Ingestion
import Statistics
import Testing

@testable import Profiling

@Suite("The scan of a reference")
struct SchemaScanTests {
  private let header = "time,version,prediction,score,label,age,town,flag\n"
  private let layout = ModelLayout.sample

  @Test("finds the kind of every column")
  func kinds() throws {
    let schema = try scan(
      """
      2024-01-01,v1,yes,0.5,1.0,20,Bern,true
      2024-01-02,v1,no,0.25,0,,12,False
      2024-01-03,v1,no,0.75,TRUE,-3.5,8,true

      """
    ).schema
    #expect(isNumeric(schema, "age") == true)
    #expect(isNumeric(schema, "town") == false)
    #expect(isNumeric(schema, "flag") == false)
    #expect(isNumeric(schema, "score") == true)
    #expect(isNumeric(schema, "prediction") == false)
    #expect(schema.columns.map(\.name) == ["age", "town", "flag", "prediction", "score", "label"])
    #expect(
      schema.columns.map(\.subject) == [.feature, .feature, .feature, .prediction, .score, .label])
    #expect(vocabulary(schema, "label") == ["0", "1", "true"])
    #expect(vocabulary(schema, "flag") == ["False", "true"])
  }

  @Test("takes the kinds that the configuration forces")
  func forcedKinds() throws {
    let forced = layout.with {
      $0.forcedNumeric = ["town"]
      $0.forcedCategorical = ["age"]
    }
    let schema = try scan("2024-01-01,v1,yes,0.5,1,20,Bern,true\n", layout: forced)
      .schema
    #expect(isNumeric(schema, "age") == false)
    #expect(isNumeric(schema, "town") == true)
  }

  @Test("puts anchors at the values and the deciles of all rows and of each version")
  func anchors() throws {
    let rows = (1...11).map { "2024-01-\($0 + 10),v\($0 % 2),yes,0.5,1,\($0),Bern,true\n" }
    let schema = try scan(rows.joined()).schema
    guard case .numeric(let anchors)? = schema.column(named: "age")?.kind else {
      Issue.record("age is no number")
      return
    }
    #expect(anchors.coversReference)
    // NumPy: quantile([1 … 11], [0.1 … 0.9]) and the same of the odd ones.
    #expect(anchors.deciles["*"] == [2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(anchors.deciles["v1"] == [2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(anchors.deciles.keys.sorted() == ["*", "v0", "v1"])
    #expect(Set(anchors.values).isSuperset(of: (1...11).map(Double.init)))
  }

  @Test("keeps only the kinds when the rows are no reference")
  func withoutReference() throws {
    let schema = try scan("2024-01-01,v1,yes,0.5,1,20,Bern,true\n", isReference: false).schema
    #expect(schema.column(named: "age")?.kind == .numeric(.withoutReference))
    #expect(schema.column(named: "town")?.kind == .categorical(.empty))
  }

  @Test("gives the same schema in any order of the rows and any size of the batches")
  func ignoresOrder() throws {
    var source = SplitMix64(seed: 2)
    let rows = (0..<60).map {
      "2024-02-\(10 + $0 % 9),v\($0 % 3),yes,0.\($0),1,\($0 * 7 % 13),t\($0 % 5),true\n"
    }
    let schema = try scan(rows.joined()).schema
    for size in [1, 8, 100] {
      let other = try scan(rows.shuffled(using: &source).joined(), batchSize: size)
      #expect(other.schema == schema)
    }
  }

  @Test("cuts each version into chunks of about equal size by time")
  func chunksByTime() throws {
    var source = SplitMix64(seed: 3)
    let times = (0..<100).map { 1_700_000_000_000 + Int64($0) * 1_000 }
    let rows = times.map { "\($0),v1,yes,0.5,1,20,Bern,true\n" }.shuffled(using: &source)
    let plan = try scan(rows.joined()).chunkPlan(count: 10)
    #expect(plan.count == 10)
    let chunks = times.map { plan.chunk(version: "v1", time: $0, position: 0) }
    #expect(chunks == chunks.sorted())
    for chunk in 0..<10 { #expect((9...11).contains(chunks.count { $0 == chunk })) }
  }

  @Test("cuts by position where a time is missing or all are alike", arguments: ["", "2024-01-02"])
  func chunksByPosition(_ second: String) throws {
    let rows = "2024-01-02,v1,yes,0.5,1,20,Bern,true\n\(second),v1,yes,0.5,1,20,Bern,true\n"
    let plan = try scan(String(repeating: rows, count: 6)).chunkPlan(count: 4)
    let chunks = (0..<12).map { plan.chunk(version: "v1", time: 0, position: $0) }
    #expect(chunks == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    #expect(plan.chunk(version: "unheard of", time: 0, position: 5) == 0)
  }

  @Test("finds the same when it is told which columns are numeric, and says when that was wrong")
  func assumed() throws {
    let numbers = "2024-01-01,v1,yes,0.5,1,20,Bern,true\n2024-01-02,v1,no,0.25,1,30,Genf,1\n"
    let full = try scan(numbers)
    #expect(full.numericColumns.contains("age"))
    #expect(!full.numericColumns.contains("town"))
    let told = try scan(numbers, assuming: full.numericColumns)
    #expect(told.schema == full.schema)
    #expect(told.refuted.isEmpty)
    let wrong = try scan(
      numbers + "2024-01-03,v1,no,0.25,1,thirty,Genf,1\n", assuming: full.numericColumns)
    #expect(wrong.refuted == ["age"])
  }

  @Test("does without columns that a reference lacks, and insists on those of a log")
  func missingColumns() throws {
    let text = "time,age\n2024-01-01,5\n"
    var partial = SchemaScan(layout: layout, isReference: true)
    for batch in try batches(ofCSV: text, partial.requests) { partial.add(batch) }
    #expect(isNumeric(partial.schema, "age") == true)
    let complete = SchemaScan(layout: layout, isReference: false)
    let error = #expect(throws: IngestionError.self) {
      try batches(ofCSV: text, complete.requests)
    }
    #expect(error?.kind == .missingColumn(name: "version"))
  }

  private func scan(
    _ rows: String, layout: ModelLayout? = nil, isReference: Bool = true, batchSize: Int = 4_096,
    assuming numeric: Set<String> = []
  ) throws -> SchemaScan {
    var scan = SchemaScan(
      layout: layout ?? self.layout, isReference: isReference, assuming: numeric)
    for batch in try batches(ofCSV: header + rows, scan.requests, batchSize: batchSize) {
      scan.add(batch)
    }
    return scan
  }

  private func isNumeric(_ schema: ModelSchema, _ name: String) -> Bool? {
    guard let column = schema.column(named: name) else { return nil }
    if case .numeric = column.kind { return true }
    return false
  }

  private func vocabulary(_ schema: ModelSchema, _ name: String) -> [String] {
    guard case .categorical(let vocabulary)? = schema.column(named: name)?.kind else { return [] }
    return vocabulary.categories
  }
}
