import Assessment
import Profiling

extension ReportBuilder {
  var productManager: RoleReport {
    let trends = figures.trends(primary)
    let weakest = WeakestSegments(context: context)
    let compared = versions.liveInBrief
    let view = ProductManagerView(
      front: front(.productManager), measures: measures.plain(limit: 3),
      figures: trends.map(\.view),
      weakest: [weakest.introduction],
      weakestTable: weakest.table,
      fairness: fairness.paragraph,
      hasComparisons: !compared.isEmpty, comparisons: compared,
      meanings: measures.meanings(limit: 3), people: people(.productManager),
      about: aboutInBrief)
    return RoleReport(template: Self.template(.productManager), view: view, figures: trends)
  }

  var business: RoleReport {
    let trends = figures.trends(primary)
    let compared = versions.liveInBrief
    let view = BusinessView(
      front: front(.business), measures: measures.plain(limit: 2), figures: trends.map(\.view),
      risk: RiskSentences(context: context).text, fairness: fairness.paragraph,
      hasComparisons: !compared.isEmpty,
      comparisons: compared,
      meanings: measures.meanings(limit: 2), people: people(.business), about: aboutInBrief)
    return RoleReport(template: Self.template(.business), view: view, figures: trends)
  }
}
