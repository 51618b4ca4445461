package import Assessment

extension Effect {
  /// How far a value is from the reference, such as `0.312 standard deviations`, `0.190 of at most
  /// 0.833` or `−0.069 from 0.710 (worse)`.
  ///
  /// - Parameter decimals: Those of the value. `nil` for the usual ones of its size, or for a
  ///   difference of its larger side.
  package func words(for metric: Metric, decimals: Int? = nil) -> String {
    let style = NumberStyle(metric)
    guard let reference else {
      let size = style.text(size, decimals: decimals)
      if metric == .normalisedWassersteinDistance { return "\(size) standard deviations" }
      guard let highest = metric.definition.highest else { return size }
      return "\(size) of at most \(style.text(highest))"
    }
    if outcome == .same { return "no change from \(style.text(reference, decimals: decimals))" }
    let difference = style.difference(
      size, between: reference, and: reference + size, decimals: decimals)
    return "\(difference) from \(style.text(reference, decimals: decimals))"
      + (judgement.map { " (\($0))" } ?? "")
  }

  private var judgement: String? {
    switch outcome {
    case .better: "better"
    case .worse: "worse"
    case .same, .changed: nil
    }
  }
}

extension FindingWords {
  /// How far the value is from the reference; `nil` where there is nothing to compare, or the group
  /// is too small to be published.
  var effect: String? {
    guard !figure.suppression.hides(finding.value) else { return nil }
    return finding.effect?.words(
      for: finding.expectation.metric, decimals: figure.decimals(finding.value))
  }

  /// The same as a sentence, for a value that the reference has as well.
  var effectSentence: String? {
    guard finding.effect?.reference != nil, let effect else { return nil }
    return "Against the reference: \(effect)."
  }
}
