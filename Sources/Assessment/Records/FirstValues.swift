import Synchronization

/// What was published first of the figures of one arm and period, read only when somebody asks.
///
/// The record holds many of them, and only the reports that are made anew tell of them.
package struct FirstValues: Sendable {
  private enum Source: Sendable {
    case known([MetricKey: FirstPublished])
    case deferred(DeferredValues)
  }

  private let source: Source
  /// Figures that are not told of.
  private var left: Set<MetricKey> = []

  package static let none = FirstValues([:])

  package init(_ values: [MetricKey: FirstPublished]) {
    source = .known(values)
  }

  /// - Parameter read: Called once at most.
  package init(reading read: @escaping @Sendable () -> [MetricKey: FirstPublished]) {
    source = .deferred(DeferredValues(read))
  }

  package var all: [MetricKey: FirstPublished] {
    let values =
      switch source {
      case .known(let values): values
      case .deferred(let deferred): deferred.values
      }
    return left.isEmpty ? values : values.filter { !left.contains($0.key) }
  }

  /// The same without some figures.
  func leavingOut(_ keys: Set<MetricKey>) -> FirstValues {
    var copy = self
    copy.left.formUnion(keys)
    return copy
  }
}

/// Values that are read once.
private final class DeferredValues: Sendable {
  private let read: @Sendable () -> [MetricKey: FirstPublished]
  private let known = Mutex<[MetricKey: FirstPublished]?>(nil)

  init(_ read: @escaping @Sendable () -> [MetricKey: FirstPublished]) {
    self.read = read
  }

  var values: [MetricKey: FirstPublished] {
    known.withLock { known in
      if let known { return known }
      let values = read()
      known = values
      return values
    }
  }
}
