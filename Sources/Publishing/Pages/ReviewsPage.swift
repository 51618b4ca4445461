import Assessment
import Profiling

extension SiteBuilder {
  private static let reviewsIntroduction =
    "One page for each review meeting: what needs a decision, which actions are open, what was "
    + "decided."

  /// The newest review meetings of a reader by year, the latest first; where there are more than one
  /// page holds, every year has a page of its own.
  func reviewsPage(
    _ calendar: ReviewCalendar, _ role: Role
  ) throws(PublishingError) -> String {
    let years = calendar.parts.filter { $0.month == nil }
    let newest = calendar.periods.suffix(years.isEmpty ? Int.max : Self.newestPeriods)
    let shown = years.isEmpty ? "" : " Here are the newest \(newest.count)."
    let view = ReviewsPageView(
      title: "Reviews for \(role.readers)", introduction: Self.reviewsIntroduction + shown,
      isPart: false, previous: nil, above: nil, next: nil,
      years: reviewYears(calendar, newest, folder: ""), hasPages: !years.isEmpty,
      pagesTitle: "All reviews by year", pages: years.map { Self.link($0, from: "") })
    return try reviewsPage(view, Address.reviews(role), role, crumbs: [("Reviews", nil)])
  }

  /// The review meetings of a year, or of a month where they are held every day.
  func reviewsPage(
    _ calendar: ReviewCalendar, _ role: Role, _ part: HistoryPart
  ) throws(PublishingError) -> String {
    let months =
      part.month == nil ? calendar.parts.filter { $0.month != nil && $0.year == part.year } : []
    let own = calendar.periods.filter(part.holds)
    let (previous, next) = part.neighbours(among: calendar.parts)
    let folder = Address.reviews(role)
    let year = part.month.map { _ in HistoryPart(year: part.year, month: nil) }
    let above =
      year.map { Self.link($0, from: part.root) }
      ?? LinkView(title: "All reviews", address: Markup("../index.html"))
    let view = ReviewsPageView(
      title: "Reviews of \(part.title) for \(role.readers)", introduction: Self.reviewsIntroduction,
      isPart: true, previous: previous.map { Self.link($0, from: part.root) }, above: above,
      next: next.map { Self.link($0, from: part.root) },
      years: months.isEmpty ? reviewYears(calendar, own[...], folder: part.root) : [],
      hasPages: !months.isEmpty, pagesTitle: "Months",
      pages: months.map { Self.link($0, from: part.root) })
    return try reviewsPage(
      view, folder + part.folder, role,
      crumbs: [("Reviews", folder + "index.html")]
        + (year.map { [($0.title, folder + $0.folder + "index.html")] } ?? [])
        + [(part.title, nil)])
  }

  private func reviewsPage(
    _ view: ReviewsPageView, _ folder: String, _ role: Role, crumbs: [(String, String?)]
  ) throws(PublishingError) -> String {
    try page(
      folder + "index.html", title: view.title,
      description:
        "One page for each review meeting: what is asked, what is open, what was decided.",
      role: role, crumbs: self.crumbs(role) + crumbs,
      content: try templates.render("pages/reviews.html.mustache", view))
  }

  private static func link(_ part: HistoryPart, from root: String) -> LinkView {
    LinkView(title: part.title, address: Markup("\(root)\(part.folder)index.html"))
  }

  private func reviewYears(
    _ calendar: ReviewCalendar, _ periods: ArraySlice<Period>, folder: String
  ) -> [ReviewYearView] {
    let years = Set(periods.map(\.end.civil.year)).sorted(by: >)
    return years.map { year in
      ReviewYearView(
        year: String(year),
        reviews: periods.reversed().filter { $0.end.civil.year == year }.map { period in
          let count = Plural.count(calendar.entries(of: period).count, "report")
          return ReviewLinkView(
            title: period.title, address: Markup("\(folder)\(period)/index.html"),
            note: [period.datesBesideTitle, count].compactMap { $0 }.joined(separator: "; "))
        })
    }
  }
}
