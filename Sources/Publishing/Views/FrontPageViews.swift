/// The page of one review meeting for one reader.
struct ReviewPageView: View {
  let title: String
  let introduction: String
  let previous: LinkView?
  let next: LinkView?
  /// Models about which something is asked, the most pressing first.
  let asking: [ReviewModelView]
  /// Open actions of all models, the one due first first.
  let actions: TableView?
  /// Decisions about the period before and about this one.
  let decisions: [DecisionView]
  let hasQuiet: Bool
  /// Models about which nothing is asked.
  let quiet: [CompactLineView]
}

/// One model that asks for something.
struct ReviewModelView: View {
  let title: String
  let period: String
  let report: Markup
  let status: StatusView
  let answer: String
  let change: [String]
  let asks: [String]
}

/// A decision that somebody put on record.
struct DecisionView: View {
  let words: String
  let model: String
  let period: String
  /// Author and day.
  let facts: String
  let address: Markup
}

/// One model on one line.
struct CompactLineView: View {
  let title: String
  let address: Markup
  let status: StatusView
  let words: String
}

/// The list of review meetings of one reader: the newest, or those of a year or a month.
struct ReviewsPageView: View {
  let title: String
  let introduction: String
  let isPart: Bool
  let previous: LinkView?
  let above: LinkView?
  let next: LinkView?
  let years: [ReviewYearView]
  let hasPages: Bool
  let pagesTitle: String
  /// Years or months with a page of their own.
  let pages: [LinkView]
}

struct ReviewYearView: View {
  let year: String
  let reviews: [ReviewLinkView]
}

/// A link to a review meeting.
struct ReviewLinkView: View {
  let title: String
  let address: Markup
  /// Its dates, where the title does not say them, and how many reports are read in it.
  let note: String
}

/// The front page: all models by their standing.
struct IndexPageView: View {
  let title: String
  let summary: String
  let groups: [IndexGroupView]
}

/// The models with one standing.
struct IndexGroupView: View {
  let id: Markup
  let title: String
  let hasCards: Bool
  let cards: [ModelCardView]
  let hasRows: Bool
  let rows: [ModelRowView]
}

/// One model on the front page.
struct ModelCardView: View {
  let id: Markup
  let title: String
  let status: StatusView
  let period: String
  let owner: String?
  let sentence: String
  let figures: [KeyFigureView]
  let changes: [String]
  /// What is open, such as incidents; `nil` for nothing.
  let open: String?
  let links: [ReportLinkView]
}

/// One model of many on the front page.
struct ModelRowView: View {
  let id: Markup
  let title: String
  let status: StatusView
  let period: String
  let owner: String?
  let figure: KeyFigureView?
  /// What changed, or is open; `nil` for nothing.
  let news: String?
  let links: [ReportLinkView]
}

/// The front page of one reader.
struct RolePageView: View {
  let title: String
  let introduction: String
  /// The newest review meeting, and all of them.
  let review: LinkView?
  let reviews: Markup
  let asking: [RoleModelView]
  /// Whether there are models about which nothing is asked.
  let hasRest: Bool
  let quiet: [RoleModelView]
  let compact: [CompactLineView]
}

/// One model on the front page of a reader.
struct RoleModelView: View {
  let title: String
  let trends: Markup
  let status: StatusView
  let period: String
  let report: Markup
  let sentence: String
  let hasAsks: Bool
  let asks: [String]
}
