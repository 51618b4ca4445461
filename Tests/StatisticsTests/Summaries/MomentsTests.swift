import Testing

@testable import Statistics

@Suite("Moments")
struct MomentsTests {
  private let cases: [SummaryFixture.MomentsCase]

  init() throws {
    cases = try SummaryFixture.load().moments
  }

  @Test("have the mean of rational arithmetic to one unit in the last place")
  func mean() throws {
    for example in cases {
      let mean = try #require(Moments(of: example.values).mean)
      // The sum is rounded once and the quotient once more.
      #expect((mean - example.mean).magnitude <= example.mean.ulp, "\(example.name)")
    }
  }

  @Test("have the variance of rational arithmetic, however far from zero the values lie")
  func variance() throws {
    for example in cases {
      let variance = try #require(Moments(of: example.values).variance)
      // 2⁻¹⁰⁰ of Σx² is what 106 bits leave beside a spread that cancels.
      let size = example.values.reduce(0) { $0 + $1 * $1 }
      let tolerance = max(4 * example.variance.ulp, 0x1p-100 * size)
      #expect((variance - example.variance).magnitude <= tolerance, "\(example.name)")
    }
  }

  @Test("have the standard deviation that NIST's four numbers have, shifted by 10⁹")
  func standardDeviation() {
    let moments = Moments(of: [4, 7, 13, 16].map { 1e9 + $0 })
    #expect(moments.variance == 30)
    #expect(moments.standardDeviation == 30.0.squareRoot())
  }

  @Test("have no mean without values and no variance with fewer than two")
  func tooFewValues() {
    #expect(Moments().mean == nil)
    #expect(Moments().variance == nil)
    #expect(Moments(of: [3]).mean == 3)
    #expect(Moments(of: [3]).variance == nil)
  }

  @Test("have neither when a sum is beyond the range")
  func overflow() {
    #expect(Moments(of: [1e308, 1e308]).mean == nil)
    #expect(Moments(of: [1e200, -1e200]).mean == 0)
    #expect(Moments(of: [1e200, -1e200]).variance == nil)
  }

  @Test("merge parts to one pass, to the last bit", arguments: UInt64(1)...5)
  func mergesParts(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    for example in cases {
      let parts = source.parts(of: example.values, count: 4).map { Moments(of: $0) }
      let whole = Moments(of: example.values)
      let left = parts.reduce(Moments()) { $0.merged(with: $1) }
      let right = parts.reversed().reduce(Moments()) { $1.merged(with: $0) }
      #expect(left == whole)
      #expect(right == whole)
      #expect(left.variance?.bitPattern == whole.variance?.bitPattern)
    }
  }
}

extension Moments {
  init(of values: [Double]) {
    self.init()
    for value in values { add(value) }
  }
}
