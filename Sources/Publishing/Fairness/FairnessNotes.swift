import Assessment
import Profiling

/// Who was left out of a comparison, and what limits its numbers.
struct FairnessNotes {
  let context: ReportContext
  let comparison: GroupComparison

  var all: [String] {
    [measure, small, unknown, labels, keptBack, withoutInterval].compactMap { $0 }
  }

  private var measure: String? {
    guard let privileged = comparison.privileged else { return nil }
    let how =
      switch comparison.privilegedOrigin {
      case .configured: "as configured"
      case .favouredInReference: "the group with the highest favourable rate of the reference"
      case .favouredNow: "the group with the highest favourable rate of the \(context.noun)"
      }
    return "Impact ratios compare with \(privileged.groupName), \(how)."
  }

  private var small: String? {
    let groups = comparison.groups.filter { $0.standing == .tooFewRows }
    guard !groups.isEmpty else { return nil }
    return "Left out of the comparison with fewer than \(context.identity.minimumRows) rows: "
      + Plural.list(groups.map { "\($0.slice.groupName) (\(rows($0)))" }) + "."
  }

  private var unknown: String? {
    let groups = comparison.groups.filter { $0.standing == .unknown }
    guard !groups.isEmpty else {
      return "The attribute is known for everybody."
    }
    return "Shown but not compared, because the attribute is not known: "
      + Plural.list(groups.map { "\($0.slice.groupName) (\(rows($0)))" }) + "."
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
      "Groups marked “not published” have more people than the small ones, and are kept back so "
      + "that those cannot be computed."
  }

  /// A measure of which the limits would tell of a hidden group.
  private var withoutInterval: String? {
    guard let figure = context.figure else { return nil }
    let values = figure.record.values.filter { $0.key.slice == comparison.slice }
    guard values.contains(where: { $0.estimate.value != nil && $0.estimate.interval == nil }),
      comparison.groups.contains(where: { group in
        figure.record.values.contains {
          $0.key.slice == group.slice && ($0.estimate.isWithheld || figure.suppression.hides($0))
        }
      })
    else { return nil }
    return "A measure without an interval was compared over groups that are not published as well."
  }

  private func rows(_ group: GroupComparison.Group) -> String {
    if let rows = group.rows { return Plural.count(rows, "row") }
    guard let figure = context.figure else { return "not published" }
    let text = figure.suppression.countText(group.slice)
    return text.hasPrefix("<") ? "\(text) rows" : text
  }
}
