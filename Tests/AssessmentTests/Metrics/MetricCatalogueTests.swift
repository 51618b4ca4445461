import Testing

@testable import Assessment

@Suite("The catalogue of metrics")
struct MetricCatalogueTests {
  // MARK: - The catalogue as a whole

  @Test("defines every metric once, in the order of the metrics")
  func isComplete() {
    #expect(MetricCatalogue.all.map(\.metric) == Metric.allCases)
  }

  @Test("keeps families together, in the order in which the methodology lists them")
  func familiesAreContiguous() {
    let order = MetricDefinition.Family.allCases
    let joined = order.flatMap { MetricCatalogue.of(family: $0) }
    #expect(joined.map(\.metric) == Metric.allCases)
    #expect(order.allSatisfy { !MetricCatalogue.of(family: $0).isEmpty })
  }

  @Test("gives no two metrics the same title")
  func titlesAreUnique() {
    let byTitle = Dictionary(grouping: MetricCatalogue.all) { $0.title.lowercased() }
    let repeated = byTitle.filter { $0.value.count > 1 }.keys.sorted()
    #expect(repeated.isEmpty)
  }

  @Test("gives no two metrics of a family the same formula or meaning")
  func meaningsAreUnique() {
    // The p-values of two tests answer the same question, so their meaning may be told alike.
    let told = MetricCatalogue.all.filter { $0.unit != .pValue }
    #expect(Set(told.map { "\($0.family) \($0.plainMeaning)" }).count == told.count)
    let all = MetricCatalogue.all
    #expect(Set(all.map { "\($0.family) \($0.formula)" }).count == all.count)
  }

  // MARK: - Words

  @Test("leaves no text empty or padded", arguments: Metric.allCases)
  func textsAreFilled(_ metric: Metric) {
    for text in texts(of: metric.definition) {
      #expect(!text.isEmpty)
      #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false)
      #expect(!text.contains("  ") && !text.contains("\n"))
    }
  }

  @Test(
    "says the meaning in at most two short sentences without names of code",
    arguments: Metric.allCases)
  func meaningIsPlain(_ metric: Metric) {
    let meaning = metric.definition.plainMeaning
    #expect(meaning.last == ".")
    #expect(meaning.split(separator: ". ").count <= 2)
    #expect(meaning.count <= 160)
    #expect(!meaning.contains("_"))
  }

  @Test("spares the meaning the words of statistics", arguments: Metric.allCases)
  func meaningHasNoJargon(_ metric: Metric) {
    let jargon = [
      "quantile", "percentile", "null hypothesis", "logarithm", "variance", "entropy", "positive",
      "negative", "classifier", "distribution", "residual", "interval", "calibrat", "denominator",
    ]
    let meaning = metric.definition.plainMeaning.lowercased()
    #expect(jargon.filter { meaning.contains($0) }.isEmpty)
  }

  @Test("ends formula and limits with a full stop", arguments: Metric.allCases)
  func sentencesEnd(_ metric: Metric) {
    #expect(metric.definition.formula.last == ".")
    #expect(metric.definition.limits.last == ".")
  }

  @Test("needs no escaping in Markdown tables or HTML", arguments: Metric.allCases)
  func textsAreInert(_ metric: Metric) {
    for text in texts(of: metric.definition) {
      #expect(!text.contains { "<>&|*`$\\[]#~\"".contains($0) }, "\(text)")
    }
  }

  @Test("closes every bracket of a formula", arguments: Metric.allCases)
  func bracketsAreBalanced(_ metric: Metric) {
    #expect(isBalanced(metric.definition.formula))
    #expect(isBalanced(metric.definition.limits))
  }

  @Test("a bracket that closes too early or never is noticed", arguments: ["a)(b", "(a", "a)"])
  func unbalancedIsNoticed(_ text: String) {
    #expect(!isBalanced(text))
  }

  @Test("says when there is no value, wherever a formula divides", arguments: Metric.allCases)
  func divisionIsGuarded(_ metric: Metric) {
    let definition = metric.definition
    let dividesByData = definition.formula.contains("÷")
    #expect(!dividesByData || definition.formula.lowercased().contains("no value"))
  }

  // MARK: - Numbers

  @Test("bounds are in order", arguments: Metric.allCases)
  func boundsAreOrdered(_ metric: Metric) {
    let definition = metric.definition
    if let lowest = definition.lowest, let highest = definition.highest {
      #expect(lowest < highest)
    }
  }

  @Test("bounds fit the unit", arguments: Metric.allCases)
  func boundsFitUnit(_ metric: Metric) {
    let definition = metric.definition
    switch definition.unit {
    case .share, .pValue:
      #expect(definition.lowest == 0)
      #expect(definition.highest == 1)
    case .count, .milliseconds:
      #expect(definition.lowest == 0)
      #expect(definition.highest == nil)
    case .sameAsColumn:
      #expect(definition.lowest == nil || definition.lowest == 0)
      #expect(definition.highest == nil)
    case .plain, .days:
      break
    }
  }

  @Test("the best value of a metric lies within its bounds", arguments: Metric.allCases)
  func bestValueIsReachable(_ metric: Metric) {
    let definition = metric.definition
    let lowest = definition.lowest ?? -.infinity
    let highest = definition.highest ?? .infinity
    switch definition.direction {
    case .zeroIsBest: #expect(lowest < 0 && highest > 0)
    case .oneIsBest: #expect(lowest < 1 && highest >= 1)
    case .lowerIsBetter, .higherIsBetter, .neutral: break
    }
  }

  @Test("the unit agrees with the ending of the name", arguments: Metric.allCases)
  func unitFitsName(_ metric: Metric) {
    let name = metric.rawValue
    let unit = metric.definition.unit
    if name.hasSuffix("_count") { #expect(unit == .count) }
    if name.hasSuffix("_share") || name.hasSuffix("_rate") || name.hasSuffix("_coverage") {
      #expect(unit == .share)
    }
    if name.hasSuffix("_p_value") { #expect(unit == .pValue) }
    if name.contains("_ms_") { #expect(unit == .milliseconds) }
    if name.contains("_days_") { #expect(unit == .days) }
    if name.hasSuffix("_ratio") { #expect(metric.definition.direction == .oneIsBest) }
  }

  @Test("every rate and every share of rows carries a Wilson interval", arguments: Metric.allCases)
  func proportionsHaveIntervals(_ metric: Metric) {
    let name = metric.rawValue
    let isProportion =
      name.hasSuffix("_rate") || name.hasSuffix("_coverage") || name.hasSuffix("_predictive_value")
      // Features are no sample of features.
      || (name.hasSuffix("_share") && metric != .driftedFeatureShare)
    #expect(!isProportion || metric.definition.intervalMethod?.contains("Wilson") == true)
  }

  @Test("an estimate has the unit, bounds and direction of what it estimates")
  func estimatesFitTheirTarget() throws {
    for definition in MetricCatalogue.of(family: .estimated) {
      let name = definition.metric.rawValue
      let target = try #require(Metric(rawValue: String(name.dropFirst("estimated_".count))))
      #expect(definition.unit == target.definition.unit)
      #expect(definition.direction == target.definition.direction)
      #expect(definition.lowest == target.definition.lowest)
      #expect(definition.highest == target.definition.highest)
    }
  }

  @Test("quality and drift are about a column, gaps between groups about an attribute")
  func scopes() {
    for definition in MetricCatalogue.all {
      let name = definition.metric.rawValue
      let isGap =
        definition.family == .fairness
        && (name.hasSuffix("_difference") || (name.hasSuffix("_ratio") && name != "impact_ratio"))
      let isColumn =
        [.quality, .drift].contains(definition.family) && definition.metric != .driftedFeatureShare
      #expect(
        definition.scope == (isGap ? .attribute : isColumn ? .feature : .model), "\(name)")
    }
  }

  @Test("distributions without a common value are as far apart as SciPy says")
  func jensenShannonBound() {
    // SciPy 1.17.1: scipy.spatial.distance.jensenshannon([1, 0], [0, 1]).
    #expect(Metric.jensenShannonDistance.definition.highest == 0.8325546111576977)
  }

  @Test("bounds of signed and open metrics are those that scikit-learn documents")
  func documentedBounds() {
    // scikit-learn 1.9: matthews_corrcoef in [−1, 1], r2_score at most 1 and possibly negative.
    #expect(Metric.matthewsCorrelation.definition.lowest == -1)
    #expect(Metric.matthewsCorrelation.definition.highest == 1)
    #expect(Metric.rSquared.definition.lowest == nil)
    #expect(Metric.rSquared.definition.highest == 1)
  }
}

/// Every text of a definition that a page shows.
private func texts(of definition: MetricDefinition) -> [String] {
  [
    definition.title, definition.plainMeaning, definition.formula, definition.source,
    definition.limits,
  ] + (definition.intervalMethod.map { [$0] } ?? [])
}

/// True when every round bracket closes, and none before it opens.
private func isBalanced(_ text: String) -> Bool {
  var depth = 0
  for character in text {
    if character == "(" { depth += 1 }
    if character == ")" { depth -= 1 }
    if depth < 0 { return false }
  }
  return depth == 0
}
