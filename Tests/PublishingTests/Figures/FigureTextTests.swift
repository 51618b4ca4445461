import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite struct FigureTextTests {
  private static let april = Period(.month, containing: Day(year: 2013, month: 4, day: 1))

  private func figure(_ fill: (inout ArmBuilder) -> Void) -> FigureText {
    var arm = ArmBuilder("a", .production, Self.april, rows: 100, labels: 100)
    fill(&arm)
    return FigureText(
      arm.record().publishable(for: SampleRisk.identity), of: SampleRisk.identity)
  }

  @Test("gives interval and rows with the value")
  func full() throws {
    let figure = figure { $0.set(.rocAuc, 0.69, half: 0.03, count: 1_274) }
    let value = try #require(figure.record[MetricKey(.rocAuc)])
    #expect(figure.full(value) == "0.690 (95 % interval 0.660 to 0.720, 1,274 rows)")
  }

  @Test("says one row, not one rows")
  func singular() throws {
    let figure = figure { $0.set(.rSquared, 0.5, count: 1) }
    let value = try #require(figure.record[MetricKey(.rSquared)])
    #expect(figure.full(value) == "0.500 (1 row)")
  }

  @Test("tells what a figure reads as, with the decimals that its interval carries")
  func rounded() throws {
    func read(_ metric: Metric, _ number: Double, half: Double) throws -> Double? {
      let figure = figure { $0.set(metric, number, half: half, count: 500) }
      let value = try #require(figure.record[MetricKey(metric)])
      let rounded = figure.rounded(value)
      // The number that the text shows is that number.
      #expect(
        rounded.map { NumberStyle(metric).text($0, decimals: figure.decimals(value)) }
          == figure.short(value))
      return rounded
    }
    #expect(try read(.rocAuc, 0.9984, half: 0.05) == 1)
    #expect(try read(.rocAuc, 0.9984, half: 0.005) == 0.998)
    #expect(try read(.accuracy, 0.6712, half: 0.08) == 0.67)
    #expect(try read(.rSquared, -1.2345, half: 0.4) == -1.23)
    let none = figure { $0.lack(.rocAuc, .noLabels, count: 0) }
    #expect(none.rounded(try #require(none.record[MetricKey(.rocAuc)])) == nil)
  }

  @Test("gives the reason where there is no value")
  func reason() {
    let figure = figure { $0.lack(.rocAuc, .tooFewRows(count: 12, minimum: 30), count: 12) }
    #expect(figure.short(MetricKey(.rocAuc)) == "too few rows (12, 30 needed)")
    #expect(figure.short(MetricKey(.accuracy)) == "not measured")
  }

  @Test("hides count, rate and reason of a group below the threshold")
  func suppression() throws {
    let slice = Slice.where("race", "Other")
    let figure = figure {
      $0.set(.rowCount, 9, slice: slice, count: 9)
      $0.lack(.rocAuc, .tooFewRows(count: 9, minimum: 30), slice: slice, count: 9)
      $0.set(.accuracy, 1, half: 0, slice: slice, count: 9)
    }
    #expect(figure.short(MetricKey(.rowCount, slice: slice)) == "<10")
    #expect(figure.short(MetricKey(.rocAuc, slice: slice)) == "not published")
    let accuracy = try #require(figure.record[MetricKey(.accuracy, slice: slice)])
    #expect(figure.full(accuracy) == "not published")
    #expect(figure.interval(accuracy) == nil)
    #expect(figure.count(accuracy) == "<10")
  }

  @Test("shows a group of exactly the threshold")
  func threshold() {
    let slice = Slice.where("race", "Other")
    let figure = figure {
      $0.set(.rowCount, 10, slice: slice, count: 10)
      $0.set(.accuracy, 0.5, slice: slice, count: 10)
    }
    #expect(figure.short(MetricKey(.accuracy, slice: slice)) == "50.0 %")
  }

  @Test("hides a rate that rests on too few labels of a large group")
  func fewLabels() {
    let slice = Slice.where("race", "Other")
    let figure = figure {
      $0.set(.rowCount, 80, slice: slice, count: 80)
      $0.set(.accuracy, 0.5, slice: slice, count: 4)
    }
    #expect(figure.short(MetricKey(.rowCount, slice: slice)) == "80")
    #expect(figure.short(MetricKey(.accuracy, slice: slice)) == "not published")
  }
}
