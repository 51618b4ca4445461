/// A summary of rows that can be put together from the summaries of parts of the rows.
///
/// Merging is associative and commutative with the empty summary as neutral element, to the last
/// bit: a profile is the same whichever way its rows were split into files, days and threads.
package protocol Mergeable {
  /// Adds the rows that `other` summarises.
  mutating func merge(_ other: Self)
}

extension Mergeable {
  /// The summary of the rows of both.
  package func merged(with other: Self) -> Self {
    var copy = self
    copy.merge(other)
    return copy
  }
}

extension Dictionary where Value: Mergeable {
  /// Merges summary by summary, each where it lies: a copy would take all of its counts along.
  package mutating func mergeEach(_ other: [Key: Value]) {
    if isEmpty {
      self = other
      return
    }
    for (key, value) in other {
      if let place = index(forKey: key) {
        values[place].merge(value)
      } else {
        self[key] = value
      }
    }
  }
}
