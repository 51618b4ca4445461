import Assessment
import Profiling

/// A period whose known outcomes are all of one class, so that checks of performance that need both
/// cannot be made.
///
/// Where the outcomes of earlier periods, or of the reference, were of several classes, this is more
/// often a matter of outcomes that are missing than of the world: those of one kind may come later.
struct AlikeOutcomes {
  /// Known outcomes, all alike.
  let count: Int
  /// The class that all have, where it is known.
  private let value: String?
  /// Checks of performance that could not be made for that, and all checks of performance.
  let openCount: Int
  let checkCount: Int
  /// What had several classes, such as `those of March`; `nil` where nothing had.
  private let before: String?
  private let period: Period

  /// How far back a period with several classes is looked for.
  private static let reach = 12

  /// - Returns: `nil` where outcomes are of several classes, or fewer than the rows that a judgement
  ///   needs.
  init?(context: ReportContext) {
    guard context.identity.task != .regression, let leading = context.leading,
      leading.labelCount >= max(2, context.identity.minimumRows),
      Self.isOfOneClass(leading) == true
    else { return nil }
    count = leading.labelCount
    value = Self.onlyClass(of: leading, context.identity)
    let checks = context.findings.filter { $0.family.isPerformance && $0.value.key.slice.isAll }
    checkCount = checks.count
    // Precision lacks a value for the predictions, whatever the outcomes are.
    openCount = checks.count { $0.lacksVariety && $0.value.key.metric != .precision }
    period = context.period
    let earlier = context.model.periods[..<context.index].suffix(Self.reach)
      .last { $0.leading.flatMap(Self.isOfOneClass) == false }
    before =
      earlier.map { "those of \($0.period.name(beside: context.period))" }
      ?? (context.reference.flatMap(Self.isOfOneClass) == false ? "those of the reference" : nil)
  }

  /// Whether somebody should look for outcomes that are missing.
  var isSuspicious: Bool { before != nil }

  /// Such as `all 109 known outcomes are alike, so 5 of 9 checks of performance could not be made`.
  ///
  /// - Parameter noun: What the reader calls an outcome.
  func reason(_ noun: String = "outcome") -> String {
    let alike = "all \(Plural.count(count, "known \(noun)")) are alike"
    guard openCount > 0 else { return alike }
    let checks =
      openCount == checkCount
      ? (checkCount == 1
        ? "the one check of performance could not be made"
        : "none of \(checkCount) checks of performance could be made")
      : "\(openCount) of \(checkCount) checks of performance could not be made"
    return "\(alike), so \(checks)"
  }

  /// What is asked; `nil` where nothing says that outcomes were ever of several classes.
  func ask(_ role: Role) -> String? {
    guard let before else { return nil }
    let noun = role == .productManager || role == .business ? "outcomes" : "labels"
    let verb =
      switch role {
      case .productManager, .business: "Ask"
      case .dataScientist, .dataEngineer: "Check"
      case .dataScienceManager, .compliance: "Have somebody check"
      }
    let all = value.map { "all \(count) are “\($0)”" } ?? "all \(count) are alike"
    return "\(verb) whether the \(noun) of \(period.name) are complete: \(all), while \(before) "
      + "were not."
  }

  /// Whether all labels of an arm are of one class; `nil` where that is not known.
  static func isOfOneClass(_ record: ArmRecord) -> Bool? {
    guard record.labelCount > 0 else { return nil }
    if let share = record[MetricKey(.prevalence)]?.estimate.value {
      return share == 0 || share == 1
    }
    return classes(of: record).map { $0.count == 1 }
  }

  private static func onlyClass(of record: ArmRecord, _ identity: ModelIdentity) -> String? {
    if let only = classes(of: record), only.count == 1 { return only.first }
    return record[MetricKey(.prevalence)]?.estimate.value == 1 ? identity.positive : nil
  }

  /// The classes that labels have; `nil` without a distribution by category.
  private static func classes(of record: ArmRecord) -> [String]? {
    let bins = record.distributions.first { $0.subject == .label }?.bins ?? []
    guard !bins.isEmpty, bins.allSatisfy({ $0.category != nil }) else { return nil }
    return bins.filter { $0.current > 0 }.compactMap(\.category)
  }
}

extension Finding {
  /// Without a verdict, as a formula needs cases of more than one kind.
  var lacksVariety: Bool {
    guard status == .insufficient else { return false }
    return switch value.estimate.reason {
    case .oneClass, .undefined: true
    default: false
    }
  }
}
