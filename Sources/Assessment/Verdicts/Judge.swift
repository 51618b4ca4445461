import Profiling

/// Holds metric values against expectations.
///
/// A breach needs evidence: the value lies beyond the limit, and so does its whole interval; for
/// the distance of a column a test, adjusted for the number of columns, has to rule out chance as
/// well. Beyond the limit without that evidence is worth a look. A distance that chance alone
/// explains is no suspicion: it is above 0 for any two samples, and further so the fewer the rows.
package struct Judge: Sendable {
  private let minimumRows: Int
  private let evidence: EvidenceRule

  package init(minimumRows: Int, evidence: EvidenceRule = .interval) {
    self.minimumRows = minimumRows
    self.evidence = evidence
  }

  /// What follows from a value, and why.
  package struct Verdict: Hashable, Sendable {
    package let status: Status
    package let rule: VerdictRule

    init(_ status: Status, _ rule: VerdictRule) {
      self.status = status
      self.rule = rule
    }
  }

  /// The status of one value under one expectation.
  package func status(of value: MetricValue, under expectation: Expectation) -> Status {
    verdict(on: value, under: expectation).status
  }

  /// The verdict on one value under one expectation.
  ///
  /// No value because there are no rows or labels is `missing`; a value from fewer rows than the
  /// minimum, or one that is undefined for so few or kept back, is `insufficient`. Otherwise the limits decide,
  /// and only on the side on which they stand; an improvement is never a fault.
  ///
  /// - Parameters:
  ///   - significance: Of the column that a distance is about; `nil` where no test was made.
  ///   - referenceCount: Values of the reference that the value is held against; `nil` for none.
  package func verdict(
    on value: MetricValue, under expectation: Expectation, significance: Significance? = nil,
    referenceCount: Int? = nil
  ) -> Verdict {
    guard value.estimate.value != nil else {
      let reason = value.estimate.reason ?? .noValues
      switch reason {
      case .tooFewRows, .oneClass, .undefined, .notCounted, .withheld:
        return Verdict(.insufficient, .noValue(reason))
      default: return Verdict(.missing, .noValue(reason))
      }
    }
    // Counts of rows are their own evidence: few rows is what they are there to tell.
    if value.count < minimumRows, !value.key.metric.isRowCount {
      return Verdict(.insufficient, .tooFewRows(count: value.count, minimum: minimumRows))
    }
    if let referenceCount, referenceCount < minimumRows {
      return Verdict(
        .insufficient, .tooFewReferenceRows(count: referenceCount, minimum: minimumRows))
    }
    guard let crossing = expectation.crossing(by: value) else {
      return Verdict(.ok, expectation.hasLimit ? .inside : .noLimit)
    }
    if expectation.isImprovement(value) {
      // Who writes a limit on the good side wants to know, as of a result too good to be true.
      return Verdict(
        expectation.origin == .configured ? .watch : .ok, .improvement(crossing))
    }
    let proof = proof(of: crossing, by: value, under: expectation, significance)
    return Verdict(Self.status(of: crossing, proof, value), .beyond(crossing, proof))
  }

  private func proof(
    of crossing: VerdictRule.Crossing, by value: MetricValue, under expectation: Expectation,
    _ significance: Significance?
  ) -> VerdictRule.Proof {
    guard evidence == .interval else { return .valueAlone }
    let isWhole = value.estimate.interval.map(crossing.contains)
    guard value.key.metric.isDistance else {
      // A limit that nobody agreed to must not accuse without evidence; one that somebody wrote
      // counts for a metric without an interval too.
      if isWhole == nil, case .referenceChunks = expectation.origin { return .untestable }
      return isWhole.map { $0 ? .wholeInterval : .intervalReaches } ?? .valueAlone
    }
    if let adjusted = significance?.adjusted, adjusted >= Significance.chanceLevel {
      return .chance(adjusted)
    }
    if isWhole == false { return .intervalReaches }
    if let adjusted = significance?.adjusted {
      return adjusted < Significance.breachLevel ? .significant(adjusted) : .inconclusive(adjusted)
    }
    return isWhole == nil ? .untestable : .wholeInterval
  }

  private static func status(
    of crossing: VerdictRule.Crossing, _ proof: VerdictRule.Proof, _ value: MetricValue
  ) -> Status {
    switch proof {
    case .chance: .ok
    case .valueAlone, .wholeInterval, .significant: crossing.kind == .limit ? .breach : .watch
    case .inconclusive, .untestable: .watch
    case .intervalReaches:
      // A look is due from the value alone, but a distance grows with chance when rows are few.
      crossing.kind == .watch && value.key.metric.isDistance ? .ok : .watch
    }
  }
}

extension Expectation {
  /// The first limit that the value has passed: agreed ones before those that only ask for a look.
  func crossing(by value: MetricValue) -> VerdictRule.Crossing? {
    guard let number = value.estimate.value else { return nil }
    if let minimum, number < minimum { return .init(.below, minimum, .limit) }
    if let maximum, number > maximum { return .init(.above, maximum, .limit) }
    if let watchBelow, number < watchBelow { return .init(.below, watchBelow, .watch) }
    if let watchAbove, number > watchAbove { return .init(.above, watchAbove, .watch) }
    return nil
  }

  var hasLimit: Bool { [minimum, maximum, watchBelow, watchAbove].contains { $0 != nil } }

  /// True when a value beyond a limit is better than all that the limits admit, or, for a quantity
  /// with one best value, no further from it than what they admit.
  func isImprovement(_ value: MetricValue) -> Bool {
    guard let number = value.estimate.value, let crossing = crossing(by: value) else {
      return false
    }
    let direction = metric.definition.direction
    switch direction {
    case .higherIsBetter: return crossing.side == .above
    case .lowerIsBetter: return crossing.side == .below
    case .neutral: return false
    case .zeroIsBest, .oneIsBest:
      return [minimum, maximum, watchBelow, watchAbove].compactMap { $0 }
        .allSatisfy { (direction.gain(from: $0, to: number) ?? -1) >= 0 }
    }
  }
}

extension Metric {
  /// True for the metrics that count rows, for which few rows is the message itself.
  var isRowCount: Bool {
    switch self {
    case .rowCount, .labelCount, .labelCoverage, .duplicateIdCount, .malformedRowCount,
      .requestCount:
      true
    default: false
    }
  }
}
