import Assessment
import Profiling

/// A binary model over fourteen months: good, then worse, with an empty month and hostile names.
enum SampleRisk {
  /// Names of columns that try to break out of Markdown, HTML and addresses.
  static let hostile = ["<script>alert(1)</script>", "a|b", "__x__", "](javascript:1)", "`code`"]

  static let identity = ModelIdentity(
    id: "recidivism", title: "Recidivism risk score", task: .binary, owner: "Pre-trial services",
    about: """
      # Purpose

      Supports, and does not replace, the decision of a judge.

      Limitations
      -----------

      Trained on one county. <script>alert("owner")</script>
      """,
    periodKind: .month, timezone: "UTC", positive: "1", minimumRows: 30, suppressBelow: 10,
    protectedAttributes: ["race", "sex"])

  static let expectations: [Expectation] =
    [
      Expectation(.rocAuc, minimum: 0.65, watchBelow: 0.68, origin: .configured),
      Expectation(
        .accuracy, minimum: 0.6123, maximum: 0.6987, origin: .referenceChunks(count: 10)),
      Expectation(.rowCount, minimum: 100, origin: .configured),
      Expectation(.missingShare, feature: "age", maximum: 0.01, origin: .configured),
      Expectation(
        .rocAuc, slice: .where("race", "Asian"), minimum: 0.6, origin: .configured),
    ]
    + (["age", "priors_count"] + hostile).map {
      Expectation(.psi, feature: $0, maximum: 0.25, watchAbove: 0.1, origin: .convention)
    }

  private static let auc = [
    0.712, 0.706, 0.718, 0.701, 0.709, 0.0, 0.699, 0.693, 0.688, 0.671, 0.664, 0.641, 0.633, 0.652,
  ]

  static let model: ModelRecord = {
    let judge = Judge(expectations: expectations, minimumRows: 30)
    var period = Period(.month, containing: Day(year: 2013, month: 4, day: 1))
    var periods: [PeriodRecord] = []
    var before: ArmRecord?
    for index in auc.indices {
      let record = index == 5 ? nil : month(index, period).record(judge, before: before)
      before = record
      periods.append(
        PeriodRecord(
          period: period, arms: record.map { [$0] } ?? [], comparisons: [],
          promotions: index == 0
            ? [
              Promotion(
                version: "compas", replaced: nil, day: period.start, months: [], overall: nil)
            ] : [],
          inputs: index == 5 ? [] : [input(.predictions, "predictions/\(period).csv", 214)]))
      period = period.next
    }
    return ModelRecord(
      identity: identity, references: [reference.record()],
      referenceInput: input(.reference, "data/reference.csv", 1_274), periods: periods,
      unmatchedLabelCount: 3)
  }()

  private static var reference: ArmBuilder {
    let start = Period(.month, containing: Day(year: 2013, month: 1, day: 1))
    var arm = ArmBuilder("compas", .production, start, rows: 1_274, labels: 1_274)
    arm.set(.rocAuc, 0.7104, half: 0.0283, count: 1_274)
    arm.set(.accuracy, 0.6555, half: 0.0261, count: 1_274)
    arm.set(.precision, 0.6391, half: 0.03, count: 702)
    arm.set(.recall, 0.6012, half: 0.03, count: 611)
    return arm
  }

  private static func month(_ index: Int, _ period: Period) -> ArmBuilder {
    let rows = 214 + (index * 37) % 61
    let labels = index > 11 ? rows * 6 / 10 : rows
    var arm = ArmBuilder("compas", .production, period, rows: rows, labels: labels)
    let value = auc[index]
    arm.set(.rocAuc, value, half: 0.058, count: labels)
    arm.set(.accuracy, value - 0.052, half: 0.06, count: labels)
    arm.set(.precision, value - 0.07, half: 0.08, count: labels / 2)
    arm.set(.recall, value - 0.1, half: 0.08, count: labels / 2)
    arm.set(.labelDelayDaysP50, 731, count: labels)
    arm.set(.duplicateIdCount, Double(index % 3), count: rows)
    arm.set(.malformedRowCount, 0, count: rows)
    arm.set(.driftedFeatureShare, index > 9 ? 0.25 : 0.125, count: 8)
    if index == 12 {
      let day = Day(year: 2014, month: 5, day: 2)
      arm.firstPublished = [
        .rocAuc: FirstPublished(value: 0.6612, day: day),
        .accuracy: FirstPublished(value: value - 0.052, day: day),
        .precision: FirstPublished(value: 0.5402, day: day),
        .recall: FirstPublished(value: value - 0.1 + 1e-9, day: day),
      ]
    }
    addColumns(index, rows, to: &arm)
    addGroups(value, labels, to: &arm)
    return arm
  }

  private static func addColumns(_ index: Int, _ rows: Int, to arm: inout ArmBuilder) {
    for (place, name) in (["age", "priors_count"] + hostile).enumerated() {
      let drift = place == 1 && index > 8 ? 0.31 : 0.02 + Double(place) * 0.017
      arm.set(.psi, drift, feature: name, count: rows)
      arm.set(.jensenShannonDistance, drift * 0.8, feature: name, count: rows)
      let missing = place == 0 && index == 12 ? 0.0467 : 0.002 * Double(place)
      arm.set(.missingShare, missing, feature: name, count: rows)
      if place < 2 {
        arm.set(.ksStatistic, drift * 1.1, feature: name, count: rows)
        arm.set(.outOfRangeShare, 0.0004, feature: name, count: rows)
      } else {
        arm.set(.newCategoryShare, 0, feature: name, count: rows)
      }
    }
    arm.distributions = [
      Distribution(
        column: "priors_count", subject: .feature,
        bins: [
          Distribution.Bin(lower: nil, upper: 0, category: nil, current: 0.22, reference: 0.34),
          Distribution.Bin(lower: 0, upper: 2, category: nil, current: 0.3, reference: 0.33),
          Distribution.Bin(lower: 2, upper: 5, category: nil, current: 0.26, reference: 0.2),
          Distribution.Bin(lower: 5, upper: nil, category: nil, current: 0.22, reference: 0.13),
        ], currentCount: rows, referenceCount: 1_274),
      Distribution(
        column: hostile[0], subject: .feature,
        bins: hostile.map {
          Distribution.Bin(lower: nil, upper: nil, category: $0, current: 0.2, reference: 0.2)
        }, currentCount: rows, referenceCount: 1_274),
      Distribution(
        column: "decile_score", subject: .score,
        bins: (1...10).map {
          Distribution.Bin(
            lower: Double($0 - 1), upper: Double($0), category: nil,
            current: 0.05 + 0.01 * Double($0),
            reference: 0.1)
        }, currentCount: rows, referenceCount: 1_274),
    ]
  }

  private static func addGroups(_ value: Double, _ labels: Int, to arm: inout ArmBuilder) {
    let groups: [(String, String, Int, Double)] = [
      ("race", "African-American", labels / 2, 0.002), ("race", "Caucasian", labels / 3, 0.009),
      ("race", "Asian", 14, 0), ("race", "Native American", 4, 0),
      ("sex", "Female", labels / 5, -0.131), ("sex", "Male", labels * 4 / 5, 0.004),
      ("charge | degree", hostile[0], labels / 2, 0.01),
    ]
    for (attribute, name, count, shift) in groups {
      let slice = Slice.where(attribute, name)
      arm.set(.rowCount, Double(count), slice: slice, count: count)
      if count < 30 {
        let reason = Unavailability.tooFewRows(count: count, minimum: 30)
        for metric in [Metric.rocAuc, .accuracy, .selectionRate] {
          arm.lack(metric, reason, slice: slice, count: count)
        }
      } else {
        arm.set(.rocAuc, value + shift, half: 0.09, slice: slice, count: count)
        arm.set(.accuracy, value + shift - 0.05, half: 0.08, slice: slice, count: count)
        arm.set(.selectionRate, 0.41 + shift, half: 0.07, slice: slice, count: count)
      }
    }
  }

  static func input(_ role: InputFile.Role, _ path: String, _ rows: Int) -> InputFile {
    InputFile(
      role: role, path: path, size: rows * 97,
      digest: String(repeating: "9f86d081884c7d65", count: 4), rowCount: rows,
      malformedRowCount: 0, duplicateCount: 1)
  }
}
