import Assessment
import Profiling

/// Where pages lie, and how they name one another.
enum Address {
  static func report(_ role: Role, _ model: ModelIdentity, _ period: Period) -> String {
    "\(role.rawValue)/\(model.id)/\(period)/"
  }

  /// A compliance pack, below the compliance report of its period.
  static func pack(_ model: ModelIdentity, _ period: Period, _ pack: String) -> String {
    report(.compliance, model, period) + "packs/\(pack)/"
  }

  static func model(_ role: Role, _ model: ModelIdentity) -> String {
    "\(role.rawValue)/\(model.id)/"
  }

  static func role(_ role: Role) -> String { "\(role.rawValue)/" }

  /// The review meetings of a reader. No model can have this id.
  static func reviews(_ role: Role) -> String { "\(role.rawValue)/\(reviewFolder)/" }

  static func review(_ role: Role, _ period: Period) -> String { "\(reviews(role))\(period)/" }

  static let reviewFolder = "review"

  static let searchFolder = "search"

  static func data(_ model: ModelIdentity, _ period: Period) -> String {
    "data/\(model.id)/\(period)/"
  }

  /// The page that finds things; with an extension, as models have the names without one.
  static func search(_ role: Role?) -> String { folder(role) + "search.html" }

  /// What the search page loads.
  static func searchIndex(_ role: Role?) -> String { folder(role) + searchFolder + "/" }

  static func feed(_ role: Role) -> String { self.role(role) + "feed.xml" }

  /// A digest for e-mail; the ending is `txt` or `eml`.
  static func digest(_ role: Role, _ ending: String) -> String {
    "digest/\(role.rawValue).\(ending)"
  }

  private static func folder(_ role: Role?) -> String { role.map(self.role) ?? "" }

  static let audit = "audit/index.html"

  static let methodology = "methodology/index.html"

  /// From a page back to the root of the site, such as `../../../` for a report.
  static func root(from page: String) -> String {
    String(repeating: "../", count: page.count { $0 == "/" })
  }

  /// From a report to the definition of a metric.
  static func definition(_ metric: Metric) -> Markup {
    Markup("../../../\(methodology)#\(metric.rawValue)")
  }
}
