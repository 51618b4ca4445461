import Assessment
import Profiling

extension SiteBuilder {
  /// What can be looked up on the page beside measures and words, with its anchors.
  var methodologySections: [(title: String, anchor: String)] {
    let used = Set(metricsInUse.map(\.family))
    return [
      ("Standing", "reading-standing"), ("Intervals", "reading-intervals"),
      ("Expectations", "reading-expectations"), ("Few rows", "reading-rows"),
      ("Versions side by side", "reading-versions"),
    ]
      + MetricDefinition.Family.allCases.filter(used.contains)
      .map { ($0.title, Self.anchor(of: $0)) }
  }

  private static func anchor(of family: MetricDefinition.Family) -> String {
    "family-\(family.rawValue)"
  }

  /// Every metric in use, explained.
  func methodologyPage() throws(PublishingError) -> String {
    let used = Set(metricsInUse.map(\.metric))
    var families: [FamilyView] = []
    for family in MetricDefinition.Family.allCases {
      let metrics = Metric.allCases.filter {
        used.contains($0) && $0.definition.family == family
      }
      var views: [MetricView] = []
      for metric in metrics { views.append(try view(metric.definition)) }
      guard !views.isEmpty else { continue }
      families.append(
        FamilyView(
          id: Markup(Self.anchor(of: family)), title: family.title, metrics: views))
    }
    let view = MethodologyPageView(
      minimumNote: note(\.minimumRows, "rows are needed for a judgement"),
      suppressionNote: note(\.suppressBelow, "rows are needed for a group to be published"),
      statuses: Status.allCases.map {
        StatusMeaningView(status: Self.status($0), meaning: $0.meaning)
      },
      families: families, terms: try glossary())
    return try page(
      Address.methodology, title: "Methodology",
      description: "What every measure on this site means and how it is computed.", role: nil,
      crumbs: [("All models", "index.html"), ("Methodology", nil)],
      content: try templates.render("pages/methodology.html.mustache", view))
  }

  /// The words of the reports.
  private func glossary() throws(PublishingError) -> [TermView] {
    try Glossary.terms.map { term throws(PublishingError) in
      TermView(
        id: Markup(term.anchor), title: term.title,
        meaning: Markup(try html(term.meaning, of: term.title)))
    }
  }

  private func html(_ markdown: String, of subject: String) throws(PublishingError) -> String {
    do {
      return try MarkdownRenderer().render(markdown).html
    } catch {
      throw PublishingError(
        .rendering("\(error)"), place: subject, advice: "Correct the text in the catalogue.")
    }
  }

  /// A setting that may differ between models, as one sentence.
  private func note(_ setting: KeyPath<ModelIdentity, Int>, _ words: String) -> String {
    let values = Set(publication.models.map { $0.identity[keyPath: setting] }).sorted()
    guard values.count > 1 else { return "\(values.first ?? 0) \(words)." }
    let each = publication.models.map {
      "\($0.identity[keyPath: setting]) for \($0.identity.title)"
    }
    return "How many \(words) differs by model: \(Plural.list(each))."
  }

  /// The models that compute the metric as another tool does, and how.
  private func otherDefinitions(of metric: Metric) -> [FactView] {
    publication.models.compactMap { model in
      model.identity.compatibility.definition(of: metric).map { words in
        FactView(name: "Otherwise for \(model.identity.title)", fact: words)
      }
    }
  }

  private func view(_ definition: MetricDefinition) throws(PublishingError) -> MetricView {
    let facts =
      MetricExplanation(definition).facts.map { FactView(name: $0.name, fact: $0.text) }
      + otherDefinitions(of: definition.metric)
    let formula = try html(definition.formula, of: definition.metric.rawValue)
    return MetricView(
      id: Markup(definition.metric.rawValue), title: definition.title,
      meaning: definition.plainMeaning, formula: Markup(formula),
      facts: facts)
  }
}

extension Status {
  /// What the status says and what it does not.
  fileprivate var meaning: String {
    switch self {
    case .ok: "The value lies inside its limits."
    case .watch:
      "Beyond the point from which somebody should look, or beyond the limit while chance may still "
        + "be the reason. A report in which nothing but drift is beyond its limit has this status too."
    case .breach:
      "Beyond the limit, with evidence: chance is not a likely reason."
    case .insufficient:
      "There were rows, but too few to judge, or too much alike; no test was made."
    case .missing: "There was nothing to measure: no rows, or no labels yet."
    }
  }
}
