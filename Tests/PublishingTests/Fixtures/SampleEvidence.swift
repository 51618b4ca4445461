import Assessment
import Profiling
import Publishing

/// The sample site with all that a publication may carry besides reports: a compliance pack, a report
/// with an earlier revision, and the page of the audit.
enum SampleEvidence {
  /// The report that has a pack and an earlier revision.
  static let report = "compliance/recidivism/2014-04/"

  /// One page of each type that other samples lack.
  static let pages = [
    "audit/index.html", report + "packs/rule/index.html", report + "revisions/1/index.html",
    "compliance/review/index.html",
  ]

  /// Planned once, as the plan is a value and every test reads it.
  static let shared = Result { try plan() }

  private static let pack = CompliancePack(
    id: "rule", title: "A rule", rule: "Rule 1 & more", version: "1", validFrom: nil,
    validTo: Day(year: 2013, month: 12, day: 31), checked: Day(year: 2014, month: 1, day: 1),
    sources: [CompliancePack.Source(title: "Law", address: "https://example.org/law?a=1&b=2")],
    attributes: [CompliancePack.Attribute(name: "race or ethnicity", columns: ["race"])],
    unknownNames: ["unknown"], template: "model-card",
    sections: [
      CompliancePack.Section(
        title: "Groups", text: "What <the rule> asks for.",
        contents: [
          .groups(
            CompliancePack.Groups(
              attributes: [], rate: .favourableRate, leaveOutBelow: 0.02, flagBelow: 0.8))
        ])
    ])

  private static func plan() throws -> SitePlan {
    let publication = Publication(
      title: "Model reports", organisation: "Example Ltd", roles: Role.allCases,
      models: [SampleRisk.model, SampleDelay.model], programVersion: "0.1.0",
      packs: ["recidivism": [pack]], isAudited: true)
    let planner = SitePlanner(templates: try TemplateCatalog())
    var plan = try planner.prepare(publication).plan(revising: { model, contents in
      let key = ReportKey(role: .compliance, model: model, period: "2014-04")
      return contents[key].map { [key: revisions(of: $0)] } ?? [:]
    })
    let digest = String(repeating: "5f", count: 32)
    let facts = AuditFacts(
      number: 2, time: "2014-06-01T00:00:00Z", configuration: digest, key: digest,
      earlier: [
        AuditFacts.Earlier(
          number: 1, time: "2014-05-01T00:00:00Z", digest: digest,
          address: "manifests/000001.json")
      ], earlierCount: 1)
    let page = try planner.auditPage(facts, of: publication, plan: plan)
    let files = [
      ("index.html", page), ("manifest.json", "{}"), ("manifest.json.sha256", digest),
      ("manifest.json.sig", digest), ("manifests/000001.json", "{}"),
    ]
    for (name, text) in files {
      try plan.add(Array(text.utf8), at: try SitePath("audit/\(name)"), from: "the audit")
    }
    return plan
  }

  /// Two states of a report, the earlier one with the words of the present one.
  private static func revisions(of content: ReportContent) -> ReportRevisions {
    let charts = content.charts.enumerated().map { index, chart in
      let digest = String(repeating: "0", count: 14) + String(10 + index)
      return (chart.address, (digest: digest, bytes: Array(chart.svg.utf8)))
    }
    let first = Day(year: 2014, month: 5, day: 2)
    return ReportRevisions(
      isRunning: false, isProvisional: false,
      all: [
        ReportRevisions.Revision(
          number: 1, published: first, updated: first, updates: 0, causes: [], changes: [],
          changeCount: 0,
          archive: ReportRevisions.Archive(
            markdown: Array(content.markdown.utf8),
            charts: Dictionary(charts) { first, _ in first })),
        ReportRevisions.Revision(
          number: 2, published: first.advanced(by: 7), updated: first.advanced(by: 7), updates: 0,
          causes: [.labels(before: 150, after: 180)],
          changes: [
            FigureChange(
              metric: .rocAuc, slice: .all, feature: nil, version: "compas", stage: .production,
              before: 0.641, after: 0.633)
          ], changeCount: 1, archive: nil),
      ])
  }
}
