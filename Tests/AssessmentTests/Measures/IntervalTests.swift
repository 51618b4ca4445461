import Statistics
import Testing

@testable import Assessment

@Suite("Intervals of estimates")
struct IntervalTests {
  private let fixture: MeasureFixture.Intervals

  init() throws {
    fixture = try MeasureFixture.load().intervals
  }

  @Test("of a share agree with SciPy's Wilson interval")
  func wilson() throws {
    for example in fixture.wilson {
      let level = try ConfidenceLevel(example.confidence)
      let estimate = Estimate.proportion(
        example.part, of: example.whole, confidence: level, whenEmpty: .noRows)
      #expect(agree(estimate.interval, example.bounds), "\(example.part)/\(example.whole)")
    }
  }

  @Test("of a mean agree with SciPy's t interval")
  func means() {
    for example in fixture.means {
      var moments = Moments()
      for value in example.values { moments.add(value) }
      let estimate = Estimate.mean(of: moments, confidence: .percent95, whenEmpty: .noRows)
      #expect(agree(estimate.value, example.mean))
      #expect(agree(estimate.interval, example.bounds))
    }
  }

  @Test("do not exist without rows, and for a mean of one value")
  func tooFewRows() {
    let none = Estimate.proportion(0, of: 0, confidence: .percent95, whenEmpty: .noLabels)
    #expect(none == .unavailable(.noLabels))
    let nothing = Estimate.mean(of: Moments(), confidence: .percent95, whenEmpty: .noValues)
    #expect(nothing == .unavailable(.noValues))
    var one = Moments()
    one.add(7)
    #expect(
      Estimate.mean(of: one, confidence: .percent95, whenEmpty: .noValues)
        == .value(7, interval: nil))
  }

  @Test("do not exist for a mean beyond the range of numbers")
  func overflow() {
    var moments = Moments()
    moments.add(1e308)
    moments.add(1e308)
    let estimate = Estimate.mean(of: moments, confidence: .percent95, whenEmpty: .noValues)
    #expect(estimate.reason?.description == "the sum exceeds the range of numbers")
  }
}
