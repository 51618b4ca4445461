import Assessment
import Broadsheet
import Testing

@Suite("Days and periods of the pipeline")
struct CalendarTests {
  /// The periods that rows at the given times fall into, with the number of rows in each.
  private func periods(
    _ settings: PipelineSettings, at times: [String]
  ) throws -> [String: String] {
    var found: [String: String] = [:]
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write(
        "predictions/all.csv",
        [SampleRows.predictionHeader]
          + times.enumerated().map { "\($0),\($1),v1,production,1,0.75,3.5,plus,north" })
      try space.ingest()
      let table = try space.table()
      for period in table.periods { found[period] = table["row_count", period] }
    }
    return found
  }

  private func settings(_ period: String, _ timezone: String = "UTC") -> PipelineSettings {
    var settings = PipelineSettings()
    settings.period = period
    settings.timezone = timezone
    return settings
  }

  @Test("the day of the change to summer time has 23 hours in New York")
  func springForward() throws {
    // Clocks go from 02:00 to 03:00 on 8 March 2026; midnight is 05:00 UTC before, 04:00 UTC after.
    let found = try periods(
      settings("day", "America/New_York"),
      at: [
        "2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59Z",
        "2026-03-08T23:59:59", "2026-03-09T04:00:00Z", "2026-03-08T23:30:00-05:00", "1773028800",
      ])
    #expect(found == ["2026-03-07": "1", "2026-03-08": "3", "2026-03-09": "3"])
  }

  @Test("the day of the change to winter time has 25 hours in New York")
  func fallBack() throws {
    // Clocks go from 02:00 to 01:00 on 1 November 2026.
    let found = try periods(
      settings("day", "America/New_York"),
      at: [
        "2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z", "2026-11-02T04:59:59Z",
        "2026-11-02T05:00:00Z",
      ])
    #expect(found == ["2026-10-31": "1", "2026-11-01": "2", "2026-11-02": "1"])
  }

  @Test("weeks, months and quarters begin at local midnight")
  func longerPeriods() throws {
    // In Auckland 31 March 2026, 11:00 UTC is midnight of 1 April, a Wednesday.
    let times = ["2026-03-31T10:59:59Z", "2026-03-31T11:00:00Z"]
    let zone = "Pacific/Auckland"
    #expect(try periods(settings("month", zone), at: times) == ["2026-03": "1", "2026-04": "1"])
    #expect(try periods(settings("quarter", zone), at: times) == ["2026-Q1": "1", "2026-Q2": "1"])
    #expect(try periods(settings("week", zone), at: times) == ["2026-W14": "2"])
  }

  @Test("a week belongs to the year of its Thursday")
  func weekOfNewYear() throws {
    let found = try periods(settings("week"), at: ["2027-01-03T12:00:00Z", "2027-01-04T12:00:00Z"])
    #expect(found == ["2026-W53": "1", "2027-W01": "1"])
  }

  @Test("a period without rows is published between others, with the status missing")
  func emptyPeriod() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      let rows = SampleRows(numbers: 0..<42)
      let later = SampleRows(numbers: 126..<168)
      try space.write("predictions/a.csv", rows.predictions)
      try space.write("predictions/b.csv", later.predictions)
      try space.write("labels/a.csv", rows.labels + later.labelRows)
      try space.ingest()
      let table = try space.table()
      #expect(table.periods == ["2026-W10", "2026-W11", "2026-W12", "2026-W13"])
      #expect(table["row_count", "2026-W11"] == "0")
      #expect(table["row_count", "2026-W13"] == "42")
      let accuracy = table.rows[.init(period: "2026-W12", metric: "accuracy")]
      #expect(accuracy?["value"] == "")
      #expect(accuracy?["reason"] != "")
      #expect(try space.record()?.periods.map(\.status.rawValue)[1...2] == ["missing", "missing"])
    }
  }
}
