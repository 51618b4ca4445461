import Profiling
import Testing

@testable import Assessment

@Suite("Measures of drift")
struct DriftMeasureTests {
  private let fixture: MeasureFixture

  init() throws {
    fixture = try MeasureFixture.load()
  }

  @Test("of numbers agree with SciPy and NumPy")
  func numbers() {
    for example in fixture.numericDrift {
      let table = table(of: example)
      let ks = table[MetricKey(.ksStatistic, feature: "x")]
      let psi = table[MetricKey(.psi, feature: "x")]
      #expect(agree(ks?.estimate.value, example.ks), "\(example.name)")
      #expect(agree(psi?.estimate.value, example.psi), "\(example.name)")
      #expect(ks?.count == example.current.count)
    }
  }

  @Test("share the values outside the range of the reference")
  func outOfRange() {
    for example in fixture.numericDrift {
      let value = table(of: example)[MetricKey(.outOfRangeShare, feature: "x")]
      let share = Double(example.below) / Double(example.current.count)
      #expect(agree(value?.estimate.value, share), "\(example.name)")
    }
  }

  @Test("are 0 between equal columns")
  func equalColumns() {
    let example = fixture.numericDrift[1]
    let table = table(of: example, current: example.reference)
    #expect(table[MetricKey(.ksStatistic, feature: "x")]?.estimate.value == 0)
    #expect(table[MetricKey(.psi, feature: "x")]?.estimate.value == 0)
  }

  @Test("of categories agree with NumPy, unseen ones among them")
  func categories() {
    for example in fixture.categoricalDrift {
      let vocabulary = Vocabulary(reference: example.reference)
      let known = Set(vocabulary.categories)
      let column = ColumnSchema(name: "x", subject: .feature, kind: .categorical(vocabulary))
      let table = measurer(column).table(
        of: Profile(column: "x", .categories(example.current, vocabulary: known, missing: 3)),
        against: Profile(column: "x", .categories(example.reference, vocabulary: known)))
      #expect(agree(table[MetricKey(.psi, feature: "x")]?.estimate.value, example.psi))
      #expect(
        agree(table[MetricKey(.newCategoryShare, feature: "x")]?.estimate.value, example.newShare))
      #expect(table[MetricKey(.ksStatistic, feature: "x")] == nil)
    }
  }

  @Test("say whether the reference or the values are not there")
  func reasons() {
    let anchors = NumericAnchors(reference: [1, 2])
    let column = ColumnSchema(name: "x", subject: .feature, kind: .numeric(anchors))
    let full = Profile(column: "x", .numbers([1, 2], anchors: anchors))
    let blank = Profile(column: "x", .numbers([], anchors: anchors, missing: 4))
    for metric in [Metric.psi, .ksStatistic] {
      let key = MetricKey(metric, feature: "x")
      let measurer = measurer(column)
      #expect(measurer.table(of: full)[key]?.estimate == .unavailable(.noReference))
      #expect(
        measurer.table(of: full, against: blank)[key]?.estimate == .unavailable(.noReference))
      #expect(measurer.table(of: blank, against: full)[key]?.estimate == .unavailable(.noValues))
    }
  }

  @Test("come with bins whose shares sum to one")
  func distributions() throws {
    for example in fixture.numericDrift {
      let (column, current, reference) = profiles(of: example, current: example.current)
      let distribution = try #require(
        measurer(column).distributions(of: current, against: reference, version: "").first)
      #expect(agree(distribution.bins.reduce(0) { $0 + $1.current }, 1))
      #expect(agree(distribution.bins.reduce(0) { $0 + ($1.reference ?? 0) }, 1))
      #expect(distribution.currentCount == example.current.count)
      #expect(distribution.bins.first?.lower == nil && distribution.bins.last?.upper == nil)
      #expect(distribution.bins.dropLast().compactMap(\.upper) == Set(example.deciles).sorted())
    }
  }

  private func table(
    of example: MeasureFixture.NumericDrift, current: [Double]? = nil
  ) -> [MetricKey: MetricValue] {
    let (column, now, before) = profiles(of: example, current: current ?? example.current)
    return measurer(column).table(of: now, against: before)
  }

  private func profiles(
    of example: MeasureFixture.NumericDrift, current: [Double]
  ) -> (ColumnSchema, Profile, Profile) {
    let anchors = NumericAnchors(
      reference: example.reference, deciles: [NumericAnchors.pooled: example.deciles])
    return (
      ColumnSchema(name: "x", subject: .feature, kind: .numeric(anchors)),
      Profile(column: "x", .numbers(current, anchors: anchors)),
      Profile(column: "x", .numbers(example.reference, anchors: anchors))
    )
  }

  private func measurer(_ column: ColumnSchema) -> ProfileMeasurer {
    ProfileMeasurer(
      schema: .sample(.binary, features: [column]), settings: MeasureSettings(minimumRows: 1))
  }
}
