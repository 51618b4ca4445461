import Publishing

/// The pages that are looked at in a browser and held against the standard: one of each type.
enum SamplePages {
  /// The site of the days lies in a folder of the other one, as links are relative.
  private static let days = "days/"

  /// The reports of all readers are among them, one of them without any rows.
  static let all =
    [
      "index.html", "404.html", "methodology/index.html", "search.html",
      "data-scientist/search.html", "compliance/index.html", "data-scientist/recidivism/index.html",
      "data-scientist/recidivism/trends/performance/index.html", "compliance/flights/index.html",
    ] + Role.allCases.map { "\($0.rawValue)/recidivism/2014-04/index.html" }
    + ["data-engineer/flights/2013-W35/index.html", "product-manager/review/index.html"]
    + [latestReview] + SampleEvidence.pages + SampleDays.pages.map { days + $0 }

  /// The page of the newest review meeting of the sample.
  private static var latestReview: String {
    guard case .success(let plan) = SampleEvidence.shared else { return "index.html" }
    return plan.entries.map(\.path.description).last {
      $0.hasPrefix("product-manager/review/2")
    } ?? "index.html"
  }

  static func write(to folder: String) throws {
    _ = try SiteWriter().write(try SampleEvidence.shared.get(), to: folder)
    _ = try SiteWriter().write(try SampleDays.shared.get(), to: folder + "/" + days.dropLast())
  }
}
