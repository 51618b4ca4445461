import Assessment
import Broadsheet
import History
import Profiling
import Testing

@Suite("Maturity of labels in the pipeline")
struct LabelMaturityTests {
  private static let rows = SampleRows(numbers: 0..<42)
  private static let week = "2026-W10"

  private static func cells(
    _ export: String, _ metric: String, slice: String = "", period: String = week
  ) throws -> [String] {
    let row = try ExportTable(export).rows[
      .init(period: period, slice: slice, metric: metric)]
    return ["labels_arrived", "labels_expected", "maturity"].map { row?[$0] ?? "no row" }
  }

  private func start(_ space: Workspace, labels: Range<Int>) throws {
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/all.csv", Self.rows.predictions)
    try space.write("labels/a.csv", SampleRows(numbers: labels).labels)
    try space.ingest()
  }

  @Test("goes from provisional to final as labels come")
  func becomesFinal() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<20)
      #expect(try Self.cells(space.export(), "roc_auc") == ["20", "42", "provisional"])
      #expect(try Self.cells(space.export(), "row_count") == ["", "", ""])
      #expect(try Self.cells(space.export(), "selection_rate") == ["", "", ""])
      #expect(try Self.cells(space.export(), "roc_auc", period: "reference") == ["", "", ""])
      try space.write("labels/b.csv", SampleRows(numbers: 20..<40).labels)
      try space.ingest()
      #expect(try Self.cells(space.export(), "roc_auc") == ["40", "42", "final"])
    }
  }

  @Test("belongs to each slice for itself")
  func bySlice() throws {
    // Every other pair of rows is of the north: rows 0, 1, 4, 5, …
    let north = Self.rows.numbers.filter { $0 / 2 % 2 == 0 }
    try Workspace.with { space in
      try start(space, labels: 0..<0)
      try space.write(
        "labels/north.csv", [SampleRows.labelHeader] + north.map(Self.rows.labelRow))
      try space.ingest()
      let export = try space.export()
      #expect(
        try Self.cells(export, "accuracy", slice: "region=north") == ["22", "22", "final"])
      #expect(
        try Self.cells(export, "accuracy", slice: "region=south") == ["0", "20", "provisional"])
      #expect(try Self.cells(export, "accuracy") == ["22", "42", "provisional"])
    }
  }

  @Test("ends by age, counted to the latest day of the record")
  func byAge() throws {
    var settings = PipelineSettings()
    // The week ends on 8 March; label 19 is of 5 March and was seen ten days later.
    settings.more = ["maturity: {after_days: 7}"]
    try Workspace.with(settings) { space in
      try start(space, labels: 0..<20)
      #expect(try Self.cells(space.export(), "roc_auc") == ["20", "42", "final"])
      space.settings.more = ["maturity: {after_days: 8}"]
      #expect(try Self.cells(space.export(), "roc_auc") == ["20", "42", "provisional"])
      try space.write("labels/b.csv", SampleRows(numbers: 20..<25).labels)
      try space.ingest()
      #expect(try Self.cells(space.export(), "roc_auc") == ["25", "42", "final"])
    }
  }

  @Test("counts to another day when it is given one")
  func byClock() throws {
    var settings = PipelineSettings()
    settings.more = ["maturity: {after_days: 90}"]
    try Workspace.with(settings) { space in
      try start(space, labels: 0..<20)
      let store = try HistoryStore(path: space.historyPath)
      func state(_ month: Int, _ day: Int) throws -> Maturity.State? {
        try RecordAssembler(
          configuration: try space.configuration(), store: store,
          asOf: Day(year: 2026, month: month, day: day)
        ).records().first?.periods.first?.leading?.maturity?.state
      }
      #expect(try state(6, 5) == .provisional)
      #expect(try state(6, 6) == .final)
    }
  }

  @Test("does not wait for rows without a prediction")
  func withoutPrediction() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write(
        "predictions/all.csv",
        Self.rows.predictions + ["99,2026-03-02T08:00:00Z,v1,production,,,3.5,plus,north"])
      try space.write("labels/a.csv", Self.rows.labels)
      try space.ingest()
      #expect(try space.table()["row_count", Self.week] == "43")
      #expect(try Self.cells(space.export(), "accuracy") == ["42", "42", "final"])
    }
  }
}
