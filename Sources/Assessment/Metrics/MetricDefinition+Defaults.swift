extension MetricDefinition {
  /// What ``DefaultExpectations`` expects of the metric where nobody agreed anything, in words;
  /// `nil` when nothing is expected.
  package var defaultExpectation: String? {
    typealias Defaults = DefaultExpectations
    switch metric {
    case .normalisedWassersteinDistance:
      return "at most \(Defaults.driftLimit) for columns of numbers, beyond what chance explains"
    case .jensenShannonDistance:
      return "at most \(Defaults.driftLimit) for columns of categories, beyond what chance explains"
    case .missingShare:
      return "at most \(Self.points(Defaults.qualityLimit)) above the reference, worth a look from "
        + Self.points(Defaults.qualityWatch)
    case .outOfRangeShare, .newCategoryShare:
      return "at most \(Self.percent(Defaults.qualityLimit)), worth a look from "
        + Self.percent(Defaults.qualityWatch)
    case .typeMismatchShare:
      return "at most \(Self.percent(Defaults.qualityLimit)), worth a look above 0"
    default:
      guard Defaults.performanceMetrics.contains(metric) else { return nil }
      return "\(side) the mean \(sign) \(Int(Defaults.deviations)) standard deviations over chunks "
        + "of the reference, when there are at least \(Defaults.fewestChunks) of them"
    }
  }

  private var side: String {
    switch direction {
    case .higherIsBetter: "at least"
    case .lowerIsBetter: "at most"
    case .zeroIsBest, .oneIsBest, .neutral: "within"
    }
  }

  private var sign: String {
    switch direction {
    case .higherIsBetter: "−"
    case .lowerIsBetter: "+"
    case .zeroIsBest, .oneIsBest, .neutral: "±"
    }
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded())) %"
  }

  private static func points(_ share: Double) -> String {
    "\(Int((share * 100).rounded())) percentage points"
  }
}
