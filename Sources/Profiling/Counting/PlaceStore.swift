import Synchronization

/// What is being counted at each place, shared by the threads that count.
///
/// A place is an arm on a day, as a number from 0. Sums and counts are exact, so it does not matter
/// in which order threads come by.
final class PlaceStore<Tally: Sendable>: Sendable {
  private let tallies = Mutex<PlaceTable<Tally>>(PlaceTable())

  init() {}

  /// Gives sole access to all places.
  func update(_ body: (inout PlaceTable<Tally>) -> Void) {
    tallies.withLock { body(&$0) }
  }

  /// Hands out what was counted at a place, and forgets it.
  func take(_ place: Int) -> Tally? {
    tallies.withLock { $0.remove(place) }
  }
}

/// Values by place number.
struct PlaceTable<Tally: Sendable>: Sendable {
  private var slots: [Tally?] = []

  init() {}

  subscript(place: Int, default empty: @autoclosure () -> Tally) -> Tally {
    get { place < slots.count ? slots[place] ?? empty() : empty() }
    set {
      reserve(place)
      slots[place] = newValue
    }
    _modify {
      reserve(place)
      // Taken out while it changes, so that its buffers are not copied.
      var tally = slots[place].take() ?? empty()
      defer { slots[place] = tally }
      yield &tally
    }
  }

  mutating func remove(_ place: Int) -> Tally? {
    place < slots.count ? slots[place].take() : nil
  }

  private mutating func reserve(_ place: Int) {
    if place >= slots.count {
      slots.append(contentsOf: repeatElement(nil, count: place + 1 - slots.count))
    }
  }
}
