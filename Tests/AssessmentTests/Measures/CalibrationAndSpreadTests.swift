import Foundation
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Calibration error, spread and drifted features")
struct CalibrationAndSpreadTests {
  /// What `Oracles/calibration_and_spread.py` computed.
  private struct Fixture: Decodable {
    struct Calibration: Decodable {
      let scores: [Double]
      let labels: [Int]
      let error: Double
    }

    struct Spread: Decodable {
      let values: [Double]
      let deviation: Double
      let bounds: [Double]
    }

    let calibration: [Calibration]
    let spread: [Spread]

    static func load(from file: String = #filePath) throws -> Fixture {
      let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      let data = try Data(
        contentsOf: folder.appending(path: "Oracles/calibration_and_spread.json"))
      return try JSONDecoder().decode(Fixture.self, from: data)
    }
  }

  private let settings = MeasureSettings(minimumRows: 1)

  @Test("the calibration error agrees with NumPy, probabilities at the edges of bins included")
  func calibration() throws {
    let measurer = ProfileMeasurer(schema: .sample(.binary), settings: settings)
    for example in try Fixture.load().calibration {
      let table = measurer.table(
        of: Profile(
          labels: example.labels, predictions: example.labels, scores: example.scores))
      let value = try #require(table[MetricKey(.expectedCalibrationError)])
      #expect(agree(value.estimate.value, example.error))
      #expect(value.count == example.labels.count)
    }
  }

  @Test("the calibration error has the same interval every time, with the value in it")
  func seededInterval() throws {
    let measurer = ProfileMeasurer(schema: .sample(.binary), settings: settings)
    let example = try #require(try Fixture.load().calibration.first)
    let profile = Profile(
      labels: example.labels, predictions: example.labels, scores: example.scores)
    let values = (0..<2).map { _ in
      measurer.table(of: profile)[MetricKey(.expectedCalibrationError)]
    }
    #expect(values[0] == values[1])
    let interval = try #require(values[0]?.estimate.interval)
    #expect(interval.lower <= example.error && example.error <= interval.upper)
    #expect(interval.lower >= 0 && interval.upper <= 1)
  }

  @Test("there is no calibration error without labels, or of scores that are no probabilities")
  func noCalibration() {
    let measurer = ProfileMeasurer(schema: .sample(.binary), settings: settings)
    let key = MetricKey(.expectedCalibrationError)
    #expect(measurer.table(of: Profile())[key]?.estimate == .unavailable(.noLabels))
    let plain = ProfileMeasurer(schema: .sample(.binary, scored: false), settings: settings)
    #expect(plain.table(of: Profile())[key] == nil)
  }

  @Test("the standard deviation has Bonett's interval")
  func spread() throws {
    for example in try Fixture.load().spread {
      let value = deviation(of: example.values)
      #expect(agree(value?.value, example.deviation))
      #expect(agree(value?.interval, example.bounds))
    }
  }

  @Test("the standard deviation of few or equal values has no interval")
  func noSpread() {
    #expect(deviation(of: [1, 2, 4, 8])?.value != nil)
    #expect(deviation(of: [1, 2, 4, 8])?.interval == nil)
    #expect(deviation(of: [3, 3, 3, 3, 3, 3]) == .value(0, interval: nil))
  }

  @Test("R² has an interval on either side of 0, and none with two rows")
  func determination() throws {
    let measurer = ProfileMeasurer(schema: .sample(.regression), settings: settings)
    func estimate(_ labels: [Double], _ predictions: [Double]) -> Estimate? {
      measurer.table(of: Profile(labels: labels, predictions: predictions))[
        MetricKey(.rSquared)]?.estimate
    }
    let good = try #require(estimate([1, 2, 3, 4], [1.5, 2.5, 2, 4])?.interval)
    #expect(good.lower < 0.7 && good.upper < 1 && good.upper > 0.7)
    let bad = try #require(estimate([1, 2, 3, 4], [4, 3, 2, 0])?.interval)
    #expect(bad.lower < 0 && bad.upper > bad.lower)
    #expect(estimate([1, 2], [1, 3])?.interval == nil)
    #expect(estimate([1, 2, 3], [1, 2, 3]) == .value(1, interval: nil))
  }

  @Test("drifted features are counted among those that can be compared")
  func driftedFeatures() {
    let anchors = NumericAnchors(reference: (0..<10).map(Double.init))
    let columns = ["still", "moved", "absent"].map {
      ColumnSchema(name: $0, subject: .feature, kind: .numeric(anchors))
    }
    let measurer = ProfileMeasurer(
      schema: .sample(.binary, features: columns), settings: settings)
    let even = (0..<100).map { Double($0 % 10) }
    var reference = Profile(column: "still", .numbers(even, anchors: anchors))
    reference.input.columns["moved"] = .numbers(even, anchors: anchors)
    var current = Profile(column: "still", .numbers(even, anchors: anchors))
    current.input.columns["moved"] = .numbers(even.map { min(9, $0 + 5) }, anchors: anchors)
    let key = MetricKey(.driftedFeatureShare)
    let value = measurer.table(of: current, against: reference)[key]
    #expect(value?.estimate == .value(0.5, interval: Interval(lower: 0.5, upper: 0.5)))
    #expect(value?.count == 100)
    // Of so few rows nobody can tell whether the feature has moved.
    let few = (0..<20).map { Double($0 % 10) }
    var small = Profile(column: "still", .numbers(even, anchors: anchors))
    small.input.columns["moved"] = .numbers(few.map { min(9, $0 + 1) }, anchors: anchors)
    #expect(
      measurer.table(of: small, against: reference)[key]?.estimate
        == .value(0.5, interval: Interval(lower: 0, upper: 0.5)))
    #expect(measurer.table(of: current)[key]?.estimate == .unavailable(.noReference))
    #expect(
      measurer.table(of: Profile(), against: reference)[key]?.estimate == .unavailable(.noRows))
  }

  private func deviation(of values: [Double]) -> Estimate? {
    let anchors = NumericAnchors(reference: values)
    let column = ColumnSchema(name: "x", subject: .feature, kind: .numeric(anchors))
    let measurer = ProfileMeasurer(
      schema: .sample(.binary, features: [column]), settings: settings)
    return measurer.table(of: Profile(column: "x", .numbers(values, anchors: anchors)))[
      MetricKey(.standardDeviation, feature: "x")]?.estimate
  }
}
