import Statistics

@testable import Assessment
@testable import Profiling

/// A binary model whose rows are known person by person, so that one of them can be changed.
///
/// Two months and a reference, which is month 0; race, sex and both together are protected, region is
/// a segment. Groups of every size occur, and a fifth of the labels has not come.
struct SamplePeople: ProfileSource {
  struct Person: Hashable {
    let month: Int
    var race: String
    var sex: String
    var region: String
    /// What the model and life said of the person; nothing of it depends on the groups.
    let score: Double
    let label: Bool?

    /// The slices that the person belongs to, without that of all rows.
    var slices: [Slice] {
      SamplePeople.attributes.map { attributes in
        Slice(
          parts: attributes.map {
            Slice.Part(
              attribute: $0, value: $0 == "race" ? race : $0 == "sex" ? sex : region)
          })
      }
    }
  }

  static let attributes = [["region"], ["race"], ["sex"], ["race", "sex"]]
  static let schema = ModelSchema(
    task: .binary, positive: "1", scoreIsProbability: true,
    columns: SampleGroups.columns, sliceAttributes: attributes,
    scoredAttributes: [["race"], ["sex"], ["race", "sex"]])

  var people: [Person]

  /// People drawn anew for each seed.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func pick(_ shares: [(String, Double)]) -> String {
      var rest = random.uniform() * shares.reduce(0) { $0 + $1.1 }
      for (name, share) in shares {
        rest -= share
        if rest < 0 { return name }
      }
      return shares[0].0
    }
    people = (0..<1350).map { index in
      let score = (random.uniform() * 20).rounded() / 20
      return Person(
        month: index % 3,
        race: pick([("A", 50), ("B", 30), ("C", 4), ("D", 2), ("E", 1.5), ("(missing)", 1)]),
        sex: pick([("Female", 40), ("Male", 57), ("Other", 2), ("(missing)", 1)]),
        region: pick([("north", 60), ("south", 35), ("east", 2.5), ("west", 2.5)]), score: score,
        label: random.uniform() < 0.2 ? nil : random.uniform() < score)
    }
  }

  /// What is known of the people of each slice of a month, in no order.
  func contents(of month: Int) -> [Slice: [String: Int]] {
    var result: [Slice: [String: Int]] = [:]
    for person in people where person.month == month {
      for slice in person.slices {
        let words = "\(person.score) \(person.label.map { String($0) } ?? "none")"
        result[slice, default: [:]][words, default: 0] += 1
      }
    }
    return result
  }

  static let arm = Arm(version: "v1", stage: .production)

  static func day(_ month: Int) -> Day {
    month == 0 ? Day(year: 2023, month: 12, day: 5) : Day(year: 2024, month: month, day: 5)
  }

  var daysByArm: [Arm: [Day]] { [Self.arm: [Self.day(1), Self.day(2)]] }

  func profile(of arm: Arm, on days: [Day]) -> Profile {
    profile { days.contains(Self.day($0)) }
  }

  private func profile(ofMonths isChosen: (Int) -> Bool) -> Profile {
    let profiler = OutcomeProfiler(schema: Self.schema)
    var profile = Profile()
    var races = CategoricalSummary()
    var scores = NumericSummary()
    for person in people where isChosen(person.month) {
      let slices = [Slice.all] + person.slices
      let isPositive = person.score > 0.5
      scores.add(person.score, anchors: .withoutReference)
      if person.race == SegmentTable.missingValue {
        races.missing += 1
      } else {
        races.add(person.race, times: 1, vocabulary: ["A", "B", "C", "D", "E"])
      }
      for slice in slices {
        profile.input.slices[slice, default: .init()].merge(
          .init(rows: 1, predictions: 1, positivePredictions: isPositive ? 1 : 0))
        if slice.parts.contains(where: { $0.attribute != "region" }) {
          profile.input.groupScores[slice, default: ValueCounts()].add(person.score)
        }
      }
      guard let label = person.label else { continue }
      profiler.add(
        LabelledPrediction(
          prediction: .category(isPositive ? "1" : "0"), score: .single(person.score),
          label: .category(label ? "1" : "0"), delayDays: nil, slices: slices),
        to: &profile.outcome)
    }
    profile.input.columns = ["race": .categorical(races), "score": .numeric(scores)]
    return profile
  }

  /// What somebody might expect of groups, of measures over them, and of a column that makes them.
  private static let expectations: [Expectation] = {
    func over(_ names: String...) -> Slice {
      Slice(parts: names.map { Slice.Part(attribute: $0, value: nil) })
    }
    func expect(_ metric: Metric, _ slice: Slice, _ feature: String? = nil, atLeast: Double)
      -> Expectation
    {
      Expectation(metric, slice: slice, feature: feature, minimum: atLeast, origin: .configured)
    }
    func expect(_ metric: Metric, _ slice: Slice, _ feature: String? = nil, atMost: Double)
      -> Expectation
    {
      Expectation(metric, slice: slice, feature: feature, maximum: atMost, origin: .configured)
    }
    return [
      expect(.rocAuc, .all, atLeast: 0.6), expect(.psi, .all, "race", atMost: 0.05),
      expect(.favourableRate, over("race"), atLeast: 0.45),
      expect(.favourableRate, over("race", "sex"), atLeast: 0.5),
      expect(.impactRatio, over("race"), atLeast: 0.9),
      expect(.impactRatio, over("sex"), atLeast: 0.9),
      expect(.accuracy, over("region"), atLeast: 0.75),
      expect(.demographicParityRatio, over("race"), atLeast: 0.8),
      expect(.demographicParityRatio, over("race", "sex"), atLeast: 0.8),
      expect(.equalOpportunityDifference, over("sex"), atMost: 0.05),
      expect(.accuracyDifference, over("race"), atMost: 0.05),
    ]
  }()

  /// - Parameter hasReference: Whether month 0 is the reference, or not told of at all.
  func record(
    suppressBelow: Int = 10, minimumRows: Int = 30, hasReference: Bool = true
  ) throws -> ModelRecord {
    let protected = ["race", "sex"]
    let reference = hasReference ? ["v1": [profile { $0 == 0 }]] : [:]
    let settings = MeasureSettings(
      minimumRows: minimumRows,
      fairness: FairnessSettings(
        attributes: [
          ProtectedAttribute(attributes: ["race"], privileged: ["A"]),
          ProtectedAttribute(attributes: ["sex"]),
          ProtectedAttribute(attributes: protected),
        ], favourable: "0"))
    let baseline = ReferenceBaseline(chunks: reference, stages: [:])
    let builder = RecordBuilder(
      schema: Self.schema, settings: settings, evidence: .interval, baseline: baseline,
      source: self, expectations: { _ in Self.expectations })
    return ModelRecord(
      identity: ModelIdentity(
        id: "loans", title: "Loans", task: .binary, owner: nil, about: nil, periodKind: .month,
        timezone: "UTC", positive: "1", minimumRows: minimumRows, suppressBelow: suppressBelow,
        protectedAttributes: protected, features: ["race"], favourable: "0"),
      references: ReferenceMeasures(
        of: baseline, schema: Self.schema, settings: settings, versions: ["v1"], firstDay: nil,
        wantsDefaults: false
      ).records, referenceInput: nil,
      periods: try builder.periods(.month, malformedRowCounts: [:], inputs: []),
      unmatchedLabelCount: 0)
  }
}
