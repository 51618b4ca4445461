import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("The section on revisions")
struct RevisionSectionTests {
  private static let day = Day(year: 2024, month: 2, day: 3)

  private func section(_ before: Double, _ after: Double) -> RevisionSection {
    let month = StoryFixture.Month.with(.meanError, after, half: 1.3)
    let change = FigureChange(
      metric: .meanError, slice: .all, feature: nil, version: "a", stage: .production,
      before: before, after: after)
    func revision(_ number: Int, _ changes: [FigureChange]) -> ReportRevisions.Revision {
      ReportRevisions.Revision(
        number: number, published: Self.day, updated: Self.day, updates: 0,
        causes: [.correctedLabels], changes: changes, changeCount: changes.count, archive: nil)
    }
    return RevisionSection(
      revisions: ReportRevisions(
        isRunning: false, isProvisional: false, all: [revision(1, []), revision(2, [change])]),
      noun: "month", figure: StoryFixture(expectations: [], months: [month]).context.figure)
  }

  @Test("writes figures in the digits of the report")
  func digits() throws {
    let table = try #require(section(4.443, 2.649).view.revisions.first?.changes)
    #expect(table.rows.map(\.cells) == [["Mean error", "4.4", "2.6"]])
  }

  @Test("counts what moved in digits that the report does not print")
  func hidden() {
    let view = section(2.61, 2.649).view.revisions.first
    #expect(view?.changes == nil)
    #expect(view?.rest == "1 further figure changed, some in digits that are not printed.")
  }
}
