import Assessment
import Profiling

/// The part of a report that holds the words of people.
struct PeopleBuilder {
  let context: ReportContext
  let reader: Role

  /// `nil` when nobody wrote anything for this reader.
  var view: PeopleView? {
    let entries = book.entries(for: reader, in: context.period)
    let listed = actions
    guard !entries.isEmpty || !listed.isEmpty else { return nil }
    return PeopleView(
      hasActions: !listed.isEmpty, summary: summary ?? "No action is open.",
      actions: table(listed), entries: entries.map(view))
  }

  /// How many actions are open, and how many of them late; `nil` when none is open.
  var summary: String? {
    let open = actions.filter(\.isOpen)
    guard !open.isEmpty else { return nil }
    let late = open.filter { $0.daysOverdue > 0 }
    let verb = open.count == 1 ? "is" : "are"
    guard !late.isEmpty else {
      return "\(Plural.count(open.count, "action")) \(verb) open, none overdue on "
        + "\(book.day(asOf: context.period).words)."
    }
    let owners = Set(late.map(\.action.owner)).sorted()
    let day = book.day(asOf: context.period).words
    let share =
      open.count == 1 ? " and overdue on \(day)" : ", \(late.count) of them overdue on \(day)"
    return "\(Plural.count(open.count, "action")) \(verb) open\(share) "
      + "(\(Plural.shortList(owners)))."
  }

  /// The sign-offs of this period, such as `signed off by A. Hall on 6 May 2014`.
  var signOffs: [Remark] {
    book.entries(for: reader, in: context.period).filter { $0.kind == .signOff }
  }

  private var book: RemarkBook { context.history.comments }

  private var actions: [RemarkBook.ActionStanding] {
    book.actions(
      for: reader, in: context.period,
      isLatest: context.isLatest)
  }

  private func table(_ actions: [RemarkBook.ActionStanding]) -> TableView? {
    TableView(
      [.text("Action"), .text("Owner"), .text("Due"), .text("State"), .text("Put on record")],
      actions.map { standing in
        let comment = standing.comment
        return [
          Self.title(of: comment), standing.action.owner, standing.action.due.words,
          state(standing),
          "\(comment.date.words) by \(comment.author), about \(comment.period.name)",
        ]
      })
  }

  private func state(_ standing: RemarkBook.ActionStanding) -> String {
    guard !standing.isOpen else {
      return standing.daysOverdue > 0
        ? "overdue by \(Plural.count(standing.daysOverdue, "day"))" : "open"
    }
    let day = standing.action.closed.map { " on \($0.words)" } ?? ""
    return standing.action.state.rawValue + day
  }

  private func view(_ comment: Remark) -> WordsView {
    var facts = ["\(comment.role.title), \(comment.date.words)"]
    if let action = comment.action {
      facts.append("for \(action.owner), due \(action.due.words)")
      facts.append(
        action.closed.map { "\(action.state.rawValue) on \($0.words)" } ?? action.state.rawValue)
    }
    return WordsView(
      title: "\(comment.kind.title) by \(comment.author)"
        + (comment.title.map { ": \($0)" } ?? ""),
      facts: facts.joined(separator: "; "),
      subject: comment.subject.map {
        RemarkSubjectWords(context: context, reader: reader).markup($0)
      },
      text: Markup(OwnerText.fitted(comment.text, below: 3)))
  }

  /// The title of an entry or, where it has none, the beginning of its text without marks.
  static func title(of comment: Remark) -> String {
    if let title = comment.title { return title }
    let lines = comment.text.split(whereSeparator: \.isNewline)
    let first = lines.first { $0.contains { $0.isLetter } } ?? ""
    let plain = first.filter { !"*_`#>[]".contains($0) }.drop { $0.isWhitespace }
    guard plain.count > 90 else { return String(plain) }
    let head = plain.prefix(90)
    return "\(head[..<(head.lastIndex(of: " ") ?? head.endIndex)])…"
  }
}

extension Remark.Kind {
  /// To begin a heading with.
  var title: String {
    switch self {
    case .comment: "Comment"
    case .decision: "Decision"
    case .action: "Action"
    case .signOff: "Sign-off"
    }
  }
}
