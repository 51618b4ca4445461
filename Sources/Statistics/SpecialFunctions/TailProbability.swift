/// A probability named by the tail it is measured from.
///
/// A quantile far in the upper tail cannot be asked for by 1 − q, which rounds to 1.
package enum TailProbability: Sendable, Equatable {
  /// The probability at or below the wanted point, in [0, 1].
  case lower(Double)
  /// The probability above the wanted point, in [0, 1].
  case upper(Double)

  /// The same point named by the smaller of its tails, which loses nothing because 1 − p is exact
  /// for p ≥ ½.
  var smaller: TailProbability {
    switch self {
    case .lower(let p): p > 0.5 ? .upper(1 - p) : self
    case .upper(let q): q > 0.5 ? .lower(1 - q) : self
    }
  }

  var isProbability: Bool {
    switch self {
    case .lower(let p), .upper(let p): p >= 0 && p <= 1
    }
  }
}
