/// How a report came to be what it is.
struct RevisionsView: View {
  /// Which revision this is, since when, and what may still change it.
  let state: String
  /// The latest first.
  let revisions: [RevisionView]
}

/// What one revision changed.
struct RevisionView: View {
  let title: String
  let reason: String
  let changes: TableView?
  /// What the table leaves out.
  let rest: String?
  /// Address of the report before, relative to the report.
  let earlier: Markup?
  /// Why the report before is not kept.
  let lost: String?
}
