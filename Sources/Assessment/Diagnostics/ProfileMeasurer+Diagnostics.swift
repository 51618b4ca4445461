import Profiling
import Statistics

extension ProfileMeasurer {
  /// The curves and counts behind the figures of performance, over all rows.
  ///
  /// - Parameter reference: Whose errors make the bins of a regression model; `nil` without one.
  func diagnostics(of profile: Profile, against reference: Profile?) -> Diagnostics {
    let arrival = Self.arrival(of: profile)
    switch profile.outcome.slices[.all]?.outcomes {
    case .binary(let binary)?:
      let hasScores = !schema.columns(of: .score).isEmpty
      return Diagnostics(
        ranking: hasScores ? ranking(of: binary) : nil,
        calibration: hasScores
          ? CalibrationBins(
            positives: binary.positiveScores, negatives: binary.negativeScores,
            isProbability: schema.scoreIsProbability, confidence: settings.confidence
          ).calibration : nil,
        confusion: confusion(of: binary), arrival: arrival)
    case .multiclass(let multiclass)?:
      return Diagnostics(confusion: ConfusionTable(multiclass).diagnostic, arrival: arrival)
    case .regression(let regression)?:
      return Diagnostics(
        errors: errors(of: regression, profile, against: reference), arrival: arrival)
    case nil: return Diagnostics(arrival: arrival)
    }
  }

  private func ranking(of outcomes: BinaryOutcomes) -> Diagnostics.Ranking? {
    CurvePlaces(positives: outcomes.positiveScores, negatives: outcomes.negativeScores).map {
      Diagnostics.Ranking(roc: $0.roc, precisionRecall: $0.precisionRecall)
    }
  }

  /// The other class of a binary model has no name of its own: whatever is not the positive one.
  private func confusion(of outcomes: BinaryOutcomes) -> Diagnostics.Confusion? {
    guard outcomes.count > 0 else { return nil }
    let positive = schema.positive ?? "positive"
    return Diagnostics.Confusion(
      classes: ["not \(positive)", positive],
      counts: [
        [outcomes.trueNegatives, outcomes.falsePositives],
        [outcomes.falseNegatives, outcomes.truePositives],
      ])
  }

  /// Cumulative shares of labels over all rows, by days since the prediction.
  private static func arrival(of profile: Profile) -> [Diagnostics.Place] {
    let entries = profile.outcome.delay.entries
    let rows = profile.input.rowCount
    guard rows > 0, let last = entries.last else { return [] }
    var arrived = 0
    var kept: [Diagnostics.Place] = []
    for entry in entries {
      arrived += entry.count
      let place = Diagnostics.Place(x: entry.value, y: Double(arrived) / Double(rows))
      let step = place.y - (kept.last?.y ?? -1)
      if step >= 1 / 58.0 || entry.value == last.value { kept.append(place) }
    }
    return kept
  }
}

// MARK: - Regression

extension ProfileMeasurer {
  private func errors(
    of outcomes: RegressionOutcomes, _ profile: Profile, against reference: Profile?
  ) -> Diagnostics.Errors? {
    guard outcomes.count > 0 else { return nil }
    var before: ValueCounts?
    if case .regression(let regression)? = reference?.outcome.slices[.all]?.outcomes,
      regression.count > 0
    {
      before = regression.absoluteErrors
    }
    return Diagnostics.Errors(
      byPrediction: errorsByPrediction(profile.outcome.losses),
      sizes: Self.sizes(outcomes.absoluteErrors, against: before),
      currentCount: outcomes.count, referenceCount: before?.total ?? 0)
  }

  private func errorsByPrediction(_ table: LossTable) -> [Diagnostics.Errors.Bin] {
    guard case .numeric(let anchors)? = schema.columns(of: .prediction).first?.kind else {
      return []
    }
    let edges = anchors.lossEdges
    guard table.bins.count == edges.count + 1 else { return [] }
    return table.bins.enumerated().filter { $0.element.absoluteError.count > 0 }.map { index, bin in
      Diagnostics.Errors.Bin(
        lower: index > 0 ? edges[index - 1] : nil,
        upper: index < edges.count ? edges[index] : nil, count: bin.absoluteError.count,
        meanAbsoluteError: .mean(
          of: bin.absoluteError, confidence: settings.confidence, whenEmpty: .noLabels))
    }
  }

  private static func sizes(
    _ current: ValueCounts, against reference: ValueCounts?
  ) -> [Distribution.Bin] {
    let sorted = (reference ?? current).sorted
    var edges: [Double] = []
    for decile in 1...9 {
      guard let edge = sorted.quantile(Double(decile) / 10), edge != edges.last else { continue }
      edges.append(edge)
    }
    let now = shares(current, edges: edges)
    let before = reference.map { shares($0, edges: edges) }
    return now.indices.map { index in
      Distribution.Bin(
        lower: index > 0 ? edges[index - 1] : 0, upper: index < edges.count ? edges[index] : nil,
        category: nil, current: now[index], reference: before?[index])
    }
  }

  /// Shares over right-closed bins.
  private static func shares(_ counts: ValueCounts, edges: [Double]) -> [Double] {
    var bins = [Int](repeating: 0, count: edges.count + 1)
    for entry in counts.entries {
      bins[edges.firstIndex { entry.value <= $0 } ?? edges.count] += entry.count
    }
    return bins.map { Double($0) / Double(max(counts.total, 1)) }
  }
}
