/// A number of successes in a number of trials.
///
/// Zero trials are admitted, since a slice may be empty; what cannot be computed then is
/// `.unavailable`.
package struct Proportion: Sendable, Equatable {
  /// Number of successes, in 0…trials.
  package let successes: Int
  /// Number of trials, at least 0.
  package let trials: Int

  /// - Throws: `StatisticsError.Problem.outOfRange` unless 0 ≤ successes ≤ trials.
  package init(successes: Int, of trials: Int) throws(StatisticsError) {
    guard trials >= 0 else { throw StatisticsError(.outOfRange("[0, ∞)"), argument: "trials") }
    guard successes >= 0, successes <= trials else {
      throw StatisticsError(.outOfRange("[0, trials]"), argument: "successes")
    }
    self.successes = successes
    self.trials = trials
  }

  /// Successes ÷ trials, in [0, 1]; nil without trials.
  package var share: Double? { trials == 0 ? nil : Double(successes) / Double(trials) }
}
