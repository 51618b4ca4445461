import Synchronization

/// Drawings of one model that pages of several readers show, made when the first page asks.
///
/// A drawing depends on nothing but the model, so that it does not matter which page was first. Two
/// pages that ask at the same time may both make it.
final class SharedDrawings: Sendable {
  private struct Key: Hashable {
    let id: String
    let range: Range<Int>
  }

  private let known = Mutex<[Key: DrawnTrend?]>([:])

  /// - Parameters:
  ///   - id: Of the drawing, unique within a page.
  ///   - range: Indices of the periods that it shows.
  ///   - make: Gives `nil` when there is nothing to show.
  func trend(of id: String, _ range: Range<Int>, _ make: () -> DrawnTrend?) -> DrawnTrend? {
    let key = Key(id: id, range: range)
    if let trend = known.withLock({ $0[key] }) { return trend }
    let trend = make()
    known.withLock { $0[key] = .some(trend) }
    return trend
  }
}
