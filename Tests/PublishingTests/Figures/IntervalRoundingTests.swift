import Assessment
import Foundation
import Profiling
import Statistics
import Testing

@testable import Publishing

@Suite("Rounding follows the interval")
struct IntervalRoundingTests {
  /// A value as a report writes it, with its interval.
  private func text(
    _ metric: Metric, _ value: Double, _ lower: Double, _ upper: Double,
    limits: [Assessment.Expectation] = []
  ) -> String {
    let key = MetricKey(metric)
    let estimate = Estimate.value(value, interval: Interval(lower: lower, upper: upper))
    let judge = Judge(expectations: limits, minimumRows: 30)
    var arm = ArmBuilder(
      "1", .production, Period(.month, containing: Day(year: 2026, month: 4, day: 1)), rows: 400,
      labels: 400)
    arm.values[key] = MetricValue(key, estimate, count: 400)
    let figure = FigureText(
      arm.record(judge),
      of: ModelIdentity(
        id: "m", title: "M", task: .binary, owner: nil, about: nil, periodKind: .month,
        timezone: "UTC", positive: "1", minimumRows: 30, suppressBelow: 10,
        protectedAttributes: []))
    let written = figure.record[key]
    return "\(figure.short(written)) (\(figure.interval(written) ?? "none"))"
  }

  @Test(
    "writes no digit that the interval does not carry",
    arguments: [
      // Wilson intervals of 73 of 109, 2,680 of 4,000 and 670,000 of 1,000,000.
      (Metric.accuracy, 0.6697, 0.5771, 0.7510, "67 % (58 % to 75 %)"),
      (.accuracy, 0.67, 0.6553, 0.6844, "67.0 % (65.5 % to 68.4 %)"),
      (.accuracy, 0.67, 0.66908, 0.67092, "67.0 % (66.9 % to 67.1 %)"),
      // So narrow that the usual digits would make a point of it.
      (.accuracy, 0.670_2, 0.670_11, 0.670_29, "67.020 % (67.011 % to 67.029 %)"),
      (.rocAuc, 0.690, 0.661, 0.718, "0.690 (0.661 to 0.718)"),
      (.rocAuc, 0.690, 0.561, 0.818, "0.69 (0.56 to 0.82)"),
      (.meanError, -2.32, -4.41, -0.228, "−2.3 (−4.4 to −0.2)"),
      (.meanAbsoluteError, 12_345, 11_321, 13_370, "12,300 (11,300 to 13,400)"),
      (.meanError, 0.04, -20, 20, "0 (−20 to 20)"),
      // A share that is neither never reads as none or all.
      (.accuracy, 0.004, 0, 0.12, "0.4 % (0 % to 12 %)"),
      (.accuracy, 0.998, 0.89, 1, "99.8 % (89 % to 100 %)"),
    ])
  func digits(
    _ metric: Metric, _ value: Double, _ lower: Double, _ upper: Double, _ expected: String
  ) {
    #expect(text(metric, value, lower, upper) == expected)
  }

  @Test("spares no digit that tells a value from its limit")
  func limits() {
    func written(_ value: Double, least: Double) -> String {
      let rule = Assessment.Expectation(.accuracy, minimum: least, origin: .configured)
      let text = text(.accuracy, value, value - 0.09, value + 0.09, limits: [rule])
      return String(text.prefix { $0 != "(" })
    }
    #expect(written(0.6661, least: 0.5) == "67 % ")
    #expect(written(0.6661, least: 0.668) == "66.6 % ")
    #expect(written(0.6661, least: 0.67) == "66.6 % ")
    #expect(written(0.6741, least: 0.67) == "67.4 % ")
    // Where the usual digits do not tell them apart, words do.
    #expect(written(0.66996, least: 0.67) == "67.0 % ")
  }

  @Test("a difference is that of the numbers beside it, as they are shown")
  func differences() throws {
    var random = SplitMix64(seed: 11)
    let style = NumberStyle(unit: .plain)
    for _ in 0..<2_000 {
      let one = Double.random(in: 0...30, using: &random)
      let other = Double.random(in: 0...30, using: &random)
      let shown = try [one, other].map { try #require(Double(style.text($0, decimals: 1))) }
      let text = style.difference(one - other, between: one, and: other, decimals: 1)
      let number = try #require(
        Double(text.replacing(NumberText.minus, with: "-").replacing("+", with: "")))
      #expect((number - (shown[0] - shown[1])).magnitude < 1e-9, "\(one) \(other): \(text)")
    }
    #expect(style.difference(0.64, between: 16.26, and: 15.62, decimals: 1) == "+0.7")
    #expect(style.difference(0.02, between: 15.66, and: 15.64, decimals: 1) == "+0.1")
    #expect(
      NumberStyle(unit: .share).difference(-0.0004, between: 0.5001, and: 0.4997) == "0.0 points")
  }

  @Test("what stands beside a figure has its digits: the limit derived from the reference")
  func besideLimit() {
    let rule = Assessment.Expectation(
      .rootMeanSquaredError, maximum: 25.613, origin: .referenceChunks(count: 10))
    // 26 would do for the interval, and would not tell 25.79 from 25.61.
    #expect(
      text(.rootMeanSquaredError, 25.79, 20.8, 30.8, limits: [rule]) == "25.8 (20.8 to 30.8)")
    #expect(text(.rootMeanSquaredError, 28.2, 20.8, 35.6, limits: [rule]) == "28 (21 to 36)")
  }

  @Test("spares no digit that tells a ratio from four fifths")
  func fourFifths() {
    #expect(text(.impactRatio, 0.7961, 0.55, 1.05) == "0.796 (0.550 to 1.050)")
    #expect(text(.impactRatio, 0.7861, 0.55, 1.05) == "0.79 (0.55 to 1.05)")
  }

  @Test("the last digit stands for a tenth of the width at most, for a hundredth at least")
  func law() throws {
    var random = SplitMix64(seed: 7)
    let style = NumberStyle(unit: .plain)
    for _ in 0..<5_000 {
      let size = pow(10, Double.random(in: -3...5, using: &random))
      let value = size * Double.random(in: -1...1, using: &random)
      let half = size * pow(10, Double.random(in: -5...1, using: &random))
      let interval = Interval(lower: value - half, upper: value + half)
      let places = try #require(style.decimals(of: value, within: interval))
      let step = pow(10, -Double(places))
      let usual = style.usualDecimals(value)
      let words: Comment = "\(value) ± \(half): \(places)"
      if places < usual { #expect(step > 2 * half / 101, words) }
      if places > usual {
        let ends = [interval.lower, interval.upper].map { style.text($0, decimals: usual) }
        #expect(ends[0] == ends[1], words)
        #expect(places <= usual + 2, words)
      } else {
        #expect(step <= 2 * half / 9.99 || places == usual, words)
      }
    }
  }

  @Test("reads the bounds, the first value and the difference in the digits of the value")
  func others() {
    let style = NumberStyle(unit: .plain)
    #expect(style.difference(-1.24, between: 13.7, and: 12.46, decimals: 0) == "−2")
    #expect(style.difference(-1.24, between: 13.7, and: 12.46) == "−1.2")
    #expect(
      NumberStyle(unit: .share).difference(-0.01, between: 0.5, and: 0.49, decimals: 0)
        == "−1 point")
  }
}
