import Assessment
import Foundation
import Profiling
import Publishing
import Testing

@testable import Broadsheet

@Suite struct CommentFolderTests {
  private static let settings = """
    site: {title: Reports}
    calendar: {period: month}
    models:
      - id: churn
        title: Churn
        task: binary
        predictions: predictions.csv
        features: [tenure, plan]
        segments: [region]
        columns: {timestamp: at, id: id, label: left, score: score}

    """

  private static let comment = """
    ---
    author: A. Hall
    role: compliance
    kind: comment
    date: 2014-05-06
    ---
    Seen.

    """

  /// What a folder with these files gives, by path below `comments`.
  private func read(_ files: [String: String]) throws -> [Remark] {
    var comments: [Remark] = []
    try withTemporaryFolder { folder in
      for (name, text) in files {
        let path = "\(folder)/comments/\(name)"
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      }
      let configuration = try Configuration.parse(
        text: Self.settings, path: "broadsheet.yaml", directory: folder)
      comments = try RemarkFolder(
        configuration, sections: [.compliance: ["incidents", "the-model"]]
      ).comments()
    }
    return comments
  }

  private func problems(_ files: [String: String]) throws -> [String] {
    let error = try #require(throws: ConfigurationError.self) { try read(files) }
    return error.problems.map(\.description)
  }

  @Test("reads several entries of one file, each with its front matter")
  func severalEntries() throws {
    let text =
      Self.comment + """

        ---
        author: B. Okoro
        role: data-scientist
        for: [product-manager, business]
        kind: action
        date: 2014-05-07
        refers-to: psi/tenure
        owner: C. Ruiz
        due: 2014-06-30
        title: Have 200 rows labelled
        ---
        First paragraph.

        ***

        Second paragraph.
        """
    let comments = try read(["churn/2014-04.md": text])
    #expect(comments.map(\.kind) == [.comment, .action])
    #expect(comments.map(\.text) == ["Seen.", "First paragraph.\n\n***\n\nSecond paragraph."])
    #expect(comments.map(\.line) == [1, 9])
    let action = try #require(comments.last)
    #expect(action.period.description == "2014-04")
    #expect(action.action?.state == .open)
    #expect(action.action?.due == Day(year: 2014, month: 6, day: 30))
    #expect(action.subject == .figure(Remark.Figure(metric: .psi, feature: "tenure")))
    #expect(action.isShown(to: .business) && action.isShown(to: .compliance))
    #expect(!action.isShown(to: .dataEngineer))
  }

  @Test("names the place of every mistake in every file at once, with the nearest name")
  func mistakes() throws {
    let first = """
      ---
      author: A. Hall
      role: complience
      kind: decison
      date: 2014-02-30
      refers-to: roc_acu
      reason: none
      ---
      Text.
      """
    let second = """
      ---
      author: A. Hall
      role: compliance
      kind: action
      date: 2014-05-06
      due: 2014-05-01
      state: done
      ---
      Text.
      """
    #expect(
      try problems(["churn/2014-04.md": first, "churn/2014-05.md": second]) == [
        "comments/churn/2014-04.md:3:1: role: unknown role 'complience'; "
          + "did you mean 'compliance'?",
        "comments/churn/2014-04.md:4:1: kind: unknown kind 'decison'; did you mean 'decision'?",
        "comments/churn/2014-04.md:5:1: date: '2014-02-30' is not a date; "
          + "write year-month-day, such as 2026-04-03",
        "comments/churn/2014-04.md:6:1: refers-to: unknown metric 'roc_acu'; "
          + "did you mean 'roc_auc'?",
        "comments/churn/2014-04.md:7:1: reason: unknown key; use one of author, role, kind, "
          + "date, title, owner, due, state, closed, refers-to, for",
        "comments/churn/2014-05.md:1:1: owner: this key is required; write who is to do it",
        "comments/churn/2014-05.md:6:1: due: 2014-05-01 is before the action was written, "
          + "2014-05-06; correct one of the two",
        "comments/churn/2014-05.md:7:1: state: an action that is done needs the day on which it "
          + "was; add a line such as 'closed: 2014-05-12'".replacing(
            "2014-05-12", with: "2026-05-12"),
      ])
  }

  @Test("counts the lines of a later entry from the top of the file")
  func laterLines() throws {
    let text =
      Self.comment + "\n---\nauthor: B\nrole: business\nkind: comment\ndate: soon\n---\nX\n"
    #expect(
      try problems(["churn/2014-04.md": text]) == [
        "comments/churn/2014-04.md:13:1: date: 'soon' is not a date; "
          + "write year-month-day, such as 2026-04-03"
      ])
  }

  @Test("refuses models and periods that do not exist")
  func places() throws {
    let found = try problems([
      "chrun/2014-04.md": Self.comment, "churn/2014-W05.md": Self.comment,
      "2014-04.md": Self.comment,
    ])
    #expect(
      found == [
        "comments/2014-04.md: the file belongs to no model; move it to the folder of a model",
        "comments/chrun: there is no model 'chrun'; did you mean 'churn'?",
        "comments/churn/2014-W05.md: the name of the file is no period of churn; "
          + "name it after a month, such as 2026-04.md",
      ])
  }

  @Test(
    "refuses a file that cannot be cut into entries",
    arguments: [
      ("Just words.\n", "1:1: the file does not begin with front matter"),
      ("---\nauthor: A\n", "1:1: front matter that is never closed"),
      ("---\n---\nText\n", "1:1: the front matter is empty"),
    ])
  func form(text: String, start: String) throws {
    let found = try problems(["churn/2014-04.md": text])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("comments/churn/2014-04.md:" + start) == true)
  }

  @Test(
    "checks what an entry refers to",
    arguments: [
      ("section/incidnets", "did you mean 'incidents'?"),
      ("psi/tenrue", "did you mean 'tenure'?"),
      ("recall/regoin=north", "did you mean 'region'?"),
      ("incident/roc_acu", "did you mean 'roc_auc'?"),
    ])
  func subjects(name: String, advice: String) throws {
    let text = Self.comment.replacing("date:", with: "refers-to: \(name)\ndate:")
    #expect(try problems(["churn/2014-04.md": text]).first?.hasSuffix(advice) == true)
  }

  @Test("has nothing to say where there is no folder")
  func noFolder() throws {
    #expect(try read([:]).isEmpty)
  }
}
