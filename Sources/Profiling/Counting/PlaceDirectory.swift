import Synchronization

/// Numbers the arms, places and combinations of segment values of one file, for all threads.
///
/// Which number a thing gets depends on which thread comes first; numbers stay inside one count of
/// one file and never reach the record.
final class PlaceDirectory: Sendable {
  private struct Place: Hashable, Sendable {
    let arm: Int32
    let day: Int32
  }

  private struct State: Sendable {
    var arms = NumberedList<Arm>()
    var places = NumberedList<Place>()
    var combinations = NumberedList<[String]>()
  }

  private let state = Mutex(State())

  init() {}

  var placeCount: Int { state.withLock { $0.places.list.count } }

  func number(of arm: Arm) -> Int32 { state.withLock { $0.arms.number(of: arm) } }

  func number(ofPlace arm: Int32, day: Int32) -> Int32 {
    state.withLock { $0.places.number(of: Place(arm: arm, day: day)) }
  }

  /// The number of a place that has one.
  func known(arm: Int32, day: Int32) -> Int? {
    state.withLock { $0.places.known(Place(arm: arm, day: day)).map(Int.init) }
  }

  func number(ofCombination values: [String]) -> Int32 {
    state.withLock { $0.combinations.number(of: values) }
  }

  /// All arms so far, by number.
  var arms: [Arm] { state.withLock { $0.arms.list } }

  /// All combinations so far, by number.
  var combinations: [[String]] { state.withLock { $0.combinations.list } }

  func segments(ofCombination number: Int) -> [String] {
    state.withLock { $0.combinations.list[number] }
  }

  func place(_ number: Int) -> (arm: Arm, day: Day) {
    state.withLock { state in
      let place = state.places.list[number]
      return (state.arms.list[Int(place.arm)], Day(number: Int(place.day)))
    }
  }
}

/// Values in order of first appearance.
struct NumberedList<Value: Hashable & Sendable>: Sendable {
  private(set) var list: [Value] = []
  private var numbers: [Value: Int32] = [:]

  init() {}

  /// The number of a value that was met before.
  func known(_ value: Value) -> Int32? { numbers[value] }

  /// The number of a value, a new one when it was not met before.
  mutating func number(of value: Value) -> Int32 {
    if let number = numbers[value] { return number }
    let number = Int32(list.count)
    list.append(value)
    numbers[value] = number
    return number
  }
}
