import Foundation
import Statistics
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Diagnostics")
struct DiagnosticsTests {
  /// What `Oracles/curves.py` computed.
  private struct Fixture: Decodable {
    struct Example: Decodable {
      let labels: [Int]
      let scores: [Double]
      let roc: [[Double]]
      let precisionRecall: [[Double]]
      let calibration: [[Double]]
    }

    let few: Example
    let many: Example

    static func load(from file: String = #filePath) throws -> Fixture {
      let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      let data = try Data(contentsOf: folder.appending(path: "Oracles/curves.json"))
      return try JSONDecoder().decode(Fixture.self, from: data)
    }
  }

  private let binary = ProfileMeasurer(
    schema: .sample(.binary), settings: MeasureSettings(minimumRows: 1))

  private func profile(_ example: Fixture.Example) -> Profile {
    Profile(
      labels: example.labels, predictions: example.scores.map { $0 > 0.5 ? 1 : 0 },
      scores: example.scores)
  }

  /// Scores of both classes, every one different.
  private func large(_ count: Int) -> Profile {
    let scores = (0..<count).map { Double(($0 * 7_919) % count) / Double(count) }
    let labels = scores.enumerated().map { ($0.offset % 3 == 0) != ($0.element > 0.5) ? 1 : 0 }
    return Profile(labels: labels, predictions: labels, scores: scores)
  }

  private func area(_ places: [Diagnostics.Place]) -> Double {
    zip(places, places.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.1.x - pair.0.x) * (pair.0.y + pair.1.y) / 2
    }
  }

  private func expect(_ places: [Diagnostics.Place], equal expected: [[Double]]) {
    #expect(places.count == expected.count)
    for (place, pair) in zip(places, expected) {
      #expect(agree(place.x, pair[0]) && agree(place.y, pair[1]))
    }
  }

  @Test("the curves have the places of scikit-learn, ties included")
  func curves() throws {
    let fixture = try Fixture.load()
    for example in [fixture.few, fixture.many] {
      let found = binary.diagnostics(of: profile(example), against: nil)
      let ranking = try #require(found.ranking)
      expect(ranking.roc, equal: example.roc)
      // Before the first place stands one at recall 0.
      expect(Array(ranking.precisionRecall.dropFirst()), equal: example.precisionRecall)
      #expect(ranking.precisionRecall.first?.x == 0)
    }
  }

  @Test("the area under the places is the metric, while nothing is thinned")
  func areas() throws {
    let profile = profile(try Fixture.load().many)
    let roc = try #require(binary.diagnostics(of: profile, against: nil).ranking?.roc)
    #expect(
      agree(area(roc), try #require(binary.table(of: profile)[MetricKey(.rocAuc)]?.estimate.value)))
  }

  @Test("thinned curves keep both ends, rise, and lose no area that could be seen")
  func thinned() throws {
    let profile = large(5_003)
    let ranking = try #require(binary.diagnostics(of: profile, against: nil).ranking)
    for places in [ranking.roc, ranking.precisionRecall] {
      #expect(places.count <= 100 && places.count > 60)
      #expect(places.first?.x == 0 && places.last?.x == 1)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0.x <= $1.x })
    }
    #expect(ranking.roc.first?.y == 0 && ranking.roc.last?.y == 1)
    let whole = try #require(binary.table(of: profile)[MetricKey(.rocAuc)]?.estimate.value)
    // A chord of 1/49 cuts off less than half its square.
    #expect(abs(area(ranking.roc) - whole) < 0.0005)
  }

  @Test("bins of probabilities agree with scikit-learn and sum up to the calibration error")
  func calibration() throws {
    let fixture = try Fixture.load()
    for example in [fixture.few, fixture.many] {
      let profile = profile(example)
      let found = try #require(binary.diagnostics(of: profile, against: nil).calibration)
      #expect(found.isProbability)
      expect(
        found.bins.map { Diagnostics.Place(x: $0.meanScore, y: $0.outcome.value ?? -1) },
        equal: example.calibration)
      let error = found.bins.reduce(0) {
        $0 + Double($1.count) * abs(($1.outcome.value ?? 0) - $1.meanScore)
      }
      let metric = binary.table(of: profile)[MetricKey(.expectedCalibrationError)]
      #expect(agree(metric?.estimate.value, error / Double(example.labels.count)))
    }
  }

  @Test("other scores have a bin for each value while they are few, else about equal bins")
  func scoreBins() throws {
    let scores = (0..<40).map { Double($0 % 4 + 1) }
    let few = CalibrationBins(
      positives: ValueCounts(scores), negatives: ValueCounts(scores), isProbability: false,
      confidence: .percent95)
    #expect(few.calibration?.bins.map(\.lower) == [1, 2, 3, 4])
    #expect(few.calibration?.bins.map(\.upper) == [1, 2, 3, 4])
    #expect(few.calibration?.bins.map(\.count) == [20, 20, 20, 20])
    let many = CalibrationBins(
      positives: ValueCounts((0..<500).map(Double.init)), negatives: ValueCounts([]),
      isProbability: false, confidence: .percent95)
    #expect(many.calibration?.bins.map(\.count) == Array(repeating: 50, count: 10))
  }

  @Test("the cells of a confusion matrix are the counts of the metrics")
  func confusion() throws {
    let profile = Profile(
      labels: [1, 1, 1, 0, 0, 0, 0], predictions: [1, 1, 0, 0, 0, 0, 1],
      scores: [1, 1, 0, 0, 0, 0, 1])
    let found = try #require(binary.diagnostics(of: profile, against: nil).confusion)
    #expect(found.counts == [[3, 1], [1, 2]])
    #expect(found.classes.last == "1")
  }

  @Test("of many classes the most frequent are kept, and no row is lost")
  func manyClasses() throws {
    var outcomes = MulticlassOutcomes()
    for label in 0..<14 {
      for row in 0...label {
        outcomes.add(
          predicted: "c\((label + row % 2) % 14)", actual: "c\(label)", scores: nil, classes: [],
          scoreIsProbability: false)
      }
    }
    let found = try #require(ConfusionTable(outcomes).diagnostic)
    #expect(found.classes.count == 10 && found.classes.last == "(others)")
    #expect(!found.classes.contains("c0") && found.classes.contains("c13"))
    #expect(found.counts.joined().reduce(0, +) == outcomes.count)
  }

  @Test("labels arrive up to their coverage, at most 60 places")
  func arrival() throws {
    var profile = Profile()
    let profiler = OutcomeProfiler(schema: .sample(.binary))
    for day in 0..<300 {
      profiler.add(
        LabelledPrediction(
          prediction: .category("1"), score: .single(0.5), label: .category("\(day % 2)"),
          delayDays: Double(day), slices: [.all]), to: &profile.outcome)
    }
    profile.input.slices[.all] = .init(rows: 400, predictions: 400, positivePredictions: 400)
    let places = binary.diagnostics(of: profile, against: nil).arrival
    #expect(places.count <= 60 && places.first?.x == 0)
    #expect(places.last == Diagnostics.Place(x: 299, y: 0.75))
    let coverage = binary.table(of: profile)[MetricKey(.labelCoverage)]
    #expect(coverage?.estimate.value == places.last?.y)
  }

  @Test("errors of a regression model are shared out over the deciles of the reference's")
  func errors() throws {
    let measurer = ProfileMeasurer(
      schema: .sample(.regression), settings: MeasureSettings(minimumRows: 1))
    let reference = Profile(
      labels: (1...100).map { Double($0) }, predictions: (1...100).map { _ in 0 })
    let current = Profile(labels: [50, 150, 250, 350], predictions: [0, 0, 0, 0])
    let found = try #require(
      measurer.diagnostics(of: current, against: reference).errors)
    #expect(found.sizes.count == 10 && found.referenceCount == 100)
    #expect(found.sizes.allSatisfy { agree($0.reference, 0.1) })
    #expect(found.sizes.map(\.current).last == 0.75 && found.sizes[4].current == 0.25)
  }

  @Test("there is nothing behind figures that are none")
  func nothing() {
    #expect(binary.diagnostics(of: Profile(), against: nil) == .none)
    let oneClass = Profile(labels: [1, 1], predictions: [1, 0], scores: [0.2, 0.9])
    #expect(binary.diagnostics(of: oneClass, against: nil).ranking == nil)
  }
}

extension ValueCounts {
  fileprivate init(_ values: [Double]) {
    self.init()
    for value in values { add(value) }
  }
}
