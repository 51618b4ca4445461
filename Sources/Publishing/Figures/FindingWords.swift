import Assessment
import Profiling

/// A finding in words.
struct FindingWords: Sendable {
  let finding: Finding
  let figure: FigureText
  let periodKind: PeriodKind
  /// For how many periods in a row the same limit has been passed, this one included.
  let run: Int

  func limit(_ value: Double) -> String { figure.limit(value, of: finding.expectation) }

  /// One sentence with value, limit and how long it has been so.
  var sentence: String {
    let subject = finding.value.key.subject
    guard !figure.suppression.hides(finding.value) else {
      return "\(subject) is not published, as it would tell of a group that is too small."
    }
    guard finding.value.estimate.value != nil else {
      return "\(subject) could not be judged: \(figure.short(finding.value))."
    }
    // "Stood at" spares a second list that says which titles are plural.
    var text = "\(subject) stood at \(figure.full(finding.value))"
    if let relation { text += ", \(relation)" }
    if run > 1, relation != nil {
      text += ", for the \(Plural.ordinal(run)) \(periodKind.noun) in a row"
    }
    text += "."
    if let evidence { text += " \(evidence)" }
    return text
  }

  /// True for a value beyond its limit whose interval still holds values inside, unless it has
  /// lasted: three periods in a row are seldom chance.
  var mayBeChance: Bool {
    guard finding.status == .breach || finding.isUnproven, run < 3,
      let interval = finding.value.estimate.interval
    else { return false }
    let low = finding.expectation.minimum ?? -.infinity
    let high = finding.expectation.maximum ?? .infinity
    return interval.upper >= low && interval.lower <= high
  }

  /// Where the value stands, such as `below the agreed minimum of 0.65`; `nil` when all is well.
  var relation: String? {
    guard let value = finding.value.estimate.value else { return nil }
    let expectation = finding.expectation
    if let minimum = expectation.minimum, value < minimum {
      return "\(just(value, minimum))below the \(set) minimum of \(limit(minimum))"
    }
    if let maximum = expectation.maximum, value > maximum {
      return "\(just(value, maximum))above the \(set) maximum of \(limit(maximum))"
    }
    if let watch = expectation.watchBelow, value < watch {
      return "\(just(value, watch))below \(limit(watch)), from where on it is worth a look"
    }
    if let watch = expectation.watchAbove, value > watch {
      return "\(just(value, watch))above \(limit(watch)), from where on it is worth a look"
    }
    return nil
  }

  /// `agreed` for a limit that somebody wrote down, `default` for others.
  private var set: String {
    finding.expectation.origin == .configured ? "agreed" : "default"
  }

  /// The rule as a table shows it, such as `at least 0.65, a look below 0.68`.
  var agreed: String { finding.expectation.agreed(limit) }

  /// Who set the rule.
  var origin: String {
    switch finding.expectation.origin {
    case .configured: "agreed in the configuration"
    case .referenceChunks(let count):
      "default: mean ± 3 standard deviations over \(Plural.count(count, "part")) of the reference"
    case .convention: "default: usual cut-off in the field"
    }
  }

  /// Rounding must not make a sentence contradict itself ("0.650, below 0.650").
  private func just(_ value: Double, _ bound: Double) -> String {
    figure.short(finding.value) == figure.text(bound, as: finding.value) ? "just " : ""
  }
}

extension Expectation {
  /// One of its limits as text: what somebody chose with the digits they chose, what was derived
  /// from the reference rounded like any measured number.
  func text(ofLimit value: Double) -> String {
    let style = NumberStyle(metric)
    return isDerived ? style.text(value) : style.limit(value)
  }

  /// All of its limits, in the unit of the metric.
  var limits: [Double] { [minimum, maximum, watchBelow, watchAbove].compactMap { $0 } }

  /// Whether its limits come from the reference, and nobody chose their digits.
  var isDerived: Bool {
    if case .referenceChunks = origin { true } else { false }
  }

  /// The rule as a table shows it, such as `at least 0.65, a look below 0.68`.
  var agreed: String { agreed(text(ofLimit:)) }

  /// The same with limits as another form has them.
  func agreed(_ text: (Double) -> String) -> String {
    var rules: [String] = []
    switch (minimum, maximum) {
    case (let low?, let high?): rules.append("\(text(low)) to \(text(high))")
    case (let low?, nil): rules.append("at least \(text(low))")
    case (nil, let high?): rules.append("at most \(text(high))")
    case (nil, nil): break
    }
    if let watchBelow { rules.append("a look below \(text(watchBelow))") }
    if let watchAbove { rules.append("a look above \(text(watchAbove))") }
    return rules.isEmpty ? "no limit" : rules.joined(separator: ", ")
  }
}
