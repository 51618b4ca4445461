import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

@Suite struct PublishedRowsTests {
  private func rows() throws -> [MetricRow] {
    let record = try #require(SampleRisk.model.periods[12].leading)
    return SampleRisk.model.publishedRows(of: record, period: record.period)
  }

  @Test("has the columns of the machine interface")
  func columns() throws {
    let header = MetricExport.text(of: [MetricRow](), format: .csv).split(separator: "\n").first
    #expect(
      header
        == "model,version,stage,period,period_start,period_end,slice,feature,metric,value,lower,upper,count,status,reason,labels_arrived,labels_expected,maturity,first_value,first_published"
    )
  }

  @Test("writes numbers in their shortest exact form, with status and dates")
  func values() throws {
    let csv = MetricExport.text(of: try rows(), format: .csv)
    #expect(
      csv.contains(
        "recidivism,compas,production,2014-04,2014-04-01,2014-04-30,,age,missing_share,"
          + "0.0467,,,231,breach,,,,,,\n"))
  }

  @Test("quotes names that would break a line of CSV")
  func quotes() throws {
    let row = try #require(rows().first { $0.value.key.slice.parts.first?.attribute == "race" })
    #expect(!MetricExport.text(of: [row], format: .csv).contains("\""))
    let arm = ArmBuilder("a,\"b\"", .production, try #require(row.period), rows: 1, labels: 0)
      .record()
    let text = MetricExport.text(
      of: SampleRisk.model.publishedRows(of: arm, period: arm.period), format: .csv)
    #expect(text.contains("recidivism,\"a,\"\"b\"\"\",production"))
  }

  @Test("holds neither count nor rate of a suppressed group")
  func suppression() throws {
    let lines = MetricExport.text(of: try rows(), format: .csv).split(separator: "\n")
      .filter { $0.contains("race=Native American") }
    #expect(lines.count == 4)
    #expect(
      lines.allSatisfy { line in
        // After the metric: value, lower, upper and count are empty, then status and reason, then
        // labels and first value, empty too.
        line.contains(/,[a-z_]+,,,,,[a-z]*,group of fewer than 10 rows,,,,,$/)
      })
  }

  @Test("says the same in JSON, read by another reader")
  func json() throws {
    let rows = try rows()
    let parsed = try JSONSerialization.jsonObject(
      with: Data(MetricExport.text(of: rows, format: .json).utf8))
    let objects = try #require(parsed as? [[String: Any]])
    #expect(objects.count == rows.count)
    let missing = try #require(
      objects.first {
        $0["metric"] as? String == "missing_share" && $0["feature"] as? String == "age"
      })
    #expect(missing["value"] as? Double == 0.0467)
    #expect(missing["lower"] is NSNull)
    let hostile = Set(objects.compactMap { $0["feature"] as? String })
    #expect(hostile.isSuperset(of: SampleRisk.hostile))
  }
}
