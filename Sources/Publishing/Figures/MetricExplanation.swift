package import Assessment

/// A definition of the catalogue in words, the same on the methodology page and in the terminal.
package struct MetricExplanation: Sendable {
  /// One property of a metric.
  package struct Fact: Sendable, Equatable {
    package let name: String
    package let text: String
  }

  private let definition: MetricDefinition

  package init(_ definition: MetricDefinition) {
    self.definition = definition
  }

  /// Everything besides title, meaning and formula, in the order in which it is read.
  package var facts: [Fact] {
    let facts: [(String, String?)] = [
      ("Name in exports", definition.metric.rawValue),
      ("Good direction", definition.direction.words),
      ("Range", definition.range),
      ("Written as", definition.unit.words),
      ("Interval", definition.intervalMethod ?? "none"),
      ("Expected by default", definition.defaultExpectation),
      ("Source", definition.source),
      ("Limits", definition.limits),
    ]
    return facts.compactMap { name, text in text.map { Fact(name: name, text: $0) } }
  }
}

extension MetricDefinition.Family {
  /// The heading above the metrics of the family.
  package var title: String {
    switch self {
    case .volume: "Volume and labels"
    case .quality: "Quality of the data"
    case .drift: "Drift"
    case .classification: "Performance of classifiers"
    case .regression: "Performance of regressions"
    case .estimated: "Performance estimated without labels"
    case .fairness: "Fairness"
    case .operations: "Operations"
    }
  }
}

extension MetricDefinition.Direction {
  fileprivate var words: String {
    switch self {
    case .higherIsBetter: "higher is better"
    case .lowerIsBetter: "lower is better"
    case .zeroIsBest: "closer to 0 is better"
    case .oneIsBest: "closer to 1 is better"
    case .neutral: "neither way is good by itself"
    }
  }
}

extension MetricDefinition.Unit {
  fileprivate var words: String {
    switch self {
    case .share: "a percentage; a share between 0 and 1 in exports"
    case .plain: "a number without unit"
    case .count: "a count"
    case .days: "days"
    case .milliseconds: "milliseconds"
    case .sameAsColumn: "a number in the unit of its column"
    case .pValue: "a probability"
    }
  }
}

extension MetricDefinition {
  /// The possible values in words; `nil` when they are without bounds.
  fileprivate var range: String? {
    let style = NumberStyle(unit: unit)
    return switch (lowest, highest) {
    case (let low?, let high?): "\(style.limit(low)) to \(style.limit(high))"
    case (let low?, nil): "\(style.limit(low)) or more"
    case (nil, let high?): "\(style.limit(high)) or less"
    case (nil, nil): nil
    }
  }
}
