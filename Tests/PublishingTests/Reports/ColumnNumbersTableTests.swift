import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Columns in numbers")
struct ColumnNumbersTableTests {
  private func context(_ month: StoryFixture.Month) -> ReportContext {
    StoryFixture(expectations: [], months: [month]).context
  }

  @Test("has a row for each column of numbers, and tells how many values the others have")
  func rows() throws {
    let month = StoryFixture.Month()
      .with(.mean, 9.4648, half: 0.383, feature: "wind").with(.quantile50, 9.2, feature: "wind")
      .with(.distinctCount, 19, feature: "wind").with(.distinctCount, 81, feature: "dest")
      .with(.mean, 12, feature: "delay").with(.distinctCount, 3, feature: "area")
    let numbers = ColumnNumbersTable(context: context(month))
    #expect(
      numbers.categories
        == "Different values of columns without numbers: 3 of area and 81 of dest.")
    let table = try #require(numbers.table)
    #expect(
      table.columns.map(\.title) == [
        "Column", "Mean", "Median", "Distinct values", "Mean of the reference",
        "Median of the reference",
      ])
    #expect(
      table.rows.map(\.cells) == [
        ["delay", "12.0", "does not apply", "does not apply", "none", "none"],
        ["wind", "9.46", "9.20", "19", "none", "none"],
      ])
  }

  @Test("is about all rows, and shows nothing where no column was counted")
  func nothing() {
    let month = StoryFixture.Month()
      .with(.mean, 9, feature: "wind", slice: .where("area", "north"))
    #expect(ColumnNumbersTable(context: context(month)).table == nil)
    #expect(ColumnNumbersTable(context: context(month)).categories == nil)
  }
}
