package import Assessment
import Profiling

/// Why a finding has its status, in words that need nothing else.
package struct VerdictText: Sendable {
  private let finding: Finding
  /// The figure beside which limits stand; `nil` for none.
  private let figure: FigureText?

  package init(_ finding: Finding) {
    self.init(finding, beside: nil)
  }

  init(_ finding: Finding, beside figure: FigureText?) {
    self.finding = finding
    self.figure = figure
  }

  /// The rule that led to the status, such as `outside: the whole 95 % interval lies above 0.25`.
  package var rule: String { finding.status == .breach ? "outside: \(basis)" : basis }

  var basis: String {
    switch finding.rule {
    case .noLimit: "nothing is expected"
    case .noValue(let reason): reason.description
    case .tooFewRows(let count, let minimum):
      "only \(Plural.count(count, "row")), \(NumberText.grouped(minimum)) needed"
    case .tooFewReferenceRows(let count, let minimum):
      "the reference has only \(Plural.count(count, "row")), \(NumberText.grouped(minimum)) needed"
    case .inside: "inside the limits"
    case .improvement(let crossing): "\(place(crossing)), on the good side"
    case .beyond(let crossing, let proof): reason(crossing, proof)
    }
  }

  private func reason(
    _ crossing: VerdictRule.Crossing, _ proof: VerdictRule.Proof
  ) -> String {
    switch proof {
    case .valueAlone: place(crossing)
    case .wholeInterval: "the whole 95 % interval lies \(place(crossing))"
    case .intervalReaches:
      "\(place(crossing)), but the 95 % interval reaches across that limit"
    case .significant(let p):
      "\(place(crossing)), and not explained by chance (adjusted p \(Self.text(p)))"
    case .inconclusive(let p):
      "\(place(crossing)), but chance is not ruled out (adjusted p \(Self.text(p)), "
        + "below \(Significance.breachLevel) needed)"
    case .chance(let p):
      "\(place(crossing)), as chance alone explains (adjusted p \(Self.text(p)))"
    case .untestable: "\(place(crossing)), but nothing tells how sure the value is"
    }
  }

  func place(_ crossing: VerdictRule.Crossing) -> String {
    let bound =
      figure?.limit(crossing.bound, of: finding.expectation)
      ?? finding.expectation.text(ofLimit: crossing.bound)
    return switch crossing.side {
    case .below: "below \(bound)"
    case .above: "above \(bound)"
    }
  }

  static func text(_ pValue: Double) -> String { NumberStyle(unit: .pValue).text(pValue) }
}

extension FindingWords {
  /// The status, in words that are true of why there is no verdict.
  var status: String {
    guard finding.status == .insufficient else { return finding.status.words }
    return switch finding.value.estimate.reason {
    case .oneClass, .undefined, .notCounted: "not judged"
    case .withheld: "not published"
    default: finding.status.words
    }
  }

  private var verdict: VerdictText { VerdictText(finding, beside: figure) }

  /// The status with its reason, where there is more to say than that all is well.
  var standing: String {
    let basis = verdict.basis
    return switch finding.rule {
    case .improvement, .beyond, .tooFewReferenceRows: "\(finding.status.words): \(basis)"
    case .noValue(.oneClass):
      AlikeOutcomes.isOfOneClass(figure.record) == true
        ? "not judged: all outcomes are alike" : "not judged: only one class occurs"
    case .noValue(.undefined(let because)): "not judged: \(because)"
    case .noLimit, .noValue, .tooFewRows, .inside: status
    }
  }

  /// The same for tables that have the adjusted p-value in a column of its own.
  var standingBesideP: String {
    guard case .beyond(let crossing, let proof) = finding.rule else { return standing }
    let place = "\(finding.status.words): \(verdict.place(crossing))"
    return switch proof {
    case .significant: place
    case .inconclusive: "\(place), but chance is not ruled out"
    case .chance: "\(place), as chance alone explains"
    case .valueAlone, .wholeInterval, .intervalReaches, .untestable: standing
    }
  }

  /// What the evidence adds to a sentence that has named value and limit; `nil` when it adds nothing.
  var evidence: String? {
    if mayBeChance {
      return "The interval reaches across the limit, so chance alone may explain it."
    }
    guard case .beyond(_, let proof) = finding.rule else { return nil }
    switch proof {
    case .significant(let p):
      return "Chance does not explain it (adjusted p \(VerdictText.text(p)))."
    case .inconclusive(let p): return "Chance is not ruled out (adjusted p \(VerdictText.text(p)))."
    case .untestable: return "Nothing tells how sure this is."
    case .valueAlone, .wholeInterval, .intervalReaches, .chance: return nil
    }
  }
}

extension EvidenceRule {
  /// What a breach needs, as a fact at the end of a report.
  var words: String {
    switch self {
    case .interval:
      "the value and, where it has one, its whole 95 % interval beyond the limit; for drift of a column also a "
        + "p-value, adjusted for the number of columns, below \(Significance.breachLevel)"
    case .point: "the value beyond the limit, whatever its interval"
    }
  }
}
