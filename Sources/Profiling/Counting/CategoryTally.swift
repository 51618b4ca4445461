import Statistics
import Synchronization

/// The names that a column had at any place of a file, each under a small number, in bounded memory.
///
/// The first names that are met get a number, be they of the vocabulary or not; which ones that are
/// has no influence on results, only on speed.
struct CategoryNumbers: Sendable {
  /// Names beyond the vocabulary that get a number.
  private static let limit = 8_192

  private let vocabulary: Set<String>
  private var numbers: [String: Int32] = [:]
  private(set) var names: [String] = []
  private var isKnown: [Bool] = []
  private var hashes: [UInt64] = []
  private var unknownCount = 0

  init(vocabulary: Set<String>) {
    self.vocabulary = vocabulary
  }

  /// The number of a name, or nil when there is no room for one more.
  mutating func number(of name: String) -> Int32? {
    if let number = numbers[name] { return number }
    let known = vocabulary.contains(name)
    if !known {
      guard unknownCount < Self.limit else { return nil }
      unknownCount += 1
    }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    isKnown.append(known)
    hashes.append(StableHash.of(name))
    return number
  }

  /// The counts as a summary.
  func summary(of tally: CategoryTally) -> CategoricalSummary {
    var known: [String: Int] = [:]
    var others: [(text: String, hash: UInt64, count: Int)] = []
    known.reserveCapacity(names.count - unknownCount)
    for (number, count) in tally.counts.enumerated() where count > 0 {
      if isKnown[number] {
        known[names[number]] = Int(count)
      } else {
        others.append((names[number], hashes[number], Int(count)))
      }
    }
    var unseen = BoundedCategoryCounts(distinct: others)
    unseen.merge(tally.unnumbered)
    return CategoricalSummary(known: known, unseen: unseen, missing: tally.missing)
  }
}

/// The categories of one column at one place while a file is counted.
struct CategoryTally: Sendable {
  /// By number.
  var counts: [UInt32] = []
  /// Names without a number.
  var unnumbered = BoundedCategoryCounts()
  var missing = 0
}

/// Counts the categories of one column at all places of a file.
final class CategoryCounter: Sendable {
  private struct State: Sendable {
    var numbers: CategoryNumbers
    var places = PlaceTable<CategoryTally>()
  }

  /// Which of a thread's maps belongs to this column.
  private let index: Int
  private let state: Mutex<State>

  init(vocabulary: Set<String>, index: Int) {
    self.index = index
    state = Mutex(State(numbers: CategoryNumbers(vocabulary: vocabulary)))
  }

  /// Adds the column's cell of every row that belongs to a group.
  ///
  /// - Parameters:
  ///   - codes: An index into `names` for each row of the batch, or −1 for none.
  ///   - list: As of ``CategoryColumn``.
  func add(
    _ codes: [Int32], names: [String], list: Int?, groups: PlaceGroups, spare: inout SpareMemory
  ) {
    while spare.maps.count <= index { spare.maps.append(CategoryMap()) }
    // What is known of a list stays true when it grows.
    if list == nil || spare.maps[index].list != list {
      spare.maps[index].numbers.removeAll(keepingCapacity: true)
      spare.maps[index].list = list
    }
    state.withLock { state in
      for name in names.dropFirst(spare.maps[index].numbers.count) {
        spare.maps[index].numbers.append(state.numbers.number(of: name) ?? -1)
      }
      let map = spare.maps[index].numbers
      let numbers = map.span
      let codes = codes.span
      let width = state.numbers.names.count
      for group in groups.list {
        state.places[group.place, default: CategoryTally()].add(
          codes, names: names, numbers: numbers, width: width, groups: groups, group: group)
      }
    }
  }

  /// What was counted at a place, which is forgotten; nil without rows.
  func take(place: Int) -> CategoricalSummary? {
    state.withLock { state in
      state.places.remove(place).map { state.numbers.summary(of: $0) }
    }
  }
}

extension CategoryTally {
  fileprivate mutating func add(
    _ codes: Span<Int32>, names: [String], numbers: Span<Int32>, width: Int, groups: PlaceGroups,
    group: PlaceGroups.Group
  ) {
    if counts.count < width {
      counts.append(contentsOf: repeatElement(0, count: width - counts.count))
    }
    var without = 0
    var unnumberedRows: [Int32: Int] = [:]
    var counts = counts.mutableSpan
    groups.forEachRow(of: group) { row in
      let code = codes[row]
      if code < 0 {
        without += 1
      } else if numbers[Int(code)] >= 0 {
        counts[Int(numbers[Int(code)])] += 1
      } else {
        unnumberedRows[code, default: 0] += 1
      }
    }
    missing += without
    for (code, times) in unnumberedRows { unnumbered.add(names[Int(code)], times: times) }
  }
}
