/// The variance of the slopes of a statistic under the shares that weigh them: what the delta method
/// divides by the number of rows.
struct SlopeSum {
  private var first = 0.0
  private var second = 0.0

  mutating func add(_ slope: Double, weight: Double) {
    first += weight * slope
    second += weight * slope * slope
  }

  var variance: Double { max(0, second - first * first) }
}

/// How far two samples of one population are apart on average, per standard error of a difference:
/// the mean of the absolute value of a standard normal number, √(2/π).
let meanAbsoluteNormal = 0.797_884_560_802_865_4
