import Profiling
import Statistics

/// The favourable rate of a group over that of the group it is compared with.
struct ImpactRatio {
  var confidence: ConfidenceLevel = .percent95

  static let tooFewRows = "the group to compare with has too few rows"

  /// - Parameter base: The rate of the group to compare with; `nil` when too few rows are known.
  func estimate(of own: GroupRate, against base: GroupRate?) -> Estimate {
    guard let base else { return .unavailable(.undefined(because: Self.tooFewRows)) }
    guard base.proportion.successes > 0 else {
      return .unavailable(
        .undefined(because: "the group to compare with has no favourable prediction"))
    }
    if own.slice == base.slice { return .value(1, interval: nil) }
    let bounds = katzInterval(
      reference: base.proportion, current: own.proportion, level: confidence
    ).value
    return .value(
      own.share / base.share,
      interval: bounds.map { Interval(lower: $0.lower, upper: $0.upper) })
  }

  /// The group with the highest favourable rate; of equal ones the first.
  static func mostFavoured(of rates: [GroupRate]) -> Slice? {
    guard let first = rates.first else { return nil }
    return rates.dropFirst().reduce(first) { $1.share > $0.share ? $1 : $0 }.slice
  }
}
