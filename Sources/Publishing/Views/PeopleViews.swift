/// What people put on record, for one report.
struct PeopleView: View {
  let hasActions: Bool
  /// How many actions are open and overdue.
  let summary: String
  let actions: TableView?
  let entries: [WordsView]
}

/// The words of one person.
struct WordsView: View {
  /// Kind and author.
  let title: String
  let facts: String
  /// What they are about, with a link where there is a place to link to.
  let subject: Markup?
  /// The text below a heading of the third level.
  let text: Markup
}
