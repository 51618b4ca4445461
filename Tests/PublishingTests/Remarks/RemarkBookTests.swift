import Profiling
import Testing

@testable import Publishing

@Suite struct CommentBookTests {
  private func month(_ number: Int) -> Period {
    Period(.month, containing: Day(year: 2014, month: number, day: 1))
  }

  private func action(
    about month: Int, written: Day, due: Day, closed: Day? = nil, line: Int = 1
  ) -> Remark {
    Remark(
      model: "m", period: self.month(month), author: "A", role: .dataScientist, kind: .action,
      date: written,
      action: Remark.Action(
        owner: "B", due: due, state: closed == nil ? .open : .done, closed: closed),
      text: "Do it.", file: "f", line: line)
  }

  private func standing(
    _ book: RemarkBook, _ month: Int, isLatest: Bool = false
  ) -> [String] {
    book.actions(for: .compliance, in: self.month(month), isLatest: isLatest).map {
      "\($0.isOpen ? "open" : "closed") \($0.daysOverdue)"
    }
  }

  @Test("carries an open action from report to report until the one in which it was closed")
  func carried() {
    let book = RemarkBook([
      action(
        about: 4, written: Day(year: 2014, month: 5, day: 6),
        due: Day(year: 2014, month: 6, day: 20), closed: Day(year: 2014, month: 7, day: 3))
    ])
    #expect(standing(book, 3).isEmpty)
    #expect(standing(book, 4) == ["closed 0"])
    #expect(standing(book, 5) == ["open 0"])
    #expect(standing(book, 6) == ["open 10"])
    #expect(standing(book, 7) == ["closed 0"])
    #expect(standing(book, 8).isEmpty)
  }

  @Test("does not tell an earlier report of what was written later, but tells the latest")
  func later() {
    let book = RemarkBook([
      action(
        about: 3, written: Day(year: 2014, month: 6, day: 2),
        due: Day(year: 2014, month: 7, day: 1))
    ])
    #expect(standing(book, 4).isEmpty)
    #expect(standing(book, 4, isLatest: true) == ["open 0"])
  }

  @Test("counts what is overdue in a running period from the day of the publication")
  func running() {
    let comment = action(
      about: 4, written: Day(year: 2014, month: 4, day: 2), due: Day(year: 2014, month: 4, day: 10))
    let today = Day(year: 2014, month: 4, day: 12)
    #expect(standing(RemarkBook([comment], today: today), 4) == ["open 2"])
    #expect(standing(RemarkBook([comment]), 4) == ["open 20"])
  }

  @Test("puts the most overdue first and what is closed last")
  func order() {
    let written = Day(year: 2014, month: 4, day: 2)
    let book = RemarkBook([
      action(about: 4, written: written, due: written, closed: written, line: 1),
      action(about: 4, written: written, due: Day(year: 2014, month: 4, day: 25), line: 2),
      action(about: 4, written: written, due: Day(year: 2014, month: 4, day: 20), line: 3),
    ])
    #expect(standing(book, 4) == ["open 10", "open 5", "closed 0"])
  }

  @Test("shows words to the role of their author and to those they name")
  func readers() {
    let words = Remark(
      model: "m", period: month(4), author: "A", role: .dataScientist, kind: .comment,
      date: month(4).start, addressees: [.business], text: "Words.", file: "f", line: 1)
    let shown = Role.allCases.filter { !RemarkBook([words]).entries(for: $0, in: month(4)).isEmpty }
    #expect(shown == [.dataScientist, .business])
  }
}
