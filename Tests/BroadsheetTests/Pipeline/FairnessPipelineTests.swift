import Assessment
import Profiling
import Testing

@testable import Broadsheet

@Suite("Groups from the configuration to the export")
struct FairnessPipelineTests {
  private var settings: PipelineSettings {
    var settings = PipelineSettings()
    settings.more = [
      "protected: [{attribute: plan, privileged: pro}]",
      "favourable: 0",
      "suppress_below: 12",
      "expectations:",
      "  - {metric: demographic_parity_ratio, attribute: plan, min: 0.999}",
      "  - {metric: false_positive_rate, attribute: plan, max: 1}",
    ]
    return settings
  }

  private func fill(_ space: Workspace) throws {
    let rows = SampleRows(numbers: 0..<84)
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/a.csv", rows.predictions)
    try space.write("labels/a.csv", rows.labels)
    try space.ingest()
  }

  /// Favourable predictions and rows of a plan in the first week, from the rows themselves.
  private func favourable(_ plan: Int) -> (part: Int, whole: Int) {
    let numbers = (0..<42).filter { $0 % 3 == plan }
    return (numbers.count { Double($0 * 53 % 97) / 97 <= 0.5 }, numbers.count)
  }

  @Test("rates, ratios and verdicts of the first week")
  func values() throws {
    try Workspace.with(settings) { space in
      try fill(space)
      let table = try space.table()
      let shares = (0..<3).map { plan -> Double in
        let count = favourable(plan)
        return Double(count.part) / Double(count.whole)
      }
      let week = "2026-W10"
      for (plan, name) in ["basic", "plus", "pro"].enumerated() {
        let text = try #require(table["favourable_rate", week, slice: "plan=\(name)"])
        #expect(Double(text) == shares[plan])
        let ratio = try #require(table["impact_ratio", week, slice: "plan=\(name)"])
        #expect(abs((Double(ratio) ?? 0) - shares[plan] / shares[2]) < 1e-12)
      }
      let low = try #require(shares.min())
      let high = try #require(shares.max())
      let ratio = try #require(table["demographic_parity_ratio", week, slice: "plan"])
      #expect(abs((Double(ratio) ?? 0) - low / high) < 1e-12)
      func status(_ metric: String, _ slice: String) -> String? {
        let key = ExportTable.Key(period: week, slice: slice, metric: metric)
        return table.rows[key]?["status"]
      }
      // Below the limit, with an interval that reaches across it: worth a look.
      #expect(status("demographic_parity_ratio", "plan") == "watch")
      #expect(status("false_positive_rate", "plan=basic") == "ok")
      #expect(
        table.rows.keys.contains {
          $0.period == "reference" && $0.metric == "demographic_parity_ratio"
        })
    }
  }

  @Test("the export has what the published rows keep back")
  func export() throws {
    try Workspace.with(settings) { space in
      try fill(space)
      let record = try #require(try space.record())
      let whole = MetricExport.text(of: [record], format: .csv)
      let published = MetricExport.text(of: [record.publishable], format: .csv)
      #expect(!whole.contains("group of fewer than 12 rows"))
      // Two weeks of 42 rows: fewer than twelve rows of a plan have one label or one answer.
      #expect(published.contains("group of fewer than 12 rows"))
    }
  }

  @Test("nothing about fairness waits to be built")
  func inUse() throws {
    try Workspace.with(settings) { space in
      let configuration = try space.configuration()
      #expect(configuration.notYetInUse.isEmpty)
    }
  }

  @Test("of several classes the favourable one is counted in every slice")
  func countedClass() throws {
    let configuration = try Configuration.parse(
      text: Sample.model(task: "multiclass", "favourable: high"), path: "b.yaml", directory: "/")
    let model = try #require(configuration.models.first)
    #expect(ModelLayout(model, header: []).positive == "high")
  }

  @Test("regression has no favourable class")
  func regression() throws {
    let problems = try Sample.problems(
      Sample.model(task: "regression", "favourable: high"))
    #expect(
      problems.first?.contains("a regression model has no favourable class; remove the key") == true
    )
  }
}
