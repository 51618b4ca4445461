import Profiling

/// Averages over the classes of a model of what to expect without labels.
///
/// The classes are estimated one against the rest from the same rows, of which only the scores of
/// each class by itself are known. Their errors are therefore added as though they moved together,
/// which makes a band at least as wide as it has to be.
///
/// Source: NannyML 0.13.1, whose estimates of several classes are the same means, taken over
/// probabilities that are scaled to sum to 1 in each row; ours do so on average only.
struct ClassAverages {
  typealias Expected = ExpectedOutcomes.Expected

  /// One against the rest, class by class; at least one.
  let parts: [ExpectedOutcomes]

  /// The averages in catalogue order; `nil` where one is undefined.
  var all: [(metric: Metric, expected: Expected?, reason: String)] {
    [
      (.estimatedBalancedAccuracy, meanRecallOverExpected, "no class is expected"),
      // A class that is never predicted or expected counts as 0, as in scikit-learn.
      (.estimatedMacroPrecision, mean { $0.precision }, ""),
      (.estimatedMacroRecall, mean { $0.recall }, ""),
      (.estimatedMacroF1, mean { $0.f1 }, ""),
      (.estimatedWeightedF1, weightedF1, "no class is expected"),
      (.estimatedRocAucOvrMacro, meanArea, "a class is not expected at all"),
    ]
  }

  private func mean(_ quantity: (ExpectedOutcomes) -> Expected?) -> Expected? {
    Self.mean(parts.map { quantity($0) ?? Expected(value: 0, standardError: 0) })
  }

  private static func mean(_ list: [Expected]) -> Expected? {
    guard !list.isEmpty else { return nil }
    let count = Double(list.count)
    return Expected(
      value: list.reduce(0) { $0 + $1.value } / count,
      standardError: list.reduce(0) { $0 + $1.standardError } / count)
  }

  /// Classes that no row is expected to belong to are left out, as those without labels are of the
  /// realised balanced accuracy.
  private var meanRecallOverExpected: Expected? { Self.mean(parts.compactMap(\.recall)) }

  private var meanArea: Expected? {
    let areas = parts.compactMap(\.areaUnderCurve)
    return areas.count == parts.count ? Self.mean(areas) : nil
  }

  /// Σ wₖ·F1ₖ with wₖ the expected share of class k.
  private var weightedF1: Expected? {
    let sizes = parts.map { $0.truePositives + $0.falseNegatives }
    let total = sizes.reduce(0, +)
    guard total > 0 else { return nil }
    let scores = parts.map(\.f1Slopes)
    let value = zip(sizes, scores).reduce(0) { $0 + $1.0 / total * ($1.1?.value ?? 0) }
    let error = zip(parts, zip(sizes, scores)).reduce(0) { sum, entry in
      let (part, (size, score)) = entry
      guard let score else { return sum }
      // The weight moves with p as well as the score.
      let slopes = score.slopes.map { (size * $0 + score.value - value) / total }
      return sum + part.standardError(slopes)
    }
    return Expected(value: value, standardError: error)
  }
}
