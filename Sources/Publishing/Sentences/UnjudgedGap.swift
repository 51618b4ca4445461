import Assessment
import Profiling

/// Groups of people that fare differently by more than chance explains, while nobody has agreed how
/// far apart they may be.
///
/// No expectation speaks of such a gap, so a report that counts broken expectations would not
/// mention it. An officer for compliance has to hear of it first.
struct UnjudgedGap {
  let comparison: GroupComparison
  private let gap: GroupComparison.Gap
  private let value: MetricValue
  private let context: ReportContext

  /// Headings of the compliance report under which groups are compared.
  private static let sections: Set<String> = [
    "are-groups-treated-alike", "groups-of-protected-attributes",
  ]

  /// - Returns: `nil` where an expectation is about groups of people, where no attribute has a ratio
  ///   below four fifths that chance does not explain, or the groups cannot be compared.
  init?(context: ReportContext) {
    self.init(context.record, of: context)
  }

  /// The gap of a period, told in the report of a later one.
  init?(_ period: PeriodRecord, of context: ReportContext) {
    let protected = Set(context.identity.protectedAttributes)
    guard let record = period.leading, record.rowCount > 0, !record.groupComparisons.isEmpty,
      !record.findings.contains(where: { finding in
        finding.value.key.slice.parts.contains { protected.contains($0.attribute) }
      })
    else { return nil }
    // Attributes alone first: an intersection says more than there is room for.
    let byWidth = record.groupComparisons.enumerated().sorted {
      ($0.element.slice.parts.count, $0.offset) < ($1.element.slice.parts.count, $1.offset)
    }
    for comparison in byWidth.map(\.element) {
      let key = MetricKey(.demographicParityRatio, slice: comparison.slice)
      guard let value = record[key], let ratio = value.estimate.value,
        ratio < FairnessSentences.fourFifths, let gap = comparison.gap(key.metric),
        gap.test?.isSignificant ?? false
      else { continue }
      self.comparison = comparison
      self.gap = gap
      self.value = value
      self.context = context
      return
    }
    return nil
  }

  /// What was found.
  var sentence: String {
    let figure = context.figure
    let interval = figure?.interval(value).map { " (95 % interval \($0))" } ?? ""
    return
      "No limit is agreed for groups of people, and by \(comparison.slice.attributeWords) they "
      + "fare differently: \(gap.lowest.slice.groupName) got the good answer "
      + "\(figure?.short(value) ?? "less") times as often as \(gap.highest.slice.groupName)\(interval), "
      + "which chance does not explain."
  }

  /// What is asked; `nil` once somebody has put a decision about groups on record.
  var ask: String? {
    let isDecided = context.history.comments.hasDecision(
      through: context.period, isLatest: context.isLatest
    ) { subject in
      switch subject {
      case .section(let anchor): Self.sections.contains(anchor)
      case .figure(let figure), .incident(let figure):
        figure.metric.definition.family == .fairness
      }
    }
    if isDecided { return nil }
    return "Agree how far apart groups of people may be, or put on record why the gap between "
      + "\(gap.lowest.slice.groupName) and \(gap.highest.slice.groupName) is accepted."
  }
}
