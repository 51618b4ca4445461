import Assessment
import Profiling

/// Arranges the record of one model and period as a pack asks.
struct PackBuilder {
  let context: ReportContext
  let pack: CompliancePack
  let programVersion: String
  /// The day of the publication; `nil` when none is known.
  let today: Day?

  var view: PackView {
    PackView(
      title: "\(pack.title): \(context.identity.title), \(context.period.name)", facts: facts,
      notice: pack.notice(for: context.period, today: today),
      sources: pack.sources.map {
        PackSourceView(
          title: $0.title,
          address: $0.address.map { Markup(MarkdownEscaper.destination($0)) })
      },
      sections: pack.sections.map(view), report: Markup(PackEvidence.report),
      methodology: Markup("../../../../../" + Address.methodology),
      program: "Broadsheet \(programVersion)")
  }

  private var facts: [FactView] {
    var facts = [
      FactView(name: "Rule", fact: pack.rule), FactView(name: "Version", fact: pack.version),
    ]
    if let validFrom = pack.validFrom {
      let end = pack.validTo.map { " to \($0.words)" } ?? ""
      facts.append(FactView(name: "In force", fact: "from \(validFrom.words)\(end)"))
    }
    return facts + [
      FactView(name: "Pack last compared with its sources", fact: pack.checked.words),
      FactView(name: "Period", fact: "\(context.period.dates) (\(context.period))"),
    ]
  }

  private func view(_ section: CompliancePack.Section) -> PackSectionView {
    var facts: [FactView] = []
    var parts: [PackPartView] = []
    var items: [PackItemView] = []
    var missing: [String] = []
    for content in section.contents {
      switch content {
      case .groups(let groups):
        let result = PackGroupTable(context: context, pack: pack, groups: groups).result
        parts += result.parts
        missing += result.missing
      case .comparisons(let metrics): add(comparisons(metrics), metrics, to: &parts, &missing)
      case .measures(let metrics): add(measures(metrics), metrics, to: &parts, &missing)
      case .description(let topics): describe(topics, in: &parts, &missing)
      case .index(let list): items += list.map(item)
      case .model: facts += modelFacts
      case .missing(let words): missing.append(words)
      }
    }
    return PackSectionView(
      title: section.title, text: section.text.map { Markup(OwnerText.fitted($0, below: 2)) },
      facts: facts, parts: parts, items: items, missing: missing)
  }

  private func item(_ item: CompliancePack.Item) -> PackItemView {
    let evidence = PackEvidence(context: context)
    return PackItemView(
      reference: item.reference, asks: item.asks, hasEvidence: !item.see.isEmpty,
      evidence: item.see.map(evidence.view), here: item.here, elsewhere: item.elsewhere)
  }

  private var modelFacts: [FactView] {
    let identity = context.identity
    var facts = [
      FactView(
        name: "Model", fact: "\(identity.title) (\(identity.id)), \(identity.task.rawValue)"),
      FactView(name: "Owner", fact: identity.owner ?? "not stated"),
    ]
    facts += VersionViews(context: context).facts
    if let leading = context.leading, leading.rowCount > 0 {
      facts.append(FactView(name: "Predictions", fact: context.rowFact(leading)))
      if let maturity = leading.maturity {
        let words = MaturityWords(maturity, rule: identity.maturity).ofLabels
        facts.append(FactView(name: "Labels", fact: words))
      }
    }
    return facts
  }

  // MARK: - Tables

  private func add(
    _ table: TableView?, _ metrics: [Metric], to parts: inout [PackPartView],
    _ missing: inout [String]
  ) {
    if let table {
      parts.append(PackPartView(lead: nil, table: table, text: nil, notes: []))
    }
    let known = Set(
      (context.leading?.values ?? []).filter { $0.estimate.value != nil }.map(\.key.metric))
    let without = metrics.filter { !known.contains($0) && isMeant($0) }
    if !without.isEmpty {
      missing.append(
        "No value in this period: \(Plural.list(without.map(\.inline))).")
    }
  }

  /// False for a metric of another task than that of the model.
  private func isMeant(_ metric: Metric) -> Bool {
    let task = context.identity.task
    switch metric.definition.family {
    case .classification, .regression: return KeyMetrics.performance(task).contains(metric)
    case .fairness:
      let isOfErrors = metric == .meanErrorDifference || metric == .meanAbsoluteErrorRatio
      return isOfErrors == (task == .regression)
    case .operations: return context.leading?.values.contains { $0.key.metric == metric } ?? false
    case .volume, .quality, .drift, .estimated: return true
    }
  }

  private func comparisons(_ metrics: [Metric]) -> TableView? {
    let values = (context.leading?.values ?? []).filter {
      metrics.contains($0.key.metric) && !$0.key.slice.isAll && !$0.key.slice.isGroup
    }
    return table(values, first: "Attribute") { $0.key.slice.words }
  }

  private func measures(_ metrics: [Metric]) -> TableView? {
    let values = metrics.compactMap { context.leading?[MetricKey($0)] }
    return table(values, first: "Over") { _ in "all rows" }
  }

  private func table(
    _ values: [MetricValue], first: String, name: (MetricValue) -> String
  ) -> TableView? {
    guard let figure = context.figure else { return nil }
    return TableView(
      [
        .text("Measure"), .text(first), .number("Value"), .number("95 % interval"),
        .number("Rows"), .text("Limit"), .text("Standing"),
      ],
      values.map { value in
        let words = context.findings.first { $0.value.key == value.key }.flatMap(context.words)
        return [
          value.key.metric.definition.title, name(value), figure.short(value),
          figure.interval(value) ?? "none", figure.count(value),
          words?.agreed ?? "no expectation", words?.status ?? "not judged",
        ]
      })
  }

  private func describe(
    _ names: [String], in parts: inout [PackPartView], _ missing: inout [String]
  ) {
    let topics = AboutTopics(context.identity.about)
    for topic in names.compactMap(AboutTopics.Topic.init) {
      guard let text = topics.texts[topic] else {
        missing.append("The owner has not described the \(topic.words).")
        continue
      }
      parts.append(
        PackPartView(
          lead: names.count > 1 ? "\(topic.words.capitalizedFirst):" : nil, table: nil,
          text: Markup(OwnerText.fitted(text, below: 2)), notes: []))
    }
  }
}
