import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Columns in numbers")
struct ColumnNumbersTableTests {
  private func context(_ month: StoryFixture.Month) -> ReportContext {
    StoryFixture(expectations: [], months: [month]).context
  }

  @Test("has a row for each column, in order, with what applies to it")
  func rows() throws {
    let month = StoryFixture.Month()
      .with(.mean, 9.4648, half: 0.383, feature: "wind").with(.quantile50, 9.2, feature: "wind")
      .with(.distinctCount, 19, feature: "wind").with(.distinctCount, 81, feature: "dest")
    let table = try #require(ColumnNumbersTable(context: context(month)).table)
    #expect(
      table.columns.map(\.title) == [
        "Column", "Mean", "Median", "Distinct values", "Mean of the reference",
        "Median of the reference",
      ])
    #expect(
      table.rows.map(\.cells) == [
        ["dest", "does not apply", "does not apply", "81", "none", "none"],
        ["wind", "9.46", "9.20", "19", "none", "none"],
      ])
  }

  @Test("is about all rows, and shows nothing where no column was counted")
  func nothing() {
    let month = StoryFixture.Month()
      .with(.mean, 9, feature: "wind", slice: .where("area", "north"))
    #expect(ColumnNumbersTable(context: context(month)).table == nil)
  }
}
