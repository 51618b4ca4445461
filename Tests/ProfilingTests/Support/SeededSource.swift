/// Repeatable random numbers for tests: a linear congruential generator with Knuth's constants.
struct SeededSource: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    step() << 32 | step()
  }

  private mutating func step() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 32
  }

  /// The elements divided at random.
  mutating func parts<Element>(of elements: [Element], count: Int) -> [[Element]] {
    var parts = [[Element]](repeating: [], count: count)
    for element in elements { parts[Int.random(in: 0..<count, using: &self)].append(element) }
    return parts
  }
}
