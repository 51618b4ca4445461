/// The page on which everything is found by name.
struct SearchPageView: View {
  /// Whose pages are searched, as a sentence.
  let readers: String
  let findsColumns: Bool
  let findsReports: Bool
  let models: [SearchLinkView]
  /// Pages beside those of models.
  let pages: [LinkView]
  /// Where the columns are, when they are too many for one page.
  let letters: [LinkView]
  let columns: [SearchLinkView]
  let measures: [SearchLinkView]
  let terms: [SearchLinkView]
}

/// The columns with one first letter.
struct ColumnsPageView: View {
  let title: String
  let letters: [LinkView]
  let columns: [SearchLinkView]
}

/// A name and where it leads.
struct SearchLinkView: View {
  let title: String
  let note: String?
  /// One, or for a column one for each model.
  let links: [LinkView]
}

/// A word and what it means.
struct TermView: View {
  let id: Markup
  let title: String
  let meaning: Markup
}
