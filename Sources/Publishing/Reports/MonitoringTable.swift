import Assessment
import Profiling

/// What was monitored in a period, and what could not be.
struct MonitoringTable {
  let context: ReportContext

  /// One row for each family of metrics with expectations.
  var table: TableView? {
    let families = MetricDefinition.Family.allCases.filter { family in
      context.findings.contains { $0.family == family }
    }.sorted { $0.order < $1.order }
    return TableView(
      [
        .text("What"), .number("Expectations"), .number("As expected"), .number("Worth a look"),
        .number("Outside the limit"), .number("Not judged"),
      ],
      families.map { family in
        let own = context.findings.filter { $0.family == family }
        func count(_ statuses: Status...) -> String {
          NumberText.grouped(own.count { statuses.contains($0.status) })
        }
        return [
          family.title, NumberText.grouped(own.count), count(.ok), count(.watch), count(.breach),
          count(.insufficient, .missing),
        ]
      })
  }

  /// Against what: the reference, and who set the limits.
  var sentence: String {
    let configured = context.findings.count { $0.expectation.origin == .configured }
    let defaults = context.findings.count - configured
    guard !context.findings.isEmpty else { return "No expectation is set for this model." }
    var parts: [String] = []
    if configured > 0 { parts.append("\(NumberText.grouped(configured)) agreed by the owner") }
    if defaults > 0 { parts.append("\(NumberText.grouped(defaults)) by default") }
    let against =
      context.reference.map {
        "The reference has \(Plural.count($0.rowCount, "row"))\(referenceDays)."
      } ?? "There is no reference, so nothing is said about drift."
    return
      "\(Plural.count(context.findings.count, "expectation")), \(Plural.list(parts)). \(against)"
      + groups
  }

  /// Protected attributes that nobody has agreed anything about.
  private var groups: String {
    let protected = Set(context.identity.protectedAttributes)
    let isAgreed = context.findings.contains { finding in
      finding.value.key.slice.parts.contains { protected.contains($0.attribute) }
    }
    return protected.isEmpty || isAgreed ? "" : " No expectation is about groups of people."
  }

  private var referenceDays: String {
    context.model.referenceDays.map {
      ", of \(Day.words(from: $0.lowerBound, to: $0.upperBound))"
    } ?? ", without dates"
  }

  /// What this report cannot say, from the data of the period.
  func gaps(_ topics: AboutTopics) -> [String] {
    var gaps: [String] = []
    if context.identity.protectedAttributes.isEmpty {
      gaps.append(
        "Whether groups are treated alike: no protected attribute is configured.")
    }
    if let maturity = context.leading?.maturity, maturity.labelsArrived < maturity.labelsExpected {
      let missing = maturity.labelsExpected - maturity.labelsArrived
      gaps.append(
        "How right the answers were for \(Plural.count(missing, "prediction")) whose label has not "
          + "arrived.")
    }
    let open = context.findings(.missing, .insufficient)
    if !open.isEmpty {
      gaps.append(
        "\(Plural.count(open.count, "expectation")) that could not be judged: "
          + "\(Plural.shortList(open.map(\.value.key.inlineSubject))).")
    }
    let beside = context.record.arms.dropFirst().map(\.arm.label)
    if !beside.isEmpty {
      gaps.append(
        "Versions beside the leading one (\(Plural.shortList(beside))): they are compared with it, "
          + "not judged here.")
    }
    if !topics.missing.isEmpty {
      gaps.append(
        "What the owner has not described: \(Plural.list(topics.missing.map(\.words))).")
    }
    return gaps
  }
}
