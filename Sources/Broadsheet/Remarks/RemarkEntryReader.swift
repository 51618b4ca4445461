import Assessment
import Profiling
import Publishing

/// Reads the front matter of one entry.
struct RemarkEntryReader {
  private enum Key: String, CaseIterable {
    case author, role, kind, date, title, owner, due, state, closed
    case refersTo = "refers-to"
    case addressees = "for"
  }

  /// What is known before the entry is read.
  struct Place {
    let model: Configuration.Model
    let period: Period
    /// Path as messages name it.
    let file: String
    /// Headings that a reader's report has.
    let sections: [Role: Set<String>]
  }

  let place: Place

  /// The entry, or `nil` after every problem was reported to `log`.
  func read(_ entry: RemarkFile.Entry, root: NodeReader) -> Remark? {
    guard let map = root.map(Key.self) else { return nil }
    let author = map.required(.author, "write the name of who says so")?.name()
    let role: Role? = map.required(
      .role, "write one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))")?
      .choice("role")
    let kind: Remark.Kind? = map.required(
      .kind, "write one of \(Remark.Kind.allCases.map(\.rawValue).joined(separator: ", "))")?
      .choice("kind")
    let date = map.required(.date, "write the day, such as 2026-04-03")?.date()
    let addressees = map[.addressees]?.readers() ?? []
    let readers = Set(([role].compactMap { $0 } + addressees))
    let subject = map[.refersTo].flatMap {
      RemarkSubjectReader(place: place, readers: readers).read($0)
    }
    let action = action(map, kind: kind, date: date)
    let title = map[.title]?.name()
    if entry.text.isEmpty, title == nil {
      root.log.report(
        "the entry says nothing", advice: "write a text below its front matter", key: "",
        at: TextPosition(line: entry.line, column: 1))
    }
    guard let author, let role, let kind, let date else { return nil }
    return Remark(
      model: place.model.id, period: place.period, author: author, role: role, kind: kind,
      date: date, addressees: addressees, subject: subject, action: action, title: title,
      text: entry.text, file: place.file, line: entry.line)
  }

  private func action(
    _ map: MapReader<Key>, kind: Remark.Kind?, date: Day?
  ) -> Remark.Action? {
    guard kind == .action else {
      for key in [Key.owner, .due, .state, .closed] where kind != nil {
        map[key]?.report(
          "only an action has this key", advice: "remove it, or write 'kind: action'")
      }
      return nil
    }
    let owner = map.required(.owner, "write who is to do it")?.name()
    let due = map.required(.due, "write the day, such as 2026-04-30")?.date()
    let state: Remark.Action.State? = map[.state].map { $0.choice("state") } ?? .open
    let closed = map[.closed]?.date()
    if let state, state != .open, map[.closed] == nil {
      map[.state]?.report(
        "an action that is \(state.rawValue) needs the day on which it was",
        advice: "add a line such as 'closed: 2026-05-12'")
    }
    if state == .open, let reader = map[.closed] {
      reader.report("an open action has no such day", advice: "remove it, or correct 'state'")
    }
    if let date {
      for (day, key) in [(due, Key.due), (closed, .closed)] {
        guard let day, day < date else { continue }
        map[key]?.report(
          "\(day) is before the action was written, \(date)", advice: "correct one of the two")
      }
    }
    guard let owner, let due, let state else { return nil }
    return Remark.Action(owner: owner, due: due, state: state, closed: closed)
  }
}

extension NodeReader {
  /// One role, or a list of them.
  fileprivate func readers() -> [Role]? {
    if isList { return elements().map { distinct($0, "role") { $0.choice("role") } } }
    let role: Role? = choice("role")
    return role.map { [$0] }
  }
}
