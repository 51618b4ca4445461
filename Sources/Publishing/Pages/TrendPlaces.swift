import Assessment
import Charting
import Profiling

/// What trends are about. Those for which the page of a model has no room stand on a page for their
/// subject.
enum TrendSubject: String, CaseIterable, Sendable {
  case performance, data, groups

  init(_ family: MetricDefinition.Family) {
    self = family.isPerformance ? .performance : .data
  }

  var title: String {
    switch self {
    case .performance: "Performance"
    case .data: "Data and labels"
    case .groups: "Groups"
    }
  }
}

/// A trend as it stands in a page.
struct DrawnTrend: Sendable {
  let subject: TrendSubject
  /// What it shows, in a sentence or two.
  let finding: String
  let view: ChartView

  /// Bytes of HTML, without what stands around them.
  var size: Int { view.drawing.text.utf8.count + view.numbers.text.utf8.count }
}

/// Which trends stand on the page of a model itself, and which on pages by subject.
///
/// The first few stand on the page of the model as long as it stays below its weight. All others are
/// told there in a line, under the anchor that the figure would have, with a link to the page that draws
/// them. An address of a trend so stays good wherever the trend is drawn.
struct TrendPlaces {
  /// The trends of one subject; what is too heavy for one page goes on in the next.
  struct Page {
    let subject: TrendSubject
    /// From 1 within the subject.
    let number: Int
    var trends: [DrawnTrend]

    var folder: String {
      "trends/\(subject.rawValue)\(number == 1 ? "" : "-\(number)")/"
    }

    var title: String { subject.title + (number == 1 ? "" : ", part \(number)") }
  }

  let lead: [DrawnTrend]
  let pages: [Page]

  /// More than these a reader does not look through before the list of reports.
  private static let leadLimit = 5
  /// Caption, anchor and the frame of the numbers.
  private static let frame = 500
  /// What a page of trends holds besides them.
  private static let reserve = 9_000

  /// - Parameters:
  ///   - trends: Those that matter most first.
  ///   - other: Bytes of the page of the model without any trend.
  init(_ trends: [DrawnTrend], other: Int) {
    var room = FigureBudget.page - other
    var lead: [DrawnTrend] = []
    var rest: [DrawnTrend] = []
    for trend in trends {
      if lead.count + rest.count < Self.leadLimit, trend.size + Self.frame <= room {
        room -= trend.size + Self.frame
        lead.append(trend)
      } else {
        rest.append(trend)
      }
    }
    self.lead = lead
    pages = TrendSubject.allCases.flatMap { subject in
      Self.pages(subject, rest.filter { $0.subject == subject })
    }
  }

  private static func pages(_ subject: TrendSubject, _ trends: [DrawnTrend]) -> [Page] {
    var pages: [Page] = []
    var room = 0
    for trend in trends {
      let size = trend.size + frame
      if pages.isEmpty || size > room {
        pages.append(Page(subject: subject, number: pages.count + 1, trends: []))
        room = FigureBudget.page - reserve
      }
      pages[pages.count - 1].trends.append(trend)
      room -= size
    }
    return pages
  }
}
