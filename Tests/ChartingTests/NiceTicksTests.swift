import Testing

@testable import Charting

@Suite("Nice ticks")
struct NiceTicksTests {
  static let domains: [ClosedRange<Double>] = [
    0...1, 0.3...0.9, -0.07...0.0312, 1e-9...3e-9, -5e12...7e15, 0.7119...0.7121, 99...101, 3...3,
    0...0, -1e300...1e300, 1...(1 + 1e-15),
  ]

  @Test("cover the domain", arguments: domains)
  func cover(domain: ClosedRange<Double>) throws {
    let ticks = NiceTicks(covering: domain, about: 5)
    let low = max(domain.lowerBound, -Drawable.limit)
    let high = min(domain.upperBound, Drawable.limit)
    // Rounding of the last digit is allowed for, as a tick is a decimal number.
    let slack = (ticks.range.upperBound - ticks.range.lowerBound) * 1e-6
    #expect(ticks.range.lowerBound <= low + slack && ticks.range.upperBound >= high - slack)
  }

  @Test("are few, whatever the domain", arguments: domains)
  func count(domain: ClosedRange<Double>) {
    #expect((2...12).contains(NiceTicks(covering: domain, about: 5).values.count))
  }

  @Test("step by 1, 2 or 5", arguments: domains)
  func nice(domain: ClosedRange<Double>) {
    #expect([1, 2, 5].contains(NiceTicks(covering: domain, about: 5).mantissa))
  }

  @Test("are the doubles that a person would write")
  func exact() {
    let ticks = NiceTicks(covering: 0...0.7, about: 7)
    #expect(ticks.values == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
  }
}
