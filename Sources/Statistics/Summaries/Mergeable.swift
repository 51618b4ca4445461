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
