/// The one verdict on one question: a metric value held against its expectation, with everything
/// that speaks for it.
///
/// It is made once, by ``Judge``; pages, export and exit codes only show it. An object, since lists of
/// findings are sifted and sorted for every page, and its parts are many.
package final class Finding: Sendable {
  /// Estimate, interval and count.
  package let value: MetricValue
  package let expectation: Expectation
  package let status: Status
  /// Why it has that status.
  package let rule: VerdictRule
  /// How far the value is from that of the reference; `nil` where there is nothing to compare.
  package let effect: Effect?
  /// Whether chance explains the drift of a column; `nil` for other findings, and where no test
  /// could be made.
  package let significance: Significance?
  /// For how many periods in a row, this one included, the status has been `breach` or `watch`;
  /// 0 when it is neither.
  package let periodsInARow: Int

  package init(
    value: MetricValue, expectation: Expectation, status: Status, rule: VerdictRule? = nil,
    effect: Effect? = nil, significance: Significance? = nil, periodsInARow: Int
  ) {
    self.value = value
    self.expectation = expectation
    self.status = status
    self.rule = rule ?? expectation.crossing(by: value).map { .beyond($0, .valueAlone) } ?? .inside
    self.effect = effect
    self.significance = significance
    self.periodsInARow = periodsInARow
  }

  /// Which way is good.
  package var direction: MetricDefinition.Direction { expectation.metric.definition.direction }

  /// True when the value lies beyond its limit without the evidence that a breach needs.
  package var isUnproven: Bool { status == .watch && rule.crossing?.kind == .limit }
}

extension Finding: Hashable {
  package static func == (left: Finding, right: Finding) -> Bool {
    left === right
      || left.value == right.value && left.expectation == right.expectation
        && left.status == right.status && left.rule == right.rule && left.effect == right.effect
        && left.significance == right.significance && left.periodsInARow == right.periodsInARow
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(expectation)
    hasher.combine(status)
    hasher.combine(rule)
    hasher.combine(effect)
    hasher.combine(significance)
    hasher.combine(periodsInARow)
  }
}

extension Sequence<Finding> {
  /// The status of a report that rests on these findings: the worst of them, in which drift weighs
  /// no more than `watch`.
  ///
  /// Drift says that the cases have changed, not that the answers have become worse. It is a reason
  /// to look or to have rows labelled; a model that answers as well as agreed is not broken by it.
  package var reportStatus: Status { Status.worst(of: map(\.weight)) }
}

extension Finding {
  /// What the finding counts for among others: its status, for drift `watch` at most.
  package var weight: Status {
    status == .breach && expectation.metric.definition.family == .drift ? .watch : status
  }
}
