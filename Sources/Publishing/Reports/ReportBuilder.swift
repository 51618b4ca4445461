import Assessment
import Charting
import Profiling

/// Builds the report of one model and period for one reader.
struct ReportBuilder {
  let context: ReportContext
  let portfolio: Portfolio
  let programVersion: String

  var figures: FigureBuilder { FigureBuilder(context: context) }
  var measures: MeasureTables { MeasureTables(context: context) }
  var versions: VersionViews { VersionViews(context: context) }
  var supply: SupplyTables { SupplyTables(context: context) }
  var fairness: FairnessBuilder { FairnessBuilder(context: context) }
  var restatements: RestatementTable { RestatementTable(context: context) }

  func report(for role: Role) -> RoleReport {
    if context.isEmpty {
      return RoleReport(
        template: "reports/empty.md.mustache",
        view: EmptyReportView(
          front: front(role), people: people(role), about: about(.short)), figures: [])
    }
    return switch role {
    case .dataScientist: dataScientist
    case .dataScienceManager: dataScienceManager
    case .productManager: productManager
    case .dataEngineer: dataEngineer
    case .compliance: compliance
    case .business: business
    }
  }

  /// The type of view that each report template is given, for checks before any rendering.
  static let viewTypes: [(template: String, view: any View.Type)] = [
    (template(.dataScientist), DataScientistView.self),
    (template(.dataScienceManager), DataScienceManagerView.self),
    (template(.productManager), ProductManagerView.self),
    (template(.dataEngineer), DataEngineerView.self),
    (template(.compliance), ComplianceView.self),
    (template(.business), BusinessView.self),
    ("reports/empty.md.mustache", EmptyReportView.self),
    ("reports/revisions.md.mustache", RevisionsView.self),
  ]

  static func template(_ role: Role) -> String { "reports/\(role.rawValue).md.mustache" }

  func front(_ role: Role) -> FrontView { FrontBuilder(context: context, role: role).view }

  func people(_ role: Role) -> PeopleView? {
    PeopleBuilder(context: context, reader: role).view
  }

  func about(_ digests: AboutBuilder.DigestForm) -> AboutView {
    AboutBuilder(context: context, programVersion: programVersion, digests: digests).view
  }

  var aboutInBrief: AboutView {
    AboutBuilder(context: context, programVersion: programVersion, digests: .short).brief
  }

  var primary: [MetricKey] {
    context.history.primary.map { [MetricKey($0)] } ?? []
  }
}
