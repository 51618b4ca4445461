import Assessment
import Profiling

/// Who was left out of a comparison, and what limits its numbers.
struct FairnessNotes {
  let context: ReportContext
  let comparison: GroupComparison

  var all: [String] {
    [measure, small, hidden, partlyHidden, unknown, labels, keptBack].compactMap { $0 }
  }

  private var measure: String? {
    guard let privileged = comparison.privileged else { return nil }
    let how =
      switch comparison.privilegedOrigin {
      case .configured: "as configured"
      case .favouredInReference: "the group with the highest favourable rate of the reference"
      case .favouredNow: "the group with the highest favourable rate of the \(context.noun)"
      }
    return "Impact ratios compare with \(privileged.groupName) (\(how))."
  }

  private var small: String? {
    let groups = comparison.groups.filter { $0.standing == .tooFewRows }
    guard !groups.isEmpty else { return nil }
    return "Left out of the comparison with fewer than \(context.identity.minimumRows) rows: "
      + list(groups) + "."
  }

  private var unknown: String? {
    let groups = comparison.groups.filter { $0.standing == .unknown }
    guard !groups.isEmpty else {
      return "The attribute is known for everybody."
    }
    return "Shown but not compared, because the attribute is not known: "
      + list(groups) + "."
  }

  private var labels: String? {
    guard context.isProvisional else { return nil }
    return "Rates that rest on outcomes are provisional: not all labels have come."
  }

  private var keptBack: String? {
    guard let figure = context.figure else { return nil }
    let hidden = comparison.groups.filter { figure.suppression.hides($0.slice) }
    guard !hidden.isEmpty else { return nil }
    guard hidden.contains(where: { !figure.suppression.countText($0.slice).hasPrefix("<") }) else {
      return nil
    }
    return
      "Groups marked “not published” are large enough to be shown, but from their figures those of "
      + "the small groups could be worked out."
  }

  /// Groups that take no part in any measure.
  private var hidden: String? {
    let groups = comparison.groups.filter { $0.standing == .keptBack }
    guard !groups.isEmpty else { return nil }
    return "Left out of the comparison, as their figures are not published: "
      + list(groups) + ". A gap between one of them and another group does not show here."
  }

  /// Groups that are compared by what is predicted for them, but not by their outcomes.
  private var partlyHidden: String? {
    guard let figure = context.figure else { return nil }
    let groups = comparison.groups.filter { group in
      group.standing == .compared
        && comparison.compared.contains { compared in
          !compared.slices.contains(group.slice) && compared.metric.restsOnLabels
            && figure.record.hidesOutcomes(of: group.slice)
        }
    }
    guard !groups.isEmpty else { return nil }
    return "Left out of some measures that rest on outcomes, as too few people stand behind a part "
      + "of their figures: \(list(groups, withRows: false))."
  }

  /// Groups with their rows. Names of intersections have commas, so that
  /// another sign must part them.
  private func list(_ groups: [GroupComparison.Group], withRows: Bool = true) -> String {
    let items = groups.map { group in
      group.slice.groupName + (withRows ? " (\(rows(group)))" : "")
    }
    return items.contains { $0.contains(", ") }
      ? items.joined(separator: "; ") : Plural.list(items)
  }

  private func rows(_ group: GroupComparison.Group) -> String {
    if let rows = group.rows { return Plural.count(rows, "row") }
    guard let figure = context.figure else { return "not published" }
    let text = figure.suppression.countText(group.slice)
    return text.hasPrefix("<") ? "\(text) rows" : text
  }
}

extension ArmRecord {
  /// Whether a figure of the group that rests on labels is kept back.
  fileprivate func hidesOutcomes(of slice: Slice) -> Bool {
    values.contains {
      $0.key.slice == slice && $0.key.metric.restsOnLabels && $0.estimate.isWithheld
    }
  }
}
