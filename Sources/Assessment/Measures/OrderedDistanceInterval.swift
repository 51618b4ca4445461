import Statistics

/// Intervals of the distances between two columns of numbers, by the delta method.
///
/// With F and G the distribution functions of n values now and m of the reference,
///
///     W = ∫ |F − G| dx,   [ W − chance − z·se , W + z·se ]
///     se² = var(φ)/n + var(−φ)/m,   φ(v) = ∫ sign(F(x) − G(x)) dx over x ≥ v
///     chance = ∫ √(2/π)·s(x) dx over the x with |F(x) − G(x)| < z·s(x)
///     s² = F(1 − F)/n + G(1 − G)/m
///
/// each variance over its own side. Where F and G cannot be told apart their difference has either
/// sign by chance and still adds up; `chance` takes that off the lower end. Of two equal populations
/// the interval holds the true 0 in more than 97 of 100 samples; where a shift is clear, `chance` is
/// small and the interval holds the true distance as often as it says. In units of the reference's
/// standard deviation σ the slope of a reference value gains −W·(v − mean)²/(2σ²).
///
/// The Kolmogorov–Smirnov statistic D = |F(x*) − G(x*)| has the standard error s(x*); its lower end
/// is 0 while the test does not rule out chance, as x* was looked for.
///
/// Source: delta method as in A. W. van der Vaart, *Asymptotic Statistics*, Cambridge 1998, chapter
/// 20.
struct OrderedDistanceInterval {
  let confidence: ConfidenceLevel

  /// The bounds of a Wasserstein distance in both units.
  struct Transport {
    /// In the unit of the column.
    let column: Interval
    /// In standard deviations of the reference.
    let deviations: Interval
  }

  /// The bounds of a Wasserstein distance.
  ///
  /// - Parameters:
  ///   - value: The distance in the unit of the column.
  ///   - floor: Smallest divisor of the distance in standard deviations.
  /// - Complexity: O(k) for k points, one pass for both units.
  func bounds(ofTransport value: Double, _ points: CellPoints, floor: Double) -> Transport {
    let (now, before) = (points.current.reduce(0, +), points.reference.reduce(0, +))
    let z = normalReach(confidence: confidence)
    let deviation = ReferenceDeviation(points, total: before, floor: floor)
    // From the largest point down: what lies above a point is what its slope is made of.
    var currentSlopes = SlopeSum()
    var referenceSlopes = SlopeSum()
    var scaledSlopes = SlopeSum()
    var (f, g) = (1.0, 1.0)
    var above = 0.0
    var chance = 0.0
    for index in points.values.indices.reversed() {
      if index + 1 < points.values.count {
        let gap = points.values[index + 1] - points.values[index]
        let difference = f - g
        above += difference > 0 ? gap : difference < 0 ? -gap : 0
        let variance = f * (1 - f) / now + g * (1 - g) / before
        if difference * difference < z * z * variance {
          chance += meanAbsoluteNormal * variance.squareRoot() * gap
        }
      }
      let (c, r) = (points.current[index] / now, points.reference[index] / before)
      currentSlopes.add(above, weight: c)
      referenceSlopes.add(-above, weight: r)
      scaledSlopes.add(
        -above - value * deviation.relativeSlope(at: points.values[index]), weight: r)
      f = max(0, f - c)
      g = max(0, g - r)
    }
    let current = currentSlopes.variance / now
    func interval(_ referenceVariance: Double, unit: Double) -> Interval {
      let reach = z * (current + referenceVariance / before).squareRoot()
      return Interval(
        lower: max(0, value - chance - reach) / unit, upper: (value + reach) / unit)
    }
    return Transport(
      column: interval(referenceSlopes.variance, unit: 1),
      deviations: interval(scaledSlopes.variance, unit: deviation.divisor))
  }

  /// The bounds of a Kolmogorov–Smirnov statistic.
  ///
  /// - Parameters:
  ///   - pValue: Of the test of the same counts.
  ///   - reference: Values per cell, in ascending order; not all 0.
  ///   - current: The same cells.
  func bounds(
    ofSmirnov value: Double, pValue: Double, reference: [Int], current: [Int]
  ) -> Interval {
    let (before, now) = (Double(reference.reduce(0, +)), Double(current.reduce(0, +)))
    var (below, belowReference) = (0, 0)
    var widest = (difference: -1.0, error: 0.0)
    for (referenceCount, currentCount) in zip(reference, current) {
      below += currentCount
      belowReference += referenceCount
      let (f, g) = (Double(below) / now, Double(belowReference) / before)
      if (f - g).magnitude > widest.difference {
        widest = ((f - g).magnitude, (f * (1 - f) / now + g * (1 - g) / before).squareRoot())
      }
    }
    let reach = normalReach(confidence: confidence) * widest.error
    let isChance = pValue >= 1 - confidence.value
    return Interval(
      lower: isChance ? 0 : max(0, value - reach), upper: min(1, value + reach))
  }
}

/// What a distance is divided by, and how that moves with a value of the reference.
private struct ReferenceDeviation {
  /// The standard deviation of the reference, or the floor where that is smaller.
  let divisor: Double
  private let mean: Double
  /// 0 where the divisor does not depend on the values.
  private let factor: Double

  init(_ points: CellPoints, total: Double, floor: Double) {
    var (mean, variance) = (0.0, 0.0)
    for (value, count) in zip(points.values, points.reference) { mean += value * count / total }
    for (value, count) in zip(points.values, points.reference) {
      variance += (value - mean) * (value - mean) * count / total
    }
    let deviation = variance.squareRoot()
    self.mean = mean
    divisor = max(deviation, floor)
    factor = deviation > floor ? 1 / (2 * variance) : 0
  }

  /// The relative change of the divisor with the share of a value.
  func relativeSlope(at value: Double) -> Double { factor * (value - mean) * (value - mean) }
}
