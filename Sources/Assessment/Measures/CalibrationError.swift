import Profiling
import Statistics

/// How far predicted probabilities are from what happened, over ten equally wide bins.
///
///     ECE = Σ_b n_b/n · |mean outcome of b − mean probability of b|
///
/// Bins are (0, 0.1], (0.1, 0.2], …, the first with 0; their edges are the doubles that NumPy's
/// `linspace` gives, so that a probability at an edge falls as in scikit-learn.
///
/// Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, *AAAI* 2015.
struct CalibrationError {
  /// The rows of one bin and outcome.
  private struct Cell {
    var count = 0
    var scoreSum = 0.0
  }

  static let binCount = 10
  /// The cells are few, so that limits are steady to about a tenth of their distance.
  private static let replicates = 400
  /// Equal counts give equal limits.
  private static let seed: UInt64 = 0x4543_4520_6269_6E73

  /// Two cells a bin: rows in which the class came true, then the others.
  private let cells: [Cell]

  /// Rows with a probability.
  var count: Int { cells.reduce(0) { $0 + $1.count } }

  /// Scores outside [0, 1] are no probabilities and left out.
  init(positives: ValueCounts, negatives: ValueCounts) {
    var cells = [Cell](repeating: Cell(), count: 2 * Self.binCount)
    for (offset, counts) in [positives, negatives].enumerated() {
      for entry in counts.entries where (0...1).contains(entry.value) {
        let cell = 2 * Self.bin(of: entry.value) + offset
        cells[cell].count += entry.count
        cells[cell].scoreSum += entry.value * Double(entry.count)
      }
    }
    self.cells = cells
  }

  /// The error with the percentiles of resamples of the rows; `nil` without rows.
  ///
  /// Rows are drawn by bin and outcome, whose mean probability stays: within a bin probabilities
  /// differ by at most a tenth, outcomes by one.
  func estimate(confidence: ConfidenceLevel) throws(StatisticsError) -> Estimate? {
    guard count > 0 else { return nil }
    let means = cells.map { $0.count > 0 ? $0.scoreSum / Double($0.count) : 0 }
    let interval = try bootstrapInterval(
      tables: [cells.map(\.count)], replicates: Self.replicates, level: confidence,
      seed: Self.seed
    ) { tables in
      Self.error(counts: tables[0], means: means)
    }
    guard let bounds = interval.value?.interval else { return nil }
    let value = Self.error(counts: cells.map(\.count), means: means)
    // The resamples' errors are larger than the rows' own by chance; the interval holds the value.
    return .value(
      value, interval: Interval(lower: min(bounds.lower, value), upper: max(bounds.upper, value)))
  }

  private static func error(counts: [Int], means: [Double]) -> Double {
    var sum = 0.0
    var rows = 0
    for bin in 0..<binCount {
      let (came, others) = (counts[2 * bin], counts[2 * bin + 1])
      let promised = Double(came) * means[2 * bin] + Double(others) * means[2 * bin + 1]
      sum += (Double(came) - promised).magnitude
      rows += came + others
    }
    return sum / Double(rows)
  }

  /// The bin that a probability falls into.
  static func bin(of probability: Double) -> Int {
    (1..<binCount).first { probability <= Double($0) * 0.1 }.map { $0 - 1 } ?? binCount - 1
  }
}
