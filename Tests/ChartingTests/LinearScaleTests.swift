import Testing

@testable import Charting

@Suite("Linear scale")
struct LinearScaleTests {
  @Test("maps ends to ends, on an axis that grows upwards too")
  func ends() {
    let scale = LinearScale(domain: -3...7, start: 200, end: 20)
    #expect(scale.position(-3) == 200 && scale.position(7) == 20)
  }

  @Test("sends a domain without width to the middle")
  func constant() {
    #expect(LinearScale(domain: 4...4, start: 0, end: 10).position(4) == 5)
  }

  @Test("keeps clamped positions within the range")
  func clamped() {
    let scale = LinearScale(domain: 0...1, start: 0, end: 100)
    #expect(scale.clampedPosition(.infinity) == 100 && scale.clampedPosition(-9) == 0)
  }

  @Test("finds every value back at its position", arguments: [-3, -0.5, 0, 2.25, 7])
  func inverse(value: Double) {
    for (start, end) in [(200.0, 20.0), (8, 632)] {
      let scale = LinearScale(domain: -3...7, start: start, end: end)
      // Two roundings of doubles near 10.
      #expect(abs(scale.value(at: scale.position(value)) - value) < 1e-12)
    }
  }
}
