/// A result, or the reason why the data at hand do not determine one.
///
/// Used where valid data can leave a statistic undefined, so that no NaN, −1 or blank has to stand
/// for it.
package enum Measured<Value: Sendable>: Sendable {
  /// The statistic is defined, and this is it.
  case measured(Value)
  /// The statistic is not defined for these data.
  case unavailable(UnavailableReason)

  /// The result, or nil when there is none.
  package var value: Value? {
    switch self {
    case .measured(let value): value
    case .unavailable: nil
    }
  }

  /// Why there is no result, or nil when there is one.
  package var reason: UnavailableReason? {
    switch self {
    case .measured: nil
    case .unavailable(let reason): reason
    }
  }
}

extension Measured: Equatable where Value: Equatable {}

/// Why a statistic is undefined for valid data.
package enum UnavailableReason: String, Sendable, CaseIterable {
  /// One of the groups has no observations.
  case noObservations
  /// A group has too few observations for a variance.
  case tooFewObservations
  /// All observations are equal, so that the standard error is zero.
  case noVariation
  /// Fewer than two categories occur.
  case fewerThanTwoCategories
  /// The denominator of a ratio is zero.
  case zeroDenominator
  /// A statistic is undefined for the data, or for most of their resamples.
  case undefinedStatistic
}

extension UnavailableReason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noObservations: "a group has no observations"
    case .tooFewObservations: "a group has fewer than two observations"
    case .noVariation: "all observations are equal"
    case .fewerThanTwoCategories: "fewer than two categories occur"
    case .zeroDenominator: "the denominator is zero"
    case .undefinedStatistic: "the statistic is undefined for these data"
    }
  }
}
