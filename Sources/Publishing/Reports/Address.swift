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

  static func data(_ model: ModelIdentity, _ period: Period) -> String {
    "data/\(model.id)/\(period)/"
  }

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
