import Statistics

extension SplitMix64 {
  /// The elements divided at random into parts, of which some may be empty.
  mutating func parts<Element>(of elements: [Element], count: Int) -> [[Element]] {
    var parts = [[Element]](repeating: [], count: count)
    for element in elements { parts[Int.random(in: 0..<count, using: &self)].append(element) }
    return parts
  }
}
