/// Why a finding has its status: the rule that was applied, as data.
package enum VerdictRule: Hashable, Sendable {
  /// Nothing is expected of the value.
  case noLimit
  /// There is nothing to judge.
  case noValue(Unavailability)
  /// The value rests on too few rows.
  case tooFewRows(count: Int, minimum: Int)
  /// The reference that the value is held against has too few rows.
  case tooFewReferenceRows(count: Int, minimum: Int)
  /// The value is inside its limits.
  case inside
  /// The value is beyond a limit on that side of it which is good.
  case improvement(Crossing)
  /// The value is beyond a limit; the proof decides what follows.
  case beyond(Crossing, Proof)

  /// A limit that a value has passed.
  package struct Crossing: Hashable, Sendable {
    package enum Side: Hashable, Sendable {
      case below, above
    }

    package enum Kind: Hashable, Sendable {
      /// The limit of the expectation.
      case limit
      /// The point from which a look is due.
      case watch
    }

    package let side: Side
    package let bound: Double
    package let kind: Kind

    package init(_ side: Side, _ bound: Double, _ kind: Kind) {
      self.side = side
      self.bound = bound
      self.kind = kind
    }

    /// Whether the whole interval lies beyond the limit.
    func contains(_ interval: Interval) -> Bool {
      switch side {
      case .below: interval.upper < bound
      case .above: interval.lower > bound
      }
    }
  }

  /// What speaks for a crossing that is more than chance.
  package enum Proof: Hashable, Sendable {
    /// The value alone decides: the model asks for no more, or the value is a count without error.
    case valueAlone
    /// The whole interval lies beyond the limit.
    case wholeInterval
    /// The interval reaches back across the limit.
    case intervalReaches
    /// Chance does not explain the drift, with this adjusted p-value.
    case significant(Double)
    /// Chance is unlikely to explain the drift, but not enough so for a breach.
    case inconclusive(Double)
    /// Chance alone explains a distance of this size.
    case chance(Double)
    /// Nothing says how sure the value is: a distance without interval and without a test, such as
    /// that of a column in which every value is rare, or a metric without an interval beyond a
    /// limit that was derived from the reference.
    case untestable
  }

  /// The limit that was passed, if one was.
  package var crossing: Crossing? {
    switch self {
    case .beyond(let crossing, _), .improvement(let crossing): crossing
    default: nil
    }
  }
}
