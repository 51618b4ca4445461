import Testing

@testable import Charting

@Suite("Axis of values")
struct ValueAxisTests {
  @Test("contains values and rules")
  func contains() {
    let axis = ValueAxis().fitted(values: [0.31, 0.38], rules: [0.8], intervals: [], about: 4)
    #expect(axis.domain.contains(0.31) && axis.domain.contains(0.8))
  }

  @Test("contains zero when asked to")
  func zero() {
    let axis = ValueAxis(zero: .included)
      .fitted(values: [80, 90], rules: [], intervals: [], about: 4)
    #expect(axis.domain.lowerBound == 0)
  }

  @Test("stays within hard bounds")
  func bounds() {
    let axis = ValueAxis(bounds: 0...1)
      .fitted(values: [0.2, 1], rules: [], intervals: [0.1...1.4], about: 4)
    #expect(axis.domain.upperBound == 1)
  }

  @Test("shows a value beyond hard bounds rather than hiding it")
  func beyond() {
    let axis = ValueAxis(bounds: 0...1).fitted(values: [1.2], rules: [], intervals: [], about: 4)
    #expect(axis.domain.contains(1.2))
  }

  @Test("does not flatten the line for one wild interval")
  func wild() {
    let calm = (0..<9).map { _ in 0.69...0.71 }
    let axis = ValueAxis()
      .fitted(values: [0.68, 0.72], rules: [], intervals: calm + [-40...40.0], about: 4)
    #expect(axis.domain.upperBound - axis.domain.lowerBound < 0.25)
  }

  @Test("gives ticks the decimals that tell them apart")
  func decimals() {
    let axis = ValueAxis(format: .number(decimals: 0))
      .fitted(values: [0.70, 0.74], rules: [], intervals: [], about: 4)
    #expect(Set(axis.ticks.map(\.text)).count == axis.ticks.count)
  }

  @Test(
    "writes large and small ticks as a person would",
    arguments: [
      (3_900_000.0, "4M"), (90_000, "100,000"), (4e-9, "4e-9"), (3e17, "3e17"), (0.9, "1.0"),
    ])
  func large(sample: (Double, String)) {
    let axis = ValueAxis(zero: .included)
      .fitted(values: [sample.0], rules: [], intervals: [], about: 4)
    #expect(axis.ticks.map(\.text).contains(sample.1))
  }
}
