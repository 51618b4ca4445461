/// What every report opens with.
struct FrontView: View {
  /// The only first-level heading of the page.
  let title: String
  /// First and last day, version, rows.
  let facts: String
  /// One sentence.
  let answer: String
  /// What the answer rests on.
  let grounds: [String]
  let promotions: [String]
  let changesTitle: String
  let changes: [String]
  let asks: [String]
}

/// A chart that stands beside the report as a file.
struct FigureView: View {
  /// What the figure shows, for those who do not see it.
  let description: String
  /// The caption, escaped for its place between quotes.
  let title: Markup
  /// Address relative to the report.
  let address: Markup
}

/// A metric in words for readers without statistics.
struct MeaningView: View {
  let title: String
  let meaning: String
  /// Address of its definition.
  let address: Markup
}

/// Another version held against the one in production.
struct ComparisonView: View {
  let title: String
  let sentences: [String]
  let table: TableView?
}

/// What a report rests on.
struct AboutView: View {
  let facts: [FactView]
  let rules: TableView?
  let inputs: TableView?
  let methodology: Markup
  let dataTable: Markup
  let dataText: Markup
  let program: String
}

/// A named fact.
struct FactView: View {
  let name: String
  let fact: String
}

/// A table under a heading of its own.
struct SectionView: View {
  let title: String
  let note: String?
  let table: TableView?
}
