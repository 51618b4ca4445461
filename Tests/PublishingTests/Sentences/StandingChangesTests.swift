import Assessment
import Profiling
import Testing

@testable import Publishing

/// What is said of expectations whose standing changed: in two grades, as in every table.
@Suite("Changes of standing")
struct StandingChangesTests {
  private typealias Expectation = Assessment.Expectation
  private typealias Month = StoryFixture.Month

  private static let error = Expectation(.meanAbsoluteError, maximum: 15, origin: .configured)
  private static let mix = Expectation(
    .psi, feature: "wind", maximum: 0.25, watchAbove: 0.1, origin: .convention)

  private func drift(_ values: [Double]) -> StoryFixture {
    let months = values.map { value in
      var month = Month().with(.psi, value, feature: "wind")
      month.significance[Self.mix.key] = Significance(pValue: 1e-6, adjusted: 1e-5)
      return month
    }
    return StoryFixture(expectations: [Self.mix], months: months)
  }

  private func sentences(_ fixture: StoryFixture, _ role: Role) -> [String] {
    StandingChanges(context: fixture.context, role: role).sentences
  }

  @Test("tell plain readers of drift as worth a look, and others by its name")
  func newDrift() {
    let fixture = drift([0.05, 0.4])
    #expect(sentences(fixture, .productManager) == ["New and worth a look: the mix of wind."])
    #expect(
      sentences(fixture, .dataScientist)
        == ["Newly different from the reference: the mix of wind."])
  }

  @Test("tell plain readers nothing of drift that stays worth a look")
  func sameGrade() {
    for values in [[0.15, 0.4], [0.4, 0.15]] {
      #expect(sentences(drift(values), .business).isEmpty)
    }
    #expect(
      sentences(drift([0.4, 0.15]), .dataScientist) == ["Now only worth a look: the mix of wind."])
    #expect(sentences(drift([0.4, 0.05]), .business) == ["Back as expected: the mix of wind."])
  }

  @Test("say that a value is now only worth a look where the evidence against it is gone")
  func eased() {
    let months = [
      Month.with(.meanAbsoluteError, 16, half: 0.3), .with(.meanAbsoluteError, 15.2, half: 0.8),
    ]
    let fixture = StoryFixture(expectations: [Self.error], months: months)
    #expect(
      sentences(fixture, .productManager) == ["Now only worth a look: how far predictions are off."]
    )
  }

  @Test("name a thing that two measures tell of once, in the graver grade")
  func oneName() {
    let rules = [
      Expectation(.rootMeanSquaredError, maximum: 20, origin: .configured),
      Expectation(.absoluteErrorQuantile90, maximum: 30, watchAbove: 25, origin: .configured),
    ]
    let months = [(15.0, 20.0), (24, 27)].map { squared, quantile in
      Month.with(.rootMeanSquaredError, squared, half: 1)
        .with(.absoluteErrorQuantile90, quantile, half: 1)
    }
    let fixture = StoryFixture(expectations: rules, months: months)
    #expect(
      sentences(fixture, .productManager) == ["New outside the limit: the size of large errors."])
    #expect(
      sentences(fixture, .dataScientist) == [
        "New outside the limit: root mean squared error.",
        "New and worth a look: 90 % quantile of the absolute error.",
      ])
  }

  @Test("call nothing new in the first period")
  func first() {
    #expect(
      drift([0.4]).story(.productManager).asks
        == [
          "Ask what changed in wind, and whether that is expected: its mix differs from the "
            + "reference."
        ])
    #expect(
      drift([0.05, 0.4]).story(.productManager).asks
        == [
          "Ask what changed in wind, and whether that is expected: its mix newly differs from the "
            + "reference."
        ])
  }

  @Test("say from which days the inputs differ")
  func reference() {
    var fixture = drift([0.05, 0.4])
    fixture.referenceDays =
      Day(year: 2023, month: 3, day: 1)...Day(year: 2023, month: 3, day: 31)
    #expect(
      fixture.story(.business).grounds.contains(
        "The inputs have changed: the mix of wind differs from the reference of 1 to 31 March 2023. "
          + "That is a reason to look, not a fault of the model."))
  }
}
