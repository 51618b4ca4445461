import Profiling
import Statistics
import Testing

@testable import Assessment

@Suite("Significance of drift")
struct SignificanceTests {
  private let measurer = ProfileMeasurer(
    schema: .sample(
      .binary,
      features: ["moved", "still"].map {
        ColumnSchema(name: $0, subject: .feature, kind: .categorical(.empty))
      }), settings: MeasureSettings(minimumRows: 30))

  private func profile(_ columns: [String: [String: Int]]) -> Profile {
    columns.reduce(into: Profile()) { whole, column in
      whole.merge(Profile(column: column.key, .categories(column.value, vocabulary: [])))
    }
  }

  private func significance(
    _ current: [String: [String: Int]], _ reference: [String: [String: Int]]
  ) throws -> [String: Significance] {
    let (now, before) = (profile(current), profile(reference))
    let values = measurer.values(
      of: now, against: before, version: "", malformedRowCount: 0)
    let tested = try measurer.significance(
      values: KeyedValues(values), of: now, against: before, version: "")
    return measurer.schema.columns.reduce(into: [:]) { list, column in
      list[column.name] = tested[MetricKey(.psi, feature: column.name)]
    }
  }

  /// scipy.stats.chi2_contingency([[500, 300, 200], [300, 500, 200]], correction=False).pvalue and
  /// the same of [[500, 300, 200], [460, 340, 200]]; SciPy 1.17.1
  @Test("is adjusted over the features")
  func adjusted() throws {
    let before = ["a": 500, "b": 300, "c": 200]
    let found = try significance(
      ["moved": ["a": 300, "b": 500, "c": 200], "still": ["a": 460, "b": 340, "c": 200]],
      ["moved": before, "still": before])
    let moved = try #require(found["moved"])
    let still = try #require(found["still"])
    #expect(relative(moved.pValue, 1.9287498479639183e-22) <= 1e-9)
    #expect(relative(moved.adjusted, 2 * 1.9287498479639183e-22) <= 1e-9)
    #expect(relative(still.pValue, 0.12451447144412299) <= 1e-9)
    #expect(still.adjusted == still.pValue)
  }

  @Test("leaves out columns with too few rows, without a reference, or of rare values only")
  func leftOut() throws {
    let before = ["a": 500, "b": 300]
    let alone = try significance(
      ["moved": ["a": 100, "b": 200], "still": ["a": 10, "b": 19]],
      ["moved": before, "still": before])
    #expect(alone.keys.sorted() == ["moved"])
    #expect(alone["moved"]?.pValue == alone["moved"]?.adjusted)
    #expect(try significance(["moved": ["a": 100, "b": 200]], [:]).isEmpty)
    let names = (0..<400).map { "\($0)" }
    let ones = Dictionary(uniqueKeysWithValues: names.prefix(200).map { ($0, 1) })
    let others = Dictionary(uniqueKeysWithValues: names.suffix(200).map { ($0, 1) })
    #expect(try significance(["moved": ones], ["moved": others]).isEmpty)
  }

  @Test("is not tested against a reference of fewer rows than the minimum")
  func fewReferenceRows() throws {
    let now = ["a": 100, "b": 200]
    #expect(try significance(["moved": now], ["moved": ["a": 20, "b": 9]]).isEmpty)
    #expect(try significance(["moved": now], ["moved": ["a": 20, "b": 10]]).count == 1)
  }

  @Test("refuses what is no p-value")
  func refuses() {
    #expect(throws: StatisticsError.self) { try Significance.adjusting(["x": 1.5]) }
  }

  private func relative(_ one: Double, _ other: Double) -> Double { abs(one / other - 1) }
}
