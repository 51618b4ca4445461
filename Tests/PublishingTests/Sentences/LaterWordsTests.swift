import Assessment
import Profiling
import Testing

@testable import Publishing

/// A report of an earlier period says what was known at its time, whatever people wrote since.
@Suite("Words that came later")
struct LaterWordsTests {
  /// The week in which a version took over that had done worse, and the place of its report.
  private static let change = SampleDelay.model.periods.firstIndex { !$0.promotions.isEmpty } ?? 0
  private static let last = SampleDelay.model.periods.count - 1

  private static func period(_ index: Int) -> Period { SampleDelay.model.periods[index].period }

  private static func remark(
    _ kind: Remark.Kind, about index: Int, on date: Day, action: Remark.Action? = nil
  ) -> Remark {
    Remark(
      model: "flights", period: period(index), author: "A. Hall", role: .dataScienceManager,
      kind: kind, date: date, addressees: Role.allCases, action: action,
      text: "Compare both versions again.", file: "x.md", line: 1)
  }

  /// What the report of a period asks of managers, as it stands in the site.
  private func asks(_ index: Int, _ comment: Remark) throws -> String {
    let builder = SiteBuilder(
      Publication(
        title: "Reports", organisation: nil, roles: Role.allCases, models: [SampleDelay.model],
        programVersion: "1", comments: [comment]), templates: try TemplateCatalog())
    let context = builder.context(0, index)
    return ReportStory(context: context, role: .dataScienceManager).asks.joined(separator: " ")
  }

  private static let question = "Decide whether gbm-2 should go on serving"

  @Test("leave the question of an earlier report open, and close that of the latest")
  func decision() throws {
    let late = Self.remark(.decision, about: Self.change + 1, on: Self.period(Self.last).end)
    #expect(try asks(Self.change, late).contains(Self.question))
    #expect(try asks(Self.change + 1, late).contains(Self.question) == false)
    #expect(try asks(Self.change + 2, late).contains(Self.question))
    #expect(try asks(Self.last - 1, late).contains(Self.question))
    #expect(try asks(Self.last, late).contains(Self.question) == false)
  }

  @Test("count in a report that shows them, and in all that end after them")
  func decisionAboutTheWeek() throws {
    // Written when the report was there to be read, as decisions are.
    let prompt = Self.remark(
      .decision, about: Self.change, on: Self.period(Self.change).end.advanced(by: 2))
    for index in [Self.change, Self.change + 1, Self.last] {
      #expect(try asks(index, prompt).contains(Self.question) == false)
    }
  }

  @Test("do not put an action into reports that end before it was written")
  func action() throws {
    let action = Remark.Action(
      owner: "C. Ruiz", due: Self.period(Self.last).end, state: .open, closed: nil)
    let late = Self.remark(
      .action, about: Self.change, on: Self.period(Self.last).start, action: action)
    let words = "Open action for C. Ruiz"
    #expect(try asks(Self.change, late).contains(words))
    #expect(try asks(Self.change + 1, late).contains(words) == false)
    #expect(try asks(Self.last, late).contains(words))
  }

  @Test("do not close an action in reports of weeks in which it was open")
  func closed() throws {
    let action = Remark.Action(
      owner: "C. Ruiz", due: Self.period(Self.change).end, state: .done,
      closed: Self.period(Self.last).start)
    let remark = Self.remark(
      .action, about: Self.change, on: Self.period(Self.change).end, action: action)
    #expect(
      try asks(Self.change + 1, remark).contains("Open action for C. Ruiz, overdue by 7 days"))
    #expect(try asks(Self.last, remark).contains("Open action") == false)
  }
}
