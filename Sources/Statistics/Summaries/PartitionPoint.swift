extension Span {
  /// The first position whose element does not come before a place; `count` when all of them do.
  ///
  /// With `{ $0 < x }` on ascending elements this is the first that is not below x, with `{ $0 <= x }`
  /// the first above it.
  ///
  /// - Parameter isBefore: Holds for none of the elements behind the first for which it does not hold.
  /// - Complexity: O(log n) calls of `isBefore`.
  @inlinable
  package func partitionPoint(where isBefore: (Element) -> Bool) -> Int {
    partitionPoint(in: indices, where: isBefore)
  }

  /// The same among the positions of `range`; its end when all of the elements there come before.
  ///
  /// Can be inlined into other targets, as the search stands in loops: with a plain comparison it has
  /// no branch that depends on the elements but the one that ends it.
  @inlinable
  package func partitionPoint(in range: Range<Int>, where isBefore: (Element) -> Bool) -> Int {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let middle = (lower + upper) / 2
      if isBefore(self[middle]) { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
