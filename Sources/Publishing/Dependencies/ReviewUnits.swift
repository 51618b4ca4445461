import Profiling

/// The pages of the review meetings of one reader.
struct ReviewUnits {
  let builder: SiteBuilder
  let kinds: PageKinds?
  let calendar: ReviewCalendar
  let role: Role

  var contributor: String { "the reviews of \(role.rawValue)" }

  /// One page for each meeting, and one for each year or month of them.
  var all: [PageUnit] { meetings + parts }

  private var meetings: [PageUnit] {
    calendar.periods.indices.map { place in
      let path = Address.review(role, calendar.periods[place]) + "index.html"
      return PageUnit(
        path, from: contributor, dependencies: kinds?.review(calendar, place, role)
      ) { [builder, calendar, role] () throws(PublishingError) in
        PageUnit.Product(files: [PageFile(path, try builder.reviewPage(calendar, place, role))])
      }
    }
  }

  private var parts: [PageUnit] {
    calendar.parts.map { part in
      let path = Address.reviews(role) + part.folder + "index.html"
      return PageUnit(
        path, from: contributor, dependencies: kinds?.reviews(calendar, part, role)
      ) { [builder, calendar, role] () throws(PublishingError) in
        PageUnit.Product(files: [PageFile(path, try builder.reviewsPage(calendar, role, part))])
      }
    }
  }
}
