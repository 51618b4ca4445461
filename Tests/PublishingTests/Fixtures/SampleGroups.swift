import Statistics

@testable import Assessment
@testable import Profiling

/// A binary model whose groups are of every size, measured from rows like any other.
///
/// Three months; race, sex and both together are protected, region is a segment, and race is a
/// feature besides. Small groups, missing values and groups without labels occur.
struct SampleGroups: ProfileSource {
  static let arm = Arm(version: "v1", stage: .production)
  static let attributes = [["region"], ["race"], ["sex"], ["race", "sex"]]

  /// Rows by month, race, sex and region.
  struct Cell {
    let month: Int
    let race: String
    let sex: String
    let region: String
    let rows: Int
  }

  let seed: UInt64
  private var profiles: [Day: Profile] = [:]

  var daysByArm: [Arm: [Day]] { [Self.arm: profiles.keys.sorted()] }

  func profile(of arm: Arm, on days: [Day]) -> Profile {
    days.reduce(into: Profile()) { whole, day in
      if let part = profiles[day] { whole.merge(part) }
    }
  }

  static let columns = [
    ColumnSchema(
      name: "race", subject: .feature,
      kind: .categorical(Vocabulary(reference: ["A": 5, "B": 4, "C": 3, "D": 2, "E": 1]))),
    ColumnSchema(
      name: "prediction", subject: .prediction,
      kind: .categorical(Vocabulary(reference: ["0": 1, "1": 1]))),
    ColumnSchema(
      name: "label", subject: .label,
      kind: .categorical(Vocabulary(reference: ["0": 1, "1": 1]))),
    ColumnSchema(name: "score", subject: .score, kind: .numeric(.withoutReference)),
  ]

  static let schema = ModelSchema(
    task: .binary, positive: "1", scoreIsProbability: true,
    columns: columns, sliceAttributes: attributes)

  /// - Parameter cells: How many rows each combination has.
  init(_ cells: [Cell], seed: UInt64) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    let profiler = OutcomeProfiler(schema: Self.schema)
    for cell in cells where cell.rows > 0 {
      let day = Day(year: 2024, month: cell.month, day: 5)
      var profile = profiles[day] ?? Profile()
      let slices =
        [Slice.all]
        + Self.attributes.map { attributes in
          Slice(
            parts: attributes.map {
              Slice.Part(
                attribute: $0,
                value: $0 == "race" ? cell.race : $0 == "sex" ? cell.sex : cell.region)
            })
        }
      for _ in 0..<cell.rows {
        let score = (random.uniform() * 50).rounded() / 50
        let isPositive = score > (cell.race == "B" ? 0.35 : 0.55)
        for slice in slices {
          profile.input.slices[slice, default: .init()].merge(
            .init(rows: 1, predictions: 1, positivePredictions: isPositive ? 1 : 0))
        }
        // Labels of the last month are still coming in.
        if cell.month < 3 || random.uniform() < 0.6 {
          profiler.add(
            LabelledPrediction(
              prediction: .category(isPositive ? "1" : "0"), score: .single(score),
              label: .category(random.uniform() < score ? "1" : "0"), delayDays: nil,
              slices: slices), to: &profile.outcome)
        }
      }
      var races = profile.input.columns["race"] ?? .categorical(CategoricalSummary())
      if case .categorical(var summary) = races {
        if cell.race == SegmentTable.missingValue {
          summary.missing += cell.rows
        } else {
          summary.add(cell.race, times: cell.rows, vocabulary: ["A", "B", "C", "D", "E"])
        }
        races = .categorical(summary)
      }
      profile.input.columns["race"] = races
      profiles[day] = profile
    }
  }

  /// Groups of every size, drawn anew for each seed.
  static func random(seed: UInt64) -> SampleGroups {
    var random = SplitMix64(seed: seed)
    var cells: [Cell] = []
    for month in 1...3 {
      for (race, most) in [("A", 200), ("B", 120), ("C", 24), ("D", 12), ("(missing)", 5)] {
        for (sex, share) in [("Female", 0.4), ("Male", 0.6)] {
          for region in ["north", "south"] {
            let scale = Double(most) * share * (0.3 + random.uniform())
            cells.append(
              Cell(
                month: month, race: race, sex: sex, region: region,
                rows: Int(scale * (region == "south" ? 0.2 : 0.8))))
          }
        }
      }
    }
    return SampleGroups(cells, seed: seed)
  }

  /// What somebody agreed about groups.
  static let expectations: [Expectation] = {
    let race = Slice(parts: [.init(attribute: "race", value: nil)])
    return [
      Expectation(.demographicParityRatio, slice: race, minimum: 0.8, origin: .configured),
      Expectation(.falsePositiveRate, slice: race, maximum: 0.3, origin: .configured),
    ]
  }()

  func record(
    minimumRows: Int = 30, suppressBelow: Int = 10,
    expectations: [Expectation] = SampleGroups.expectations
  ) throws -> ModelRecord {
    let builder = RecordBuilder(
      schema: Self.schema,
      settings: MeasureSettings(
        minimumRows: minimumRows,
        fairness: FairnessSettings(
          attributes: [
            ProtectedAttribute(attributes: ["race"], privileged: ["A"]),
            ProtectedAttribute(attributes: ["sex"]),
            ProtectedAttribute(attributes: ["race", "sex"]),
          ], favourable: "0")),
      evidence: .interval, baseline: ReferenceBaseline(chunks: [:], stages: [:]), source: self,
      expectations: { _ in expectations })
    return ModelRecord(
      identity: ModelIdentity(
        id: "loans", title: "Loans", task: .binary, owner: nil, about: nil, periodKind: .month,
        timezone: "UTC", positive: "1", minimumRows: minimumRows, suppressBelow: suppressBelow,
        protectedAttributes: ["race", "sex"]),
      references: [], referenceInput: nil,
      periods: try builder.periods(.month, malformedRowCounts: [:], inputs: []),
      unmatchedLabelCount: 0)
  }
}
