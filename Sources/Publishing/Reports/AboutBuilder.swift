import Assessment
import Profiling

/// The closing part of a report: what it rests on, so that every number can be traced.
struct AboutBuilder {
  let context: ReportContext
  let programVersion: String
  /// Whether digests are printed whole.
  let digests: DigestForm

  enum DigestForm {
    case whole
    /// The first 12 digits, enough to recognise a file.
    case short
  }

  var view: AboutView {
    let data = "../../../" + Address.data(context.identity, context.period)
    return AboutView(
      facts: facts, rules: rules, inputs: inputs,
      methodology: Markup("../../../" + Address.methodology),
      dataTable: Markup(data + "metrics.csv"), dataText: Markup(data + "metrics.json"),
      program: "Broadsheet \(programVersion)")
  }

  private var facts: [FactView] {
    let identity = context.identity
    var facts = [
      FactView(
        name: "Period",
        fact: "\(context.period.dates) (\(context.period)), time zone \(identity.timezone)"),
      FactView(
        name: "Model", fact: "\(identity.title) (\(identity.id)), \(identity.task.rawValue)"),
    ]
    if let owner = identity.owner { facts.append(FactView(name: "Owner", fact: owner)) }
    if let leading = context.leading, leading.rowCount > 0 {
      facts.append(FactView(name: "Version", fact: leading.arm.label))
      facts.append(FactView(name: "Rows", fact: context.rowFact(leading)))
      facts.append(
        FactView(
          name: "Labels arrived",
          fact: NumberText.grouped(leading.labelCount)
            + (context.labelCoverage.map { " (\(NumberStyle(unit: .share).text($0)) of the rows)" }
              ?? "")))
      if let maturity = leading.maturity {
        facts.append(
          FactView(
            name: "Performance figures",
            fact: MaturityWords(maturity, rule: identity.maturity).fact))
      }
    }
    facts.append(FactView(name: "Reference", fact: reference))
    facts.append(
      FactView(
        name: "Rows needed for a judgement", fact: NumberText.grouped(identity.minimumRows)))
    if let policy = identity.driftPolicy {
      facts.append(FactView(name: "Drift is judged", fact: policy.words))
    }
    for (metric, words) in identity.compatibility.definitions {
      facts.append(FactView(name: metric.definition.title, fact: words))
    }
    facts.append(
      FactView(name: "What a breach needs", fact: identity.evidence.words))
    return facts
  }

  private var reference: String {
    guard let reference = context.reference else { return "none" }
    var text = Plural.count(reference.rowCount, "row")
    if let days = context.model.referenceDays {
      text += " of \(Day.words(from: days.lowerBound, to: days.upperBound))"
    }
    if !reference.arm.version.isEmpty {
      text += ", version \(reference.arm.version)"
      if ReferenceWords(context: context).isBeforeService { text += " before it served" }
    }
    if let input = context.model.referenceInput { text += ", file \(input.path)" }
    return text
  }

  private var rules: TableView? {
    var rules: [Rule] = []
    for finding in context.leading?.findings ?? [] {
      guard let words = context.words(finding) else { continue }
      let rule = Rule(
        key: MetricKey(finding.expectation.metric, slice: finding.expectation.slice),
        agreed: words.agreed, origin: words.origin, features: [])
      let place = rules.firstIndex { $0.isSame(as: rule) } ?? rules.endIndex
      if place == rules.endIndex { rules.append(rule) }
      if let feature = finding.expectation.feature { rules[place].features.append(feature) }
    }
    return TableView(
      [.text("Expectation"), .text("Limit"), .text("Origin")],
      rules.map { [$0.subject, $0.agreed, $0.origin] })
  }

  /// One rule, with all columns that it was made for.
  private struct Rule {
    let key: MetricKey
    let agreed: String
    let origin: String
    var features: [String]

    func isSame(as other: Rule) -> Bool {
      key == other.key && agreed == other.agreed && origin == other.origin
    }

    var subject: String {
      guard features.count > 1 else {
        return MetricKey(key.metric, slice: key.slice, feature: features.first).subject
      }
      return "\(key.subject), each of \(Plural.list(features))"
    }
  }

  private func days(_ file: InputFile) -> String {
    let days =
      file.role == .reference
      ? context.model.referenceDays : context.record.inputDays[file.digest]
    return days.map { Day.words(from: $0.lowerBound, to: $0.upperBound) } ?? "not dated"
  }

  private var inputs: TableView? {
    let files = (context.model.referenceInput.map { [$0] } ?? []) + context.record.inputs
    return TableView(
      [
        .text("File"), .text("Role"), .text("Days"), .number("Rows"), .number("Malformed"),
        .number("Duplicates"), .number("Bytes"), .text("SHA-256"),
      ],
      files.map { file in
        [
          file.path, file.role.rawValue, days(file), NumberText.grouped(file.rowCount),
          NumberText.grouped(file.malformedRowCount), NumberText.grouped(file.duplicateCount),
          NumberText.grouped(file.size),
          digests == .whole ? file.digest : String(file.digest.prefix(12)),
        ]
      })
  }
}
