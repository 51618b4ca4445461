import Assessment
import Profiling

extension ReportBuilder {
  var productManager: RoleReport {
    let trends = figures.trends(primary)
    let weakest = WeakestSegments(context: context)
    let compared = versions.comparisons(limit: 3)
    let view = ProductManagerView(
      front: front(.productManager), measures: measures.plain(limit: 3),
      figures: trends.map(\.view), weakest: weakest.sentences, weakestTable: weakest.table,
      fairness: fairness.paragraph,
      hasComparisons: !compared.isEmpty, comparisons: compared,
      meanings: measures.meanings(limit: 3),
      about: about(.short))
    return RoleReport(template: Self.template(.productManager), view: view, figures: trends)
  }

  var business: RoleReport {
    let trends = figures.trends(primary)
    let compared = versions.comparisons(limit: 1)
    let view = BusinessView(
      front: front(.business), measures: measures.plain(limit: 2), figures: trends.map(\.view),
      risk: RiskSentences(context: context).text, fairness: fairness.paragraph,
      hasComparisons: !compared.isEmpty,
      comparisons: compared,
      meanings: measures.meanings(limit: 2), about: about(.short))
    return RoleReport(template: Self.template(.business), view: view, figures: trends)
  }

  var compliance: RoleReport {
    let identity = context.identity
    let limit = identity.suppressBelow
    var facts = [
      FactView(name: "Model", fact: "\(identity.title) (\(identity.id))"),
      FactView(name: "Kind of answer", fact: identity.task.rawValue),
      FactView(name: "Owner", fact: identity.owner ?? "not stated"),
      FactView(
        name: "Protected attributes",
        fact: identity.protectedAttributes.isEmpty
          ? "none configured" : Plural.list(identity.protectedAttributes)),
    ]
    if let positive = identity.positive {
      facts.append(FactView(name: "Positive class", fact: positive))
    }
    let evidence = figures.calibration + figures.arrival
    let groups = fairness.sections(.full)
    let view = ComplianceView(
      front: front(.compliance), identity: facts + versions.facts,
      purpose: identity.about.flatMap { about in
        about.allSatisfy(\.isWhitespace) ? nil : Markup(OwnerText.fitted(about, below: 2))
      },
      performanceFigures: evidence.map(\.view),
      fairness: fairness.paragraph, groups: groups.map(\.view),
      suppression: "Groups of fewer than \(limit) rows are shown as <\(limit), "
        + "and no rate is given for them.",
      restated: restatements.sentence, restatedTable: restatements.table,
      incidents: IncidentTable(context: context, families: nil).table,
      versions: versions.history, comparisons: versions.comparisons(limit: 6),
      about: about(.whole))
    return RoleReport(
      template: Self.template(.compliance), view: view,
      figures: evidence + groups.flatMap(\.figures))
  }
}
