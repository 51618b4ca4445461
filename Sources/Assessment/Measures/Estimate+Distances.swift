import Statistics

extension Estimate {
  /// A distance, which is undefined where its arguments are no distributions, with its interval.
  static func distance(
    _ compute: () throws -> Double, interval: (Double) -> Interval?
  ) -> Estimate {
    do {
      let value = try compute()
      return .value(value, interval: interval(value))
    } catch {
      return .unavailable(.undefined(because: "one side has no values"))
    }
  }
}

extension BinnedDistanceInterval.Distance {
  /// The distance between two tables of counts over common bins, with its interval.
  ///
  /// - Parameter floor: Smallest share admitted under a logarithm.
  func estimate(
    reference: [Int], current: [Int], floor: Double, confidence: ConfidenceLevel
  ) -> Estimate {
    let (reference, current) = (reference.map(Double.init), current.map(Double.init))
    return .distance {
      switch self {
      case .jensenShannon:
        try jensenShannonDistance(reference: reference, current: current)
      case .hellinger:
        try hellingerDistance(reference: reference, current: current)
      case .kullbackLeibler:
        try kullbackLeiblerDivergence(reference: reference, current: current, floor: floor)
      case .totalVariation:
        try totalVariationDistance(reference: reference, current: current)
      }
    } interval: {
      BinnedDistanceInterval(floor: floor, confidence: confidence).bounds(
        of: self, value: $0, reference: reference, current: current)
    }
  }
}
