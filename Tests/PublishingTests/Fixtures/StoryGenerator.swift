import Assessment
import Profiling
import Statistics

@testable import Publishing

/// Histories drawn at random, for laws that hold for every story.
///
/// Values rise, fall, jump, come close to their limits, are missing, rest on too few rows, are
/// provisional; months are empty; versions change; limits are agreed or derived.
struct StoryGenerator {
  private typealias Expectation = Assessment.Expectation

  /// Columns that the model and the world answer with.
  static let outputs: [String: Distribution.Subject] = ["yhat": .prediction, "ytrue": .label]

  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func fixture() -> StoryFixture {
    let isRegression = Bool.random(using: &random)
    let expectations = rules(isRegression)
    var months: [StoryFixture.Month] = []
    var level = Double.random(in: 0.7...1.2, using: &random)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      level *= Double.random(in: 0.9...1.12, using: &random)
      months.append(month(level, expectations, months.last))
    }
    return StoryFixture(
      task: isRegression ? .regression : .binary,
      unit: Bool.random(using: &random) ? "minutes" : nil, expectations: expectations,
      months: months)
  }

  /// A metric's scale: the number around which its values are drawn.
  static func scale(_ metric: Metric) -> Double {
    switch metric {
    case .meanAbsoluteError: 15
    case .meanError: 4
    case .rocAuc, .accuracy, .estimatedRocAuc, .recall: 0.7
    case .missingShare, .newCategoryShare, .errorShare: 0.02
    case .psi: 0.2
    case .demographicParityRatio: 0.8
    case .rowCount: 300
    default: 1
    }
  }

  private mutating func rules(_ isRegression: Bool) -> [Expectation] {
    let performance: [MetricKey] =
      isRegression
      ? [MetricKey(.meanAbsoluteError), MetricKey(.meanError)]
      : [
        MetricKey(.rocAuc), MetricKey(.accuracy), MetricKey(.recall),
        MetricKey(.accuracy, slice: .where("sex", "Female")), MetricKey(.estimatedRocAuc),
      ]
    let others: [MetricKey] = [
      MetricKey(.missingShare, feature: "age"), MetricKey(.newCategoryShare, feature: "town"),
      MetricKey(.psi, feature: "wind"), MetricKey(.psi, feature: "rain"), MetricKey(.rowCount),
      MetricKey(.psi, feature: "yhat"), MetricKey(.missingShare, feature: "yhat"),
      MetricKey(.psi, feature: "ytrue"),
      MetricKey(.errorShare),
      MetricKey(
        .demographicParityRatio, slice: Slice(parts: [Slice.Part(attribute: "sex", value: nil)])),
    ]
    var rules: [Expectation] = []
    for key in performance + others where Int.random(in: 0..<3, using: &random) > 0 {
      rules.append(rule(key))
    }
    return rules
  }

  private mutating func rule(_ key: MetricKey) -> Expectation {
    let scale = Self.scale(key.metric)
    let origin: Expectation.Origin =
      Bool.random(using: &random)
      ? .configured
      : key.metric.definition.family.isPerformance ? .referenceChunks(count: 10) : .convention
    func limit(_ factor: Double) -> Double {
      // Limits that somebody chose have few digits, derived ones many.
      origin == .configured ? ((scale * factor * 100).rounded() / 100) : scale * factor * 1.00137
    }
    switch key.metric.definition.direction {
    case .higherIsBetter, .oneIsBest:
      let watch = Bool.random(using: &random) ? limit(1.05) : nil
      return Expectation(
        key.metric, slice: key.slice, feature: key.feature, minimum: limit(0.95),
        watchBelow: watch, origin: origin)
    case .zeroIsBest:
      return Expectation(
        key.metric, slice: key.slice, feature: key.feature, minimum: -limit(1),
        maximum: limit(1), origin: origin)
    case .lowerIsBetter:
      let watch = Bool.random(using: &random) ? limit(0.9) : nil
      return Expectation(
        key.metric, slice: key.slice, feature: key.feature, maximum: limit(1),
        watchAbove: watch, origin: origin)
    case .neutral:
      return Expectation(
        key.metric, slice: key.slice, feature: key.feature, minimum: limit(1), origin: origin)
    }
  }

  private mutating func month(
    _ level: Double, _ rules: [Expectation], _ last: StoryFixture.Month?
  ) -> StoryFixture.Month {
    var month = StoryFixture.Month(outputs: Self.outputs)
    let kind = Int.random(in: 0..<10, using: &random)
    month.rows =
      kind == 0
      ? 0
      : kind == 1
        ? Int.random(in: 1...29, using: &random)
        : Int.random(in: 60...900, using: &random)
    let share: Double = [1.0, 1.0, 0.97, 0.5, 0.02, 0.0].randomElement(using: &random) ?? 1
    month.labels = Int(Double(month.rows) * share)
    if Int.random(in: 0..<6, using: &random) == 0 {
      month.arm = Arm(version: "b", stage: .production)
    } else if let last {
      month.arm = last.arm
    }
    guard month.rows > 0 else { return month }
    for rule in rules where rule.metric != .rowCount {
      set(rule, level, &month)
    }
    return month
  }

  private mutating func set(
    _ rule: Expectation, _ level: Double, _ month: inout StoryFixture.Month
  ) {
    let key = rule.key
    guard !key.metric.restsOnLabels || month.labels > 0 else { return }
    if Int.random(in: 0..<12, using: &random) == 0 {
      month.reasons[key] = .tooFewRows(count: 12, minimum: 30)
      return
    }
    let sign: Double =
      key.metric == .meanError && Bool.random(using: &random) ? -1 : 1
    var value =
      sign * Self.scale(key.metric) * level * Double.random(in: 0.85...1.15, using: &random)
    // Some values read like their limit.
    if Int.random(in: 0..<8, using: &random) == 0, let bound = rule.maximum ?? rule.minimum {
      value = bound * (1 + Double.random(in: -0.0004...0.0004, using: &random))
    }
    if key.metric.definition.highest == 1 { value = min(value, 0.999) }
    let half =
      Int.random(in: 0..<6, using: &random) == 0
      ? nil : value.magnitude * Double.random(in: 0.01...0.2, using: &random)
    month.values[key] = (value, half)
    if key.metric == .psi {
      let p = [0.0001, 0.02, 0.4].randomElement(using: &random) ?? 0.4
      month.significance[key] = Significance(pValue: p, adjusted: p)
    }
  }
}
