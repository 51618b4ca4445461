import Foundation

/// Two-sided two-sample Kolmogorov–Smirnov test.
package struct KolmogorovSmirnovTest: Sendable, Equatable {
  /// How the p-value was found.
  package enum Method: String, Sendable {
    /// All arrangements of the two samples were counted.
    case exact
    /// The one-sample distribution at the equivalent sample size was used.
    case asymptotic
  }

  /// Largest difference between the two empirical distribution functions, in [0, 1].
  package let statistic: Double
  /// Probability of a difference at least as large when both samples come from one continuous
  /// distribution.
  package let pValue: Double
  /// How the p-value was found.
  package let method: Method

  /// Largest sample for which all arrangements are counted.
  ///
  /// The value is SciPy's; a larger one would be as right but slower, and would disagree with
  /// SciPy.
  package static let largestExactSample = 10_000

  /// The test for a statistic that has been computed already.
  ///
  /// The statistic is rounded to the nearest multiple of 1/lcm(n₁, n₂) for the exact method,
  /// because only these can occur. With ties the p-value is too large rather than too small.
  ///
  /// - Parameters:
  ///   - statistic: Largest difference of the empirical distribution functions, in [0, 1].
  ///   - referenceCount: Size of one sample, at least 1.
  ///   - currentCount: Size of the other, at least 1.
  /// - Throws: `StatisticsError.Problem.outOfRange` for a statistic outside [0, 1] or an empty
  ///   sample.
  /// - Complexity: O(n₁ n₂ d) time and O(min(n₁, n₂)) memory for the exact method, at most some
  ///   5·10⁷ steps; else that of `kolmogorovSurvival(_:observations:)`.
  ///
  /// Source: J. L. Hodges, *Arkiv för Matematik* 3 (1958) 469; the choice of method follows SciPy's
  /// `ks_2samp(method="auto")`.
  package init(
    statistic: Double, referenceCount: Int, currentCount: Int
  ) throws(StatisticsError) {
    guard statistic >= 0, statistic <= 1 else {
      throw StatisticsError(.outOfRange("[0, 1]"), argument: "statistic")
    }
    guard referenceCount > 0 else {
      throw StatisticsError(.outOfRange("[1, ∞)"), argument: "referenceCount")
    }
    guard currentCount > 0 else {
      throw StatisticsError(.outOfRange("[1, ∞)"), argument: "currentCount")
    }
    self.statistic = statistic
    let larger = max(referenceCount, currentCount)
    let smaller = min(referenceCount, currentCount)
    if larger <= Self.largestExactSample {
      method = .exact
      pValue = exactTwoSampleSurvival(statistic, larger, smaller)
    } else {
      method = .asymptotic
      let equivalent = Double(larger) * (Double(smaller) / (Double(larger) + Double(smaller)))
      let rounded = Int(equivalent.rounded(.toNearestOrEven))
      pValue = kolmogorovSurvival(statistic, observations: max(rounded, 1))
    }
  }
}

/// P(D ≥ d) over all arrangements of two samples of the given sizes, m ≥ n.
func exactTwoSampleSurvival(_ d: Double, _ m: Int, _ n: Int) -> Double {
  let divisor = greatestCommonDivisor(m, n)
  let multiple = (m / divisor) * n
  let height = Int((d * Double(multiple)).rounded(.toNearestOrEven))
  if height == 0 { return 1 }
  let equivalent = Double(m) * Double(n) / Double(m + n)
  // Beyond this the bound of Dvoretzky, Kiefer, Wolfowitz and Massart is far below the smallest
  // number.
  if 2 * equivalent * d * d > 800 { return 0 }
  if m == n { return equalSizesSurvival(height: height, size: n) }
  return pathsOutsideShare(height: height, m, n, divisor: divisor)
}

/// Share of the lattice paths from (0, 0) to (m, n) that reach |x/m − y/n| ≥ height/lcm(m, n).
///
/// The share for all paths to (x, y) is 1 on and outside the boundary, and inside it the mean of
/// the shares one step before, weighted by how many paths come from there. All terms are positive,
/// so small shares keep their digits.
private func pathsOutsideShare(height: Int, _ m: Int, _ n: Int, divisor: Int) -> Double {
  let xStep = n / divisor
  let yStep = m / divisor
  var shares = [Double](repeating: 1, count: n + 1)
  for x in 0...m {
    // |x·xStep − y·yStep| < height
    let low = x * xStep - height + 1
    let first = low <= 0 ? 0 : (low + yStep - 1) / yStep
    let last = min((x * xStep + height - 1) / yStep, n)
    guard first <= last else { continue }
    var left = first == 0 ? 0 : 1.0
    let fromX = Double(x)
    for y in first...last {
      let fromY = Double(y)
      let steps = fromX + fromY
      left = steps == 0 ? 0 : (fromX * shares[y] + fromY * left) / steps
      shares[y] = left
    }
  }
  return min(shares[n], 1)
}

/// The same share for two samples of equal size, in closed form.
///
///     2 Σₖ₌₁ (−1)ᵏ⁻¹ C(2n, n − kh) / C(2n, n)
///
/// Source: B. V. Gnedenko and V. S. Korolyuk, *Doklady Akad. Nauk SSSR* 80 (1951) 525.
private func equalSizesSurvival(height h: Int, size n: Int) -> Double {
  var sum = 0.0
  var ratio = 1.0
  var sign = 1.0
  for j in 0..<n {
    ratio *= Double(n - j) / Double(n + j + 1)
    if (j + 1).isMultiple(of: h) {
      sum += sign * ratio
      sign = -sign
    }
  }
  return min(2 * sum, 1)
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (large, small) = (a, b)
  while small != 0 {
    (large, small) = (small, large % small)
  }
  return large
}
