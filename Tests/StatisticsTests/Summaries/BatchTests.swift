import Testing

@testable import Statistics

@Suite("Summaries of many numbers at once")
struct BatchTests {
  /// Numbers of every kind: equal and unequal in size, subnormal, huge, zero of both signs.
  private func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var source = SplitMix64(seed: seed)
    return (0..<count).map { index in
      switch seed % 4 {
      case 0: return Double.random(in: -1...1, using: &source)
      case 1:
        let bits = UInt64.random(in: .min ... .max, using: &source)
        let number = Double(bitPattern: bits)
        return number.isFinite ? number : 0
      case 2: return [0, -0.0, .leastNonzeroMagnitude, 1e300, -1e-200, 1, 3e15][index % 7]
      default: return Double(Int.random(in: -50...50, using: &source)) / 8
      }
    }
  }

  @Test("have the moments of one after the other", arguments: UInt64(0)..<12)
  func moments(seed: UInt64) {
    let numbers = numbers(3_000, seed: seed)
    var one = Moments()
    for number in numbers { one.add(number) }
    var many = Moments()
    many.add(contentsOf: numbers.span.extracting(..<1_234))
    many.add(contentsOf: numbers.span.extracting(1_234...))
    #expect(many == one)
  }

  @Test("have the sum of squares of whole numbers that Int has")
  func squares() {
    var moments = Moments()
    let numbers = (-1_000...1_000).map(Double.init)
    moments.add(contentsOf: numbers.span)
    // 2 · 1000 · 1001 · 2001 / 6
    #expect(moments.sumOfSquares.value == 667_667_000)
    #expect(moments.sum.value == 0)
    #expect(moments.count == 2_001)
  }

  @Test(
    "have the distinct count of one after the other",
    arguments: [1, 3, 255, 256, 257, 5_000, 40_000])
  func distinct(values: Int) {
    var source = SplitMix64(seed: UInt64(values))
    let numbers = (0..<20_000).map { _ in
      Double(Int.random(in: 0..<values, using: &source)) / 7
    }
    var one = DistinctCount()
    for number in numbers { one.add(number) }
    var many = DistinctCount()
    for start in stride(from: 0, to: numbers.count, by: 4_096) {
      many.add(contentsOf: numbers.span.extracting(start..<min(start + 4_096, numbers.count)))
    }
    #expect(many == one)
  }

  @Test("have the value counts of one after the other", arguments: [10, 16_384, 16_385, 60_000])
  func values(distinct: Int) {
    var source = SplitMix64(seed: UInt64(distinct))
    let numbers = (0..<70_000).map { index in
      Double((index * 7_919) % distinct) - Double.random(in: 0..<1, using: &source).rounded()
    }
    var one = ValueCounts()
    for number in numbers { one.add(number) }
    var many = ValueCounts()
    for start in stride(from: 0, to: numbers.count, by: 9_000) {
      var keys = numbers[start..<min(start + 9_000, numbers.count)].map(ValueCounts.key)
      many.add(keys: &keys)
    }
    #expect(many == one)
    #expect(many.total == one.total && many.isExact == one.isExact)
  }

  @Test("have the categories of one after the other", arguments: [0, 5, 1_000, 1_001, 4_000])
  func categories(distinct: Int) {
    let texts = (0..<distinct).map { (text: "text \($0)", count: $0 % 5) }
    var one = BoundedCategoryCounts()
    for (text, count) in texts.reversed() { one.add(text, times: count) }
    let hashed = texts.map { (text: $0.text, hash: StableHash.of($0.text), count: $0.count) }
    #expect(BoundedCategoryCounts(distinct: hashed) == one)
  }
}
