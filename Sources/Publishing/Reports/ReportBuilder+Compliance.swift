import Assessment
import Profiling

extension ReportBuilder {
  var compliance: RoleReport {
    let identity = context.identity
    let topics = AboutTopics(identity.about)
    let monitoring = MonitoringTable(context: context)
    let incidents = IncidentTable(context: context, families: nil)
    let terms = TermsTable(context: context)
    let evidence = figures.calibration + figures.arrival
    let groups = fairness.sections(.full)
    let view = ComplianceView(
      front: front(.compliance), glance: glance, identity: identityFacts,
      purpose: identity.about.flatMap { about in
        about.allSatisfy(\.isWhitespace) ? nil : Markup(OwnerText.fitted(about, below: 2))
      },
      fairness: FairnessOverview(context: context).view,
      undescribed: topics.missing.isEmpty
        ? nil : Plural.list(topics.missing.map(\.words)),
      monitored: monitoring.sentence, monitoredTable: monitoring.table,
      groups: groups.map(\.view),
      suppression: Self.groupNote(identity),
      performanceNote: measures.note, performance: measures.full,
      performanceFigures: evidence.map(\.view),
      restated: restatements.sentence, restatedTable: restatements.table,
      incidentNote: incidents.sentence, incidents: incidents.table,
      people: people(.compliance),
      changes: terms.lastSentence, changeTable: terms.table(terms.sinceLast),
      changesAfter: terms.firstSentence, changesAfterTable: terms.table(terms.sinceFirst),
      versions: versions.history, comparisons: versions.comparisons(limit: 6),
      hasPacks: !context.history.packs.isEmpty, packs: packLinks,
      methods: measures.definitions, gaps: monitoring.gaps(topics), about: about(.whole))
    return RoleReport(
      template: Self.template(.compliance), view: view,
      figures: evidence + groups.flatMap(\.figures))
  }

  /// What holds for the tables of all attributes.
  private static func groupNote(_ identity: ModelIdentity) -> String {
    let hidden =
      identity.suppressBelow > 1
      ? "Groups of fewer than \(identity.suppressBelow) rows are shown as "
        + "<\(identity.suppressBelow), and no rate is given for them. "
      : ""
    let rule =
      identity.task == .regression
      ? ""
      : "An impact ratio below 0.8 is a rule of thumb of United States employment law "
        + "(29 CFR 1607.4(D)): not proof of unfairness, and no pass when few people are behind it. "
    return hidden + rule + "Ranges in brackets are 95 % intervals."
  }

  private var packLinks: [PackLinkView] {
    context.history.packs.map { pack in
      PackLinkView(
        title: pack.title, rule: pack.rule, address: Markup("packs/\(pack.id)/index.html"),
        notice: pack.notice(for: context.period, today: context.history.comments.today))
    }
  }

  private var identityFacts: [FactView] {
    let identity = context.identity
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
    return facts + versions.facts
  }

  /// What a reader with two minutes has to know; every line is worked out further down.
  private var glance: [FactView] {
    let people = PeopleBuilder(context: context, reader: .compliance)
    var facts = [
      FactView(name: "Standing", fact: StandingCount(context: context).wordsWithDrift),
      FactView(
        name: "Incidents", fact: IncidentTable(context: context, families: nil).sentence),
      FactView(name: "Actions", fact: people.summary ?? "none is open"),
      FactView(name: "Sign-off", fact: signOff(people.signOffs)),
      FactView(
        name: "Changes of model, data, rules or program since the last report",
        fact: TermsTable(context: context).summary),
    ]
    if let maturity = context.leading?.maturity {
      let words = MaturityWords(maturity, rule: context.identity.maturity).ofLabels
      facts.insert(FactView(name: "Labels", fact: words), at: 1)
    }
    if let first = context.record.firstTerms {
      facts.append(FactView(name: "First published", fact: first.day.words))
    }
    return facts
  }

  private func signOff(_ signOffs: [Remark]) -> String {
    guard !signOffs.isEmpty else { return "nobody has signed this report off" }
    return Plural.list(
      signOffs.map { "\($0.author) (\($0.role.title.loweredFirst)) on \($0.date.words)" })
  }
}
