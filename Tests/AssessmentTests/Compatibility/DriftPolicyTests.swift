import Testing

@testable import Assessment
@testable import Profiling

@Suite("Evidently's choice of test")
struct DriftPolicyTests {
  struct Case: Sendable {
    let isNumeric: Bool
    let rows: Int
    let distinct: Double
    let metric: Metric
    let test: String
  }

  /// The names that `_get_default_stattest` of Evidently 0.7.23 gives for such columns. Its `z` is
  /// the χ² test of two categories.
  private static let cases = [
    Case(isNumeric: true, rows: 1_000, distinct: 6, metric: .ksPValue, test: "ks"),
    Case(isNumeric: true, rows: 1_000, distinct: 5, metric: .chiSquaredPValue, test: "chisquare"),
    Case(isNumeric: true, rows: 1_000, distinct: 2, metric: .chiSquaredPValue, test: "z"),
    Case(isNumeric: false, rows: 1_000, distinct: 40, metric: .chiSquaredPValue, test: "chisquare"),
    Case(isNumeric: false, rows: 1_000, distinct: 2, metric: .chiSquaredPValue, test: "z"),
    Case(
      isNumeric: true, rows: 1_001, distinct: 6, metric: .normalisedWassersteinDistance,
      test: "wasserstein"),
    Case(
      isNumeric: true, rows: 1_001, distinct: 5, metric: .jensenShannonDistance,
      test: "jensenshannon"),
    Case(
      isNumeric: false, rows: 1_001, distinct: 2, metric: .jensenShannonDistance,
      test: "jensenshannon"),
  ]

  @Test("depends on kind, rows of the reference and different values", arguments: cases)
  func choice(_ example: Case) {
    let expectation = DriftPolicy.evidently.expectation(
      column: "x", isNumeric: example.isNumeric, referenceCount: example.rows,
      distinctCount: example.distinct)
    #expect(expectation.metric == example.metric, "\(example.test)")
    let isTest = example.rows <= 1_000
    #expect(expectation.minimum == (isTest ? 0.05 : nil))
    #expect(expectation.maximum == (isTest ? nil : 0.1))
    #expect(expectation.feature == "x")
  }

  @Test("names a measure that the column has, for every kind of column")
  func measured() {
    let few = NumericAnchors(reference: [0, 1])
    let many = NumericAnchors(reference: (0..<40).map(Double.init))
    let columns = [
      ColumnSchema(name: "few", subject: .feature, kind: .numeric(few)),
      ColumnSchema(name: "many", subject: .feature, kind: .numeric(many)),
      ColumnSchema(
        name: "named", subject: .feature, kind: .categorical(Vocabulary(reference: ["a": 1]))),
    ]
    let schema = ModelSchema.sample(.binary, features: columns)
    for repeats in [2, 40] {
      var profile = Profile()
      let numbers = (0..<40 * repeats).map { Double($0 % 40) }
      profile.input.columns["many"] = .numbers(numbers, anchors: many)
      profile.input.columns["few"] = .numbers(numbers.map { $0 < 20 ? 0 : 1 }, anchors: few)
      profile.input.columns["named"] = .categories(
        ["a": 20 * repeats, "b": 20 * repeats], vocabulary: ["a"])
      let measurer = ProfileMeasurer(
        schema: schema, settings: MeasureSettings(minimumRows: 1, driftPolicy: .evidently))
      let table = measurer.table(of: profile, against: profile)
      let expectations = DriftPolicy.evidently.expectations(schema: schema, reference: profile)
      #expect(expectations.compactMap(\.feature) == ["few", "many", "named"])
      for expectation in expectations {
        #expect(table[expectation.key]?.estimate.value != nil, "\(expectation.key)")
      }
    }
  }

  @Test("expects nothing where there is no reference")
  func noReference() {
    let schema = ModelSchema.sample(.binary)
    #expect(DriftPolicy.evidently.expectations(schema: schema, reference: nil).isEmpty)
  }
}
