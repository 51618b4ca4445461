import Foundation
import Profiling
import Testing

@testable import Assessment

@Suite("The export of metric values")
struct MetricExportTests {
  /// A line as Foundation reads it.
  private struct Line: Decodable {
    let model: String
    let value: Double?
  }

  private let rows = [
    row(.value(0.1 + 0.2, interval: Interval(lower: 0, upper: 1)), status: .breach),
    row(.unavailable(.noLabels), model: "a,\"b\"\nc\\", period: nil),
  ]

  @Test("is CSV with the agreed header, quotes only where they are needed")
  func csv() {
    #expect(
      MetricExport.text(of: rows, format: .csv) == """
        model,version,stage,period,period_start,period_end,slice,feature,metric,value,lower,upper,\
        count,status,reason,labels_arrived,labels_expected,maturity,first_value,first_published
        m,v1,production,2024-W01,2024-01-01,2024-01-07,sex=f,,accuracy,0.30000000000000004,0,1,\
        40,breach,,,,,,
        "a,""b""
        c\\",v1,production,reference,,,sex=f,,accuracy,,,,40,,no labels yet,,,,,

        """)
  }

  @Test("is one object a line as NDJSON")
  func ndjson() {
    #expect(
      MetricExport.text(of: rows, format: .ndjson) == #"""
        {"model":"m","version":"v1","stage":"production","period":"2024-W01","period_start":"2024-01-01","period_end":"2024-01-07","slice":"sex=f","feature":"","metric":"accuracy","value":0.30000000000000004,"lower":0,"upper":1,"count":40,"status":"breach","reason":"","labels_arrived":null,"labels_expected":null,"maturity":"","first_value":null,"first_published":""}
        {"model":"a,\"b\"\nc\\","version":"v1","stage":"production","period":"reference","period_start":"","period_end":"","slice":"sex=f","feature":"","metric":"accuracy","value":null,"lower":null,"upper":null,"count":40,"status":"","reason":"no labels yet","labels_arrived":null,"labels_expected":null,"maturity":"","first_value":null,"first_published":""}

        """#)
  }

  @Test("is an array as JSON, which Foundation reads back")
  func json() throws {
    let text = MetricExport.text(of: rows, format: .json)
    #expect(text.hasPrefix("[\n  {\"model\":\"m\"") && text.hasSuffix("}\n]\n"))
    let read = try JSONDecoder().decode([Line].self, from: Data(text.utf8))
    #expect(read.count == 2)
    #expect(read[1].model == "a,\"b\"\nc\\")
    #expect(read[0].value == 0.30000000000000004)
  }

  @Test("escapes every control character and the two line separators of JavaScript")
  func controlCharacters() throws {
    let model = "\u{0}\u{1F}\t\r\u{7F}\u{2028}\u{2029}é🙂"
    let text = MetricExport.text(
      of: [Self.row(.unavailable(.noRows), model: model)], format: .ndjson)
    #expect(text.contains(#""model":"\u0000\u001f\t\r\#u{7F}\u2028\u2029é🙂""#))
    let read = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
    #expect(read.model == model)
  }

  @Test(
    "writes numbers in the shortest form that reads back as the same",
    arguments: [
      (0.1, "0.1"), (1, "1"), (-3, "-3"), (1e15, "1000000000000000"), (1e22, "1e+22"),
      (Double.leastNonzeroMagnitude, "5e-324"), (1.0 / 3, "0.3333333333333333"),
      (1234567.25, "1234567.25"),
    ] as [(Double, String)])
  func numbers(_ number: Double, _ text: String) throws {
    let line = MetricExport.text(of: [Self.row(.value(number, interval: nil))], format: .csv)
      .split(separator: "\n")[1]
    let cell = line.split(separator: ",", omittingEmptySubsequences: false)[9]
    #expect(cell == text)
    #expect(Double(cell) == number)
  }

  @Test("has a header or an empty array without rows")
  func empty() {
    #expect(MetricExport.text(of: [MetricRow](), format: .json) == "[]\n")
    #expect(MetricExport.text(of: [MetricRow](), format: .ndjson) == "")
    #expect(MetricExport.text(of: [MetricRow](), format: .csv).split(separator: "\n").count == 1)
  }

  @Test("gives the reference first, then periods, and only what is asked for")
  func filters() {
    let record = record("m")
    func lines(_ filter: MetricExport.Filter) -> [Substring] {
      MetricExport.text(of: [record, self.record("n")], format: .csv, filter: filter)
        .split(separator: "\n").dropFirst().map { $0 }
    }
    #expect(lines(.init()).count == 8)
    #expect(lines(.init(model: "n")).allSatisfy { $0.hasPrefix("n,") })
    #expect(
      lines(.init(model: "m")).map { $0.split(separator: ",")[3] }
        == ["reference", "reference", "2024-W01", "2024-W01"])
    #expect(lines(.init(period: "reference")).count == 4)
    #expect(lines(.init(period: "2024-W01", metric: .recall)).count == 2)
    #expect(lines(.init(model: "o")).isEmpty)
  }

  @Test("says when there is too little to judge by, even where nothing is expected")
  func statusWithoutExpectation() throws {
    let record = record("m")
    let rows = record.rows(of: try #require(record.periods.first))
    #expect(rows.map(\.value.key.metric) == [.accuracy, .recall])
    #expect(rows.map(\.status) == [.breach, .insufficient])
  }

  private static func row(
    _ estimate: Estimate, model: String = "m",
    period: Period? = Period(.week, containing: .week(1)),
    status: Status? = nil
  ) -> MetricRow {
    MetricRow(
      model: model, arm: Arm(version: "v1", stage: .production), period: period,
      value: MetricValue(
        MetricKey(.accuracy, slice: .where("sex", "f")), estimate, count: 40), status: status)
  }

  private func record(_ id: String) -> ModelRecord {
    let accuracy = MetricValue(MetricKey(.accuracy), .value(0.5, interval: nil), count: 40)
    let recall = MetricValue(MetricKey(.recall), .value(0.5, interval: nil), count: 20)
    let period = Period(.week, containing: .week(1))
    let finding = Finding(
      value: accuracy, expectation: Expectation(.accuracy, minimum: 0.7, origin: .configured),
      status: .breach, periodsInARow: 1)
    let arm = ArmRecord(
      arm: Arm(version: "v1", stage: .production), period: period, values: [accuracy, recall],
      findings: [finding], distributions: [], rowCount: 40, labelCount: 40)
    return ModelRecord(
      identity: ModelIdentity(
        id: id, title: id, task: .binary, owner: nil, about: nil, periodKind: .week,
        timezone: "UTC", positive: "1", minimumRows: 30, suppressBelow: 10, protectedAttributes: []),
      references: [arm], referenceInput: nil,
      periods: [
        PeriodRecord(period: period, arms: [arm], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
  }
}
