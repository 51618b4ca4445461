import Assessment
import Profiling

/// How groups fare, one line for each attribute: who fares worst, by how much, how sure that is, how
/// it was before, and what the figures do not say.
struct FairnessOverview {
  let context: ReportContext

  /// `nil` where no attribute has groups.
  var view: FairnessOverviewView? {
    let comparisons = context.leading?.groupComparisons ?? []
    guard !comparisons.isEmpty, let figure = context.figure else { return nil }
    return FairnessOverviewView(
      paragraph: FairnessBuilder(context: context).paragraph, mistakes: mistakes(comparisons),
      table: TableView(
        [
          .text("By"), .number(metric.definition.title), .number("95 % interval"),
          .text("Least"), .text("Most"), .text("Chance?"),
          .number("\(context.noun.capitalizedFirst) before"), .number("Reference"),
        ], comparisons.map { row($0, figure) }),
      notes: [legend, leftOut(comparisons), agreed, provisional].compactMap { $0 })
  }

  private var isRegression: Bool { context.identity.task == .regression }

  private var metric: Metric { isRegression ? .meanErrorDifference : .demographicParityRatio }

  private func row(_ comparison: GroupComparison, _ figure: FigureText) -> [String] {
    let key = MetricKey(metric, slice: comparison.slice)
    let value = figure.record[key]
    let gap = value?.estimate.value == nil ? nil : comparison.gap(metric)
    func side(_ side: GroupComparison.Gap.Side) -> String {
      "\(side.slice.groupName) "
        + figure.rate(side, [isRegression ? .meanError : .favourableRate])
    }
    return [
      comparison.slice.attributeWords,
      value?.estimate.value == nil ? "not compared" : figure.short(value),
      figure.interval(value) ?? "none", gap.map { side($0.lowest) } ?? "none",
      gap.map { side($0.highest) } ?? "none", chance(gap), earlier(context.figureBefore, key),
      earlier(context.reference.map { FigureText($0, of: context.identity) }, key),
    ]
  }

  /// How far mistakes differ between groups, for attributes alone: two models with equal rates of
  /// good answers may still be wrong more often about one group.
  private func mistakes(_ comparisons: [GroupComparison]) -> String? {
    let sentences = comparisons.filter { $0.slice.parts.count == 1 }.compactMap { comparison in
      FairnessSentences(context: context, comparison: comparison).opportunity
        .map {
          "By \(comparison.slice.attributeWords), \($0.prefix(1).lowercased())\($0.dropFirst())"
        }
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func chance(_ gap: GroupComparison.Gap?) -> String {
    guard let gap else { return "none" }
    return gap.test.map { $0.isSignificant ? "unlikely (\($0.words))" : "possible (\($0.words))" }
      ?? "not tested"
  }

  private func earlier(_ figure: FigureText?, _ key: MetricKey) -> String {
    guard let figure, let value = figure.record[key] else { return "none" }
    guard value.estimate.value != nil else { return "not compared" }
    return figure.short(value) + (figure.interval(value).map { " (\($0))" } ?? "")
  }

  private var legend: String {
    isRegression
      ? "The difference is that of the two groups whose predictions are furthest apart in their mean "
        + "error. 0 means alike."
      : "The ratio is the lowest rate of the favourable answer divided by the highest. 1 means alike; "
        + "below four fifths (0.8) a gap deserves an explanation."
  }

  /// Whom the comparison leaves out, by number alone: the tables below have the names.
  private func leftOut(_ comparisons: [GroupComparison]) -> String? {
    let few = count(comparisons) { $0 == .tooFewRows }
    let hidden = count(comparisons) { $0 == .keptBack }
    let sentences = [
      few.map {
        "Groups with fewer than \(context.identity.minimumRows) rows are not compared: \($0)."
      },
      hidden.map { "Nor are groups that are not published, to protect small ones: \($0)." },
    ].compactMap { $0 }
    guard few == nil, let only = hidden else {
      return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
    return "Groups that are not published, to protect small ones, are not compared: \(only)."
  }

  /// Such as `3 of 7 by race and 1 of 2 by sex`.
  private func count(
    _ comparisons: [GroupComparison], _ isCounted: (GroupComparison.Standing) -> Bool
  ) -> String? {
    let parts = comparisons.compactMap { comparison -> String? in
      let number = comparison.groups.count { isCounted($0.standing) }
      guard number > 0 else { return nil }
      return "\(number) of \(comparison.groups.count) by \(comparison.slice.attributeWords)"
    }
    return parts.isEmpty ? nil : Plural.list(parts)
  }

  /// Whether anybody has said what these figures should be.
  private var agreed: String {
    let protected = Set(context.identity.protectedAttributes)
    let own = context.findings.filter { finding in
      finding.value.key.slice.parts.contains { protected.contains($0.attribute) }
    }
    guard !own.isEmpty else {
      return "No limit is agreed for groups of people, so none of these figures is judged."
    }
    let broken = own.count { $0.status == .breach || $0.status == .watch }
    let hidden = own.count { $0.value.estimate.isWithheld }
    var sentence =
      "\(Plural.count(own.count, "expectation")) \(own.count == 1 ? "is" : "are") about groups of "
      + "people; \(broken == 0 ? "none of them is" : "\(broken) of them \(broken == 1 ? "is" : "are")") "
      + "missed or worth a look."
    if hidden > 0 {
      sentence +=
        " The verdict on \(hidden) is not published, as it would tell of a small group: "
        + "the operator of the model has it."
    }
    return sentence
  }

  private var provisional: String? {
    guard context.isProvisional, isRegression else { return nil }
    return "These figures rest on outcomes and are provisional: not all labels have come."
  }
}

/// What stands above all tables of groups.
struct FairnessOverviewView: View {
  /// What it comes to, in plain words.
  let paragraph: String?
  /// How far apart the groups are in mistakes.
  let mistakes: String?
  let table: TableView?
  let notes: [String]
}
