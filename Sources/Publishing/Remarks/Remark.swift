package import Assessment
package import Profiling

/// What one person put on record about one model and period.
package struct Remark: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case comment, decision, action
    case signOff = "sign-off"
  }

  /// What an action asks, and how far it is.
  package struct Action: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
      case open, done, dropped
    }

    /// Who is to do it.
    package let owner: String
    package let due: Day
    package let state: State
    /// The day on which it was done or dropped; `nil` while it is open.
    package let closed: Day?

    package init(owner: String, due: Day, state: State, closed: Day?) {
      self.owner = owner
      self.due = due
      self.state = state
      self.closed = closed
    }
  }

  /// What the words are about, as their author named it.
  package enum Subject: Hashable, Sendable {
    /// A part of the report, by the anchor of its heading.
    case section(String)
    /// A figure and the verdict on it.
    case figure(Figure)
    /// The run of breaches of a figure.
    case incident(Figure)
  }

  /// A figure by the names that the export has for it.
  package struct Figure: Hashable, Sendable {
    package let metric: Metric
    package let feature: String?
    /// Such as `sex=Female`; `nil` for all rows.
    package let slice: String?

    package init(metric: Metric, feature: String? = nil, slice: String? = nil) {
      self.metric = metric
      self.feature = feature
      self.slice = slice
    }
  }

  /// Id of the model.
  package let model: String
  package let period: Period
  package let author: String
  /// As whom the author writes.
  package let role: Role
  package let kind: Kind
  package let date: Day
  /// Further readers, beside the role of the author.
  package let addressees: [Role]
  package let subject: Subject?
  /// `nil` for everything but actions.
  package let action: Action?
  /// A few words for lists; `nil` for the first line of the text.
  package let title: String?
  /// Markdown as written.
  package let text: String
  /// File and line, for messages and for the order of entries of one day.
  package let file: String
  package let line: Int

  package init(
    model: String, period: Period, author: String, role: Role, kind: Kind, date: Day,
    addressees: [Role] = [], subject: Subject? = nil, action: Action? = nil, title: String? = nil,
    text: String, file: String, line: Int
  ) {
    self.model = model
    self.period = period
    self.author = author
    self.role = role
    self.kind = kind
    self.date = date
    self.addressees = addressees
    self.subject = subject
    self.action = action
    self.title = title
    self.text = text
    self.file = file
    self.line = line
  }

  /// Whether a reader's reports show the words: those of the author's role and of the addressees.
  /// What binds others (decision, action, sign-off) stands in the compliance report in any case.
  package func isShown(to reader: Role) -> Bool {
    role == reader || addressees.contains(reader) || (reader == .compliance && kind != .comment)
  }
}
