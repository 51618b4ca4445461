import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite struct PeopleTests {
  private static let period = Period(.month, containing: Day(year: 2014, month: 4, day: 1))

  private static func comment(
    _ kind: Remark.Kind = .comment, role: Role = .dataScientist, subject: Remark.Subject? = nil,
    action: Remark.Action? = nil, text: String = "Looked into it.", line: Int = 1
  ) -> Remark {
    Remark(
      model: "recidivism", period: period, author: "A. <b>Hall</b>", role: role, kind: kind,
      date: Day(year: 2014, month: 5, day: 6), subject: subject, action: action, text: text,
      file: "comments/recidivism/2014-04.md", line: line)
  }

  private func plan(_ comments: [Remark]) throws -> SitePlan {
    try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "Model reports", organisation: nil, roles: Role.allCases,
        models: [SampleRisk.model], programVersion: "0.1.0", comments: comments))
  }

  private func report(_ role: Role, _ comments: [Remark], month: String = "2014-04") throws
    -> String
  {
    try #require(try plan(comments).text("\(role.rawValue)/recidivism/\(month)/index.md"))
  }

  @Test("shows who said what and when, with the figure it is about")
  func attributed() throws {
    let subject = Remark.Subject.figure(Remark.Figure(metric: .rocAuc))
    let text = try report(.dataScientist, [Self.comment(subject: subject)])
    #expect(text.contains("### Comment by A. \\<b>Hall\\</b>\n"))
    #expect(
      text.contains(
        "*Data scientist, 6 May 2014.* About [ROC AUC](../../../methodology/index.html#roc_auc) "
          + "(0.63, outside its limit)."))
    #expect(try !report(.business, [Self.comment(subject: subject)]).contains("Looked into it."))
  }

  @Test("links an incident to the compliance report and a section to its heading")
  func links() throws {
    let incident = Self.comment(
      subject: .incident(Remark.Figure(metric: .rocAuc)))
    #expect(
      try report(.dataScientist, [incident]).contains(
        "](../../../compliance/recidivism/2014-04/index.html#incidents)"))
    let section = Self.comment(subject: .section("for-whom"))
    #expect(
      try report(.dataScientist, [section]).contains("About [the section “For whom?”](#for-whom)."))
  }

  @Test("lets no HTML and no unclosed code out of the words of a person")
  func harmless() throws {
    let text = "<script>alert(1)</script>\n\n# Big\n\n[x](javascript:alert(1))\n\n```\nnever closed"
    let plan = try plan([Self.comment(text: text)])
    let folder = "data-scientist/recidivism/2014-04/"
    let page = try #require(try plan.text(folder + "index.html"))
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("<h4 id=\"big\"><a class=\"anchor\" href=\"#big\">Big</a></h4>"))
    #expect(page.contains("<h2 id=\"about-this-report\">"))
  }

  @Test("lists an open action for the review in the reports and on the page of the reader")
  func actions() throws {
    let action = Self.comment(
      .action, role: .dataScienceManager,
      action: Remark.Action(
        owner: "C. Ruiz", due: Day(year: 2014, month: 5, day: 20), state: .open, closed: nil),
      text: "Have **200 rows** labelled.")
    let row =
      "| Have 200 rows labelled. | C. Ruiz | 20 May 2014 | overdue by 11 days "
      + "| 6 May 2014 by A. \\<b>Hall\\</b>, about April 2014 |"
    #expect(try report(.dataScienceManager, [action], month: "2014-05").contains(row))
    #expect(try report(.compliance, [action], month: "2014-05").contains(row))
    let front = try #require(try plan([action]).text("data-science-manager/index.html"))
    #expect(front.contains("Open action for C. Ruiz, overdue by 11 days: Have 200 rows labelled."))
  }

  @Test("knows the headings that a reader's report always has")
  func sections() throws {
    let sections = try TemplateCatalog().sections(of: .compliance)
    #expect(sections["actions-decisions-and-sign-offs"] == "Actions, decisions and sign-offs")
    #expect(
      Set(sections.keys).isSuperset(of: ["what-is-asked-of-you", "incidents", "about-this-report"]))
    #expect(!sections.keys.contains { $0.contains("title") })
  }
}
