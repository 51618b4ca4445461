import Profiling

/// The words of people about one model, and which of them belong into a report.
struct RemarkBook: Sendable {
  /// An action as it stood when a report was made.
  struct ActionStanding: Hashable, Sendable {
    let comment: Remark
    let action: Remark.Action
    /// False for one that was closed by then.
    let isOpen: Bool
    /// Days since it was due; 0 when it is not overdue.
    let daysOverdue: Int
  }

  /// In order of date, then of file and line.
  private let comments: [Remark]
  /// The day of the publication; `nil` when none is known.
  let today: Day?
  /// The readers that have reports.
  let roles: Set<Role>
  /// The headings in each reader's report, by their anchors.
  let sections: [Role: [String: String]]

  init(
    _ comments: [Remark] = [], today: Day? = nil, roles: [Role] = [],
    sections: [Role: [String: String]] = [:]
  ) {
    self.comments = comments.sorted {
      ($0.date, $0.file, $0.line) < ($1.date, $1.file, $1.line)
    }
    self.today = today
    self.roles = Set(roles)
    self.sections = sections
  }

  /// What people wrote about a period, for one reader.
  func entries(for reader: Role, in period: Period) -> [Remark] {
    comments.filter { $0.period == period && $0.isShown(to: reader) }
  }

  /// Whether a decision is on record about a period that ends on a day or later, up to a period.
  ///
  /// - Parameters:
  ///   - day: First day of what has to be decided.
  ///   - period: Of the report. What was written after its end counts if it is about this very
  ///     period, as the report shows it; else for the latest report alone.
  func hasDecision(from day: Day, to period: Period, isLatest: Bool) -> Bool {
    comments.contains { comment in
      comment.kind == .decision && comment.period.end >= day && comment.period <= period
        && (comment.date <= period.end || comment.period == period || isLatest)
    }
  }

  /// Whether a decision about a certain subject is on record for a period or an earlier one.
  ///
  /// - Parameter day: Periods that end before it do not count; `nil` when all do.
  func hasDecision(
    from day: Day? = nil, through period: Period, isLatest: Bool,
    about isMeant: (Remark.Subject) -> Bool
  ) -> Bool {
    comments.contains { comment in
      comment.kind == .decision && comment.period <= period
        && (day.map { comment.period.end >= $0 } ?? true)
        && (comment.date <= period.end || comment.period == period || isLatest)
        && comment.subject.map(isMeant) ?? false
    }
  }

  /// The day as of which a report tells what is open: the end of its period, or that of the
  /// publication in a running one.
  func day(asOf period: Period) -> Day { today.map { min($0, period.end) } ?? period.end }

  /// The decisions about a period that a reader may see.
  func decisions(for reader: Role, in period: Period) -> [Remark] {
    entries(for: reader, in: period).filter { $0.kind == .decision }
  }

  /// The actions that a report lists: those of its period, those of earlier periods that were open
  /// when it began, the most overdue first.
  ///
  /// A report says what was known at its time: an action that was written later, about an earlier
  /// period, is left out, unless the report is the latest, which carries all that is open. What is
  /// overdue is so by the end of the period, or by the day of the publication in a running one.
  func actions(
    for reader: Role, in period: Period, isLatest: Bool
  ) -> [ActionStanding] {
    let end = day(asOf: period)
    let listed = comments.compactMap { comment -> ActionStanding? in
      guard let action = comment.action, comment.isShown(to: reader) else { return nil }
      let isOwn = comment.period == period
      let isCarried =
        comment.period < period && (comment.date <= period.end || isLatest)
        && (action.closed.map { $0 >= period.start } ?? true)
      guard isOwn || isCarried else { return nil }
      // The words of this period stand as they are now; of carried ones a later end is not known.
      let isOpen = action.closed.map { !isOwn && !isLatest && $0 > period.end } ?? true
      return ActionStanding(
        comment: comment, action: action, isOpen: isOpen,
        daysOverdue: isOpen ? max(0, end.number - action.due.number) : 0)
    }
    return listed.enumerated().sorted { one, other in
      let left = (one.element.isOpen ? 0 : 1, one.element.action.due, one.offset)
      let right = (other.element.isOpen ? 0 : 1, other.element.action.due, other.offset)
      return left < right
    }.map(\.element)
  }
}
