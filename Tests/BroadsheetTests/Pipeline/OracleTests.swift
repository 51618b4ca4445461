import Assessment
import Broadsheet
import Foundation
import History
import Testing

@Suite("Real data against pandas, SciPy and scikit-learn")
struct OracleTests {
  private static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let data = tests.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("demo/data")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.tests.appendingPathComponent("Oracles/\(name)"), encoding: .utf8)
  }

  private func export(_ name: String, data: String) throws -> ExportTable {
    let history = FileManager.default.temporaryDirectory.path + "/oracle-" + UUID().uuidString
    let configuration = try Configuration.parse(
      text: try text("\(name).yaml"), path: "\(name).yaml",
      directory: Self.data.appendingPathComponent(data).path)
    let outcome = Result {
      let store = try HistoryStore(path: history + "/history.sqlite")
      let summary = try Ingestor(configuration: configuration, store: store).run()
      #expect(summary.refusals.isEmpty)
      let assembler = RecordAssembler(configuration: configuration, store: store)
      return try ExportTable(MetricExport.text(of: try assembler.records(), format: .csv))
    }
    try FileManager.default.removeItem(atPath: history)
    return try outcome.get()
  }

  /// Whether two texts are the same number, or both nothing.
  ///
  /// The tolerance is that of sums of some thousand terms in double precision, with room to spare;
  /// a wrong definition is off by much more.
  private func agree(_ found: String, _ expected: String) -> Bool {
    guard let found = Double(found), let expected = Double(expected) else {
      return found == expected
    }
    return abs(found - expected) <= 1e-9 * abs(expected) + 1e-12
  }

  @Test("every value agrees", arguments: [("flights", 4_750), ("recidivism", 3_006)])
  func agrees(_ name: String, _ rowCount: Int) throws {
    try expectAgreement(name, data: name, rowCount: rowCount)
  }

  @Test("every value of a column within a slice agrees")
  func slicesAgree() throws {
    try expectAgreement("slices", data: "recidivism", rowCount: 1_736)
  }

  @Test("the share of each group that scores above the median agrees")
  func scoringRates() throws {
    let table = try export("recidivism", data: "recidivism")
    let lines = try text("scoring_rates.csv").split(separator: "\n").map(ExportTable.cells)
    let header = try #require(lines.first)
    #expect(lines.count == 358)
    for cells in lines.dropFirst() {
      let wanted = Dictionary(zip(header, cells)) { first, _ in first }
      let key = ExportTable.Key(
        version: cells[0], stage: cells[1], period: cells[2], slice: cells[3],
        metric: "scoring_rate")
      let found = try #require(table.rows[key])
      for name in ["value", "lower", "upper", "count"] {
        #expect(agree(found[name] ?? "", wanted[name] ?? ""), "\(name) of \(key)")
      }
    }
    let rates = table.rows.keys.count { $0.metric == "scoring_rate" }
    #expect(rates == lines.count - 1)
  }

  private func expectAgreement(_ name: String, data: String, rowCount: Int) throws {
    let table = try export(name, data: data)
    let rows = try text("\(name).csv").split(separator: "\n").dropFirst()
    #expect(rows.count == rowCount)
    var different: [String] = []
    for line in rows {
      let cells = ExportTable.cells(of: line)
      let found = table[
        cells[5], cells[2], version: cells[0], stage: cells[1], slice: cells[3], feature: cells[4]]
      // What is undefined may be left out of the export, but must not have a value.
      if !agree(found ?? "", cells[6]) { different.append("\(line): \(found ?? "not exported")") }
    }
    #expect(different.isEmpty)
  }
}
