import Assessment
import Profiling

/// Parts of sentences about findings, in the vocabulary of the reader.
struct FindingClauses {
  let context: ReportContext
  let isPlain: Bool

  /// What was found and what was agreed, such as `predictions were off by 13.7 on average, where at
  /// most 17.4 is agreed`.
  func clause(_ finding: Finding) -> String {
    guard let figure = context.figure, let value = finding.value.estimate.value,
      !figure.suppression.hides(finding.value)
    else { return "\(name(finding)) is not known" }
    if isPlain {
      let text = figure.short(finding.value)
      let clause = words(finding.value.key).past(text, value: value)
      guard finding.family != .drift else { return clause }
      return clause + (justBeyond(finding, text) ?? bound(finding).map { ", where \($0)" } ?? "")
    }
    return "\(finding.value.key.inlineSubject) stood at \(measurement(finding, figure))"
  }

  /// The same without a verb, such as `mean absolute error at 16.4, above the agreed maximum of 15`.
  func phrase(_ finding: Finding) -> String {
    guard let figure = context.figure, finding.value.estimate.value != nil,
      !figure.suppression.hides(finding.value)
    else { return name(finding) }
    return "\(finding.value.key.inlineSubject) at \(measurement(finding, figure))"
  }

  /// The number with interval and rows, and where it stands.
  private func measurement(_ finding: Finding, _ figure: FigureText) -> String {
    let interval = figure.interval(finding.value).map { "95 % interval \($0)" }
    let isCount = finding.value.key.metric.definition.unit == .count
    let notes = [interval, isCount ? nil : Plural.count(finding.value.count, "row")]
      .compactMap { $0 }
    let brackets = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    return figure.short(finding.value) + brackets
      + (context.words(finding)?.relation.map { ", \($0)" } ?? "")
  }

  /// The measure in a list.
  func name(_ finding: Finding) -> String { name(of: finding.value.key) }

  func name(of key: MetricKey) -> String { isPlain ? words(key).noun : key.inlineSubject }

  /// `agreed` for what somebody wrote down, `expected` for a default.
  func agreedWord(_ finding: Finding) -> String {
    finding.expectation.origin == .configured ? "agreed" : "expected"
  }

  /// Said where a finding is about a part of the rows.
  func some(_ finding: Finding) -> String {
    finding.value.key.slice.isGroup ? "some cases " : ""
  }

  /// Why a value beyond its limit is no breach.
  func doubt(_ finding: Finding) -> String {
    if case .beyond(_, .untestable) = finding.rule { return "but nothing tells how sure that is" }
    let run = context.run(of: finding)
    return run >= 3
      ? "and that for the \(Plural.ordinal(run)) \(context.noun) in a row"
      : "but chance may explain \(crossed(finding))"
  }

  /// The same as a sentence; `nil` where its duration, which another sentence tells, is the evidence.
  func doubtSentence(_ finding: Finding) -> String? {
    if case .beyond(_, .untestable) = finding.rule { return "Nothing tells how sure that is." }
    return context.run(of: finding) >= 3 ? nil : "Chance may explain \(crossed(finding))."
  }

  /// Said where one measure of several is outside its limits, and the one that stands for the model
  /// is not.
  func respect(_ finding: Finding) -> String {
    guard let metric = context.history.primary, finding.value.key.metric != metric,
      finding.value.key.slice.isAll,
      context.findings.contains(where: { $0.value.key == MetricKey(metric) && $0.status == .ok })
    else { return "" }
    let outside = context.findings.filter {
      $0.family.isPerformance && ($0.status == .breach || $0.isDoubtful)
    }
    return outside.count == 1 ? " in one respect" : " in some respects"
  }

  /// What chance does or does not explain, such as `that it is above the limit`: a change since the
  /// period before is another question.
  func crossed(_ finding: Finding) -> String {
    guard let crossing = finding.rule.crossing else { return "that" }
    return "that it is \(crossing.side == .below ? "below" : "above") the limit"
  }

  /// For how long it has been so, such as `, for the third month in a row`.
  func lasting(_ finding: Finding) -> String {
    let run = context.run(of: finding)
    return run > 1 ? ", for the \(Plural.ordinal(run)) \(context.noun) in a row" : ""
  }

  var noOutcome: String {
    let rows = context.leading?.rowCount ?? 0
    return rows == 1
      ? "the outcome of its one prediction has not come"
      : "none of the outcomes of \(NumberText.grouped(rows)) predictions has come"
  }

  var tooLittle: String {
    let labels = context.leading?.labelCount ?? 0
    guard labels < context.identity.minimumRows else {
      return "no measure that something is expected of has a value that could be judged"
    }
    return labels == 0
      ? noOutcome
      : "only \(Plural.count(labels, "outcome")) \(labels == 1 ? "is" : "are") known, and "
        + "\(NumberText.grouped(context.identity.minimumRows)) are needed"
  }

  /// The measure that stands for the model in words, where it has a value.
  var primary: String? {
    guard let metric = context.history.primary, let figure = context.figure,
      let value = context.leading?[MetricKey(metric)], let number = value.estimate.value
    else { return nil }
    return words(value.key).past(figure.short(value), value: number)
  }

  func words(_ key: MetricKey) -> MeasureClause {
    MeasureClause(key: key, unit: context.identity.labelUnit, names: outputs)
  }

  /// Columns of findings as the reader calls them, each once.
  func columns(_ findings: [Finding]) -> [String] {
    let outputs = outputs
    var seen = Set<String>()
    return findings.compactMap { $0.value.key.columnSubject(outputs) }
      .filter { seen.insert($0).inserted }
  }

  /// Columns of figures as the reader calls them, each once.
  func columns(_ keys: [MetricKey]) -> [String] {
    var seen = Set<String>()
    return keys.compactMap { $0.columnSubject(outputs) }.filter { seen.insert($0).inserted }
  }

  /// A column as the reader calls it.
  func columnName(_ column: String) -> String { outputs[column] ?? column }

  /// Words for columns of answers and outcomes: those of the files are for readers of the files.
  private var outputs: [String: String] { isPlain ? context.outputs : [:] }

  /// Said of a value that reads like the limit beyond which it is; `nil` for others.
  private func justBeyond(_ finding: Finding, _ text: String) -> String? {
    guard let crossing = finding.rule.crossing else { return nil }
    guard text == context.figure?.text(crossing.bound, as: finding.value) else { return nil }
    let end = crossing.side == .below ? "minimum" : "maximum"
    let measure = words(finding.value.key).measured(limit(crossing.bound, of: finding))
    return crossing.kind == .limit
      ? ", just \(crossing.side == .below ? "below" : "above") the \(agreedWord(finding)) \(end) of "
        + measure
      : ", just \(crossing.side == .below ? "below" : "above") \(measure), from where on it is "
        + "worth a look"
  }

  /// A limit as text; rounded like the value where the value is told in another form than tables of
  /// experts have.
  func limit(_ bound: Double, of finding: Finding) -> String {
    guard let figure = context.figure else { return finding.expectation.text(ofLimit: bound) }
    return words(finding.value.key).isRetold
      ? figure.text(bound, as: finding.value) : figure.limit(bound, of: finding.expectation)
  }

  /// Such as `at most 17.4 is agreed`.
  private func bound(_ finding: Finding) -> String? {
    let expectation = finding.expectation
    let word = agreedWord(finding)
    let measure = words(finding.value.key)
    func text(_ value: Double) -> String { measure.measured(limit(value, of: finding)) }
    if case .beyond(let crossing, _) = finding.rule, crossing.kind == .watch {
      let side = crossing.side == .below ? "below" : "above"
      return "a value \(side) \(text(crossing.bound)) is worth a look"
    }
    guard expectation.minimum != nil || expectation.maximum != nil else { return nil }
    return "\(bounds(finding)) is \(word)"
  }

  /// The limits beyond which something is broken, such as `at most 17.4 minutes`.
  func bounds(_ finding: Finding) -> String {
    let measure = words(finding.value.key)
    func text(_ value: Double) -> String { measure.measured(limit(value, of: finding)) }
    return switch (finding.expectation.minimum, finding.expectation.maximum) {
    case (let low?, let high?): "\(limit(low, of: finding)) to \(text(high))"
    case (let low?, nil): "at least \(text(low))"
    case (nil, let high?): "at most \(text(high))"
    case (nil, nil): "no limit"
    }
  }
}
