/// The frame of every page.
struct LayoutView: View {
  /// Unique within the site.
  let title: String
  let description: String
  /// The content security policy, and the script that it allows by its digest.
  let policy: Markup
  let appearance: Markup
  /// Address of the feed of the page's readers.
  let feed: Markup?
  let siteTitle: String
  let organisation: String?
  /// From the page to the root of the site, such as `../../`; empty for the root itself.
  let root: Markup
  let isFrontPage: Bool
  let roles: [NavigationView]
  let hasCrumbs: Bool
  let crumbs: [CrumbView]
  let content: Markup
  /// The page that finds things, for the readers of this one.
  let search: Markup
  let isSearch: Bool
  /// Address of a script that this page needs besides the common one.
  let script: Markup?
  let isAudited: Bool
  let program: String
}

/// A link of the navigation.
struct NavigationView: View {
  let title: String
  let address: Markup
  let isCurrent: Bool
}

/// A step on the way from the front page.
struct CrumbView: View {
  let title: String
  /// The page itself has no link.
  let address: Markup?
}

/// A status as a word with a shape.
struct StatusView: View {
  let words: String
  /// The class that draws the shape.
  let kind: Markup
}

/// A link with its words.
struct LinkView: View {
  let title: String
  let address: Markup
}

/// A link to a report, with the model for those who hear links without what is around them.
struct ReportLinkView: View {
  let title: String
  let model: String
  let address: Markup
}

/// A key number with its history.
struct KeyFigureView: View {
  let title: String
  let value: String
  let note: String?
  let sparkline: Markup?
}

struct ModelPageView: View {
  let title: String
  let facts: String
  /// Which periods these are, where they are not all.
  let historyNote: String?
  let historyKey: HistoryKeyView?
  /// Every period as a link; empty for a history that is too long for one page.
  let history: [HistoryRowView]
  /// How far the trends reach back, where that is not the whole history.
  let span: String?
  let figures: [ChartView]
  let further: [FurtherTrendsView]
  let comparisons: [ComparisonView]
  /// Said where no version took over.
  let noChange: String
  let years: [YearView]
  let hasPages: Bool
  /// Years with a page of their own.
  let pages: [LinkView]
}

/// A year, or a month.
struct ModelYearPageView: View {
  let title: String
  let facts: String
  let previous: LinkView?
  let above: LinkView
  let next: LinkView?
  let historyKey: HistoryKeyView?
  let history: [HistoryRowView]
  /// True for a year whose trends and reports stand on the pages of its months.
  let hasMonths: Bool
  let months: [LinkView]
  let figures: [ChartView]
  let further: [FurtherTrendsView]
  let hasComparisons: Bool
  let comparisons: [ComparisonView]
  let years: [YearView]
}

/// The trends of one subject that stand on a page of their own.
struct TrendsPageView: View {
  let title: String
  let facts: String
  let back: Markup
  /// The pages of the other subjects.
  let others: [LinkView]
  let figures: [ChartView]
}

/// Trends that another page draws.
struct FurtherTrendsView: View {
  let title: String
  let address: Markup
  let trends: [FurtherTrendView]
}

/// A trend in a line: what it shows, and where it is drawn.
struct FurtherTrendView: View {
  let id: Markup
  let title: String
  let address: Markup
  let finding: String
}

/// The standings of a year, or of a month of days.
struct HistoryRowView: View {
  let title: String
  let isMonth: Bool
  /// How many places a line has, such as `by-13`; `nil` where marks follow one another.
  let grid: Markup?
  let periods: [HistoryCellView]
}

/// What the marks of a history mean.
struct HistoryKeyView: View {
  /// Those that occur, the most pressing first.
  let statuses: [StatusView]
  let words: String
}

/// The standing of one period as a link.
struct HistoryCellView: View {
  let title: String
  let address: Markup
  let status: StatusView
  /// Its column, such as `at-5`, where it does not follow the mark before it; else `nil`.
  let place: Markup?
}

/// A chart within a page.
struct ChartView: View {
  let id: Markup
  let title: String
  let drawing: Markup
  let numbers: Markup
}

/// The reports of one year.
struct YearView: View {
  let year: String
  let reports: [ReportLineView]
}

/// A report in a list.
struct ReportLineView: View {
  let title: String
  /// `nil` where the title says them.
  let dates: String?
  let address: Markup
  let status: StatusView
  let rows: String
  /// First day in ISO 8601, by which the list is sorted.
  let start: String
  let sentence: String
}

struct ReportPageView: View {
  let role: String
  let period: String
  let status: StatusView
  let previous: LinkView?
  let next: LinkView?
  let trends: Markup
  let article: Markup
}

struct MethodologyPageView: View {
  let minimumNote: String
  let suppressionNote: String
  let statuses: [StatusMeaningView]
  let families: [FamilyView]
  let terms: [TermView]
}

struct StatusMeaningView: View {
  let status: StatusView
  let meaning: String
}

/// The metrics of one family.
struct FamilyView: View {
  let id: Markup
  let title: String
  let metrics: [MetricView]
}

/// One metric, explained.
struct MetricView: View {
  let id: Markup
  let title: String
  let meaning: String
  let formula: Markup
  let facts: [FactView]
}

struct NotFoundPageView: View {
  let home: Markup
}

struct AuditPageView: View {
  let facts: [FactView]
  let inputs: TableView?
  let inputsNote: String?
  let files: TableView?
  let isSigned: Bool
  let earlier: [EarlierPublicationView]
  let earlierNote: String?
}

/// A publication before this one.
struct EarlierPublicationView: View {
  let number: String
  let time: String
  let digest: String
  let address: Markup
}

/// An earlier state of a report.
struct RevisionPageView: View {
  let role: String
  let period: String
  /// Such as `Revision 1`.
  let name: String
  let note: String
  let current: Markup
  let article: Markup
}
