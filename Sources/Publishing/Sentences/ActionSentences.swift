import Assessment
import Profiling

/// The actions that wait for somebody, as sentences for a list.
struct ActionSentences {
  let context: ReportContext
  let role: Role

  /// How many are named one by one.
  private static let limit = 3

  var all: [String] {
    let open = standings
    let rest = open.count - Self.limit
    return open.prefix(Self.limit).map(sentence)
      + (rest > 0
        ? ["\(Plural.count(rest, "more action")) \(rest == 1 ? "is" : "are") open, listed below."]
        : [])
  }

  /// Open actions that the reader may see, the most overdue first.
  var standings: [RemarkBook.ActionStanding] {
    context.history.comments.actions(
      for: role, in: context.period, isLatest: context.isLatest
    ).filter(\.isOpen)
  }

  private func sentence(_ standing: RemarkBook.ActionStanding) -> String {
    let late =
      standing.daysOverdue > 0
      ? "overdue by \(Plural.count(standing.daysOverdue, "day"))"
      : "due \(standing.action.due.words)"
    return "Open action for \(standing.action.owner), \(late): "
      + "\(PeopleBuilder.title(of: standing.comment))"
  }
}
