import Statistics

extension Outcomes {
  /// The numbers that are kept one by one: scores of both kinds of labels, of each class, or errors.
  fileprivate var numbers: [ValueCounts] {
    switch self {
    case .binary(let binary): [binary.positiveScores, binary.negativeScores]
    case .regression(let regression): [regression.absoluteErrors]
    case .multiclass(let multiclass):
      multiclass.rankings.sorted { $0.key < $1.key }.flatMap {
        [$0.value.positives, $0.value.negatives]
      }
    }
  }

  /// What the numbers are of; outcomes with the same have as many.
  fileprivate var kind: [String] {
    switch self {
    case .binary: ["binary"]
    case .regression: ["regression"]
    case .multiclass(let multiclass): ["multiclass"] + multiclass.rankings.keys.sorted()
    }
  }

  /// Replaces ``numbers`` by as many others.
  fileprivate mutating func setNumbers(_ numbers: [ValueCounts]) {
    switch self {
    case .binary(var binary):
      binary.setScores(positives: numbers[0], negatives: numbers[1])
      self = .binary(binary)
    case .regression(var regression):
      regression.setAbsoluteErrors(numbers[0])
      self = .regression(regression)
    case .multiclass(let multiclass):
      var rankings: [String: MulticlassOutcomes.Ranking] = [:]
      for (place, name) in multiclass.rankings.keys.sorted().enumerated() {
        rankings[name] = .init(
          positives: numbers[2 * place], negatives: numbers[2 * place + 1])
      }
      self = .multiclass(
        MulticlassOutcomes(
          confusion: multiclass.confusion, rankings: rankings, logLoss: multiclass.logLoss))
    }
  }
}

extension ProfileWriter {
  /// All slices without their ``Outcomes/numbers``, then those of all rows, and those of the slices of one
  /// attribute after the other, as ``write(parts:of:)`` does.
  mutating func write(_ slices: [Slice: OutcomeProfile.SliceOutcomes]) {
    let slices = slices.sorted { $0.key < $1.key }
    write(list: slices) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value.labels)
      writer.write(entry.value.outcomes)
    }
    let numbers = slices.map { $0.value.outcomes.numbers }
    let groups = SliceGroups(slices.map(\.key), kinds: slices.map(\.value.outcomes.kind))
    for list in groups.all.map({ numbers[$0] }) ?? [] { write(list) }
    for group in groups.attributes {
      let whole = groups.whole(of: group).map { numbers[$0] }
      for channel in numbers[group[0]].indices {
        write(parts: group.map { numbers[$0][channel] }, of: whole?[channel])
      }
    }
  }
}

extension ProfileReader {
  mutating func sliceOutcomes() throws(ProfileCodecError) -> [Slice: OutcomeProfile.SliceOutcomes] {
    var entries = try list { reader throws(ProfileCodecError) in
      (
        key: try reader.slice(),
        value: OutcomeProfile.SliceOutcomes(
          labels: try reader.count(), outcomes: try reader.outcomes())
      )
    }
    if hasParts {
      var numbers = entries.map { $0.value.outcomes.numbers }
      let groups = SliceGroups(
        entries.map(\.key), kinds: entries.map(\.value.outcomes.kind))
      if let all = groups.all {
        for channel in numbers[all].indices { numbers[all][channel] = try valueCounts() }
      }
      for group in groups.attributes {
        let whole = groups.whole(of: group).map { numbers[$0] }
        for channel in numbers[group[0]].indices {
          let parts = try parts(group.count, of: whole?[channel])
          for (index, part) in zip(group, parts) { numbers[index][channel] = part }
        }
      }
      for index in entries.indices { entries[index].value.outcomes.setNumbers(numbers[index]) }
    }
    return Dictionary(
      entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Which slices belong to the same attributes: those split all rows.
struct SliceGroups {
  /// Index of the slice of all rows.
  let all: Int?
  /// Indices of the slices of each list of attributes and kind, in order of first appearance.
  let attributes: [[Int]]

  private let kinds: [[String]]

  /// - Parameter kinds: What is known of each slice.
  init(_ slices: [Slice], kinds: [[String]]) {
    let all = slices.firstIndex(where: \.isAll)
    var places: [[[String]]: Int] = [:]
    var groups: [[Int]] = []
    for (index, slice) in slices.enumerated() where index != all {
      let key = [slice.parts.map(\.attribute), kinds[index]]
      let place = places[key, default: groups.count]
      places[key] = place
      if place == groups.count { groups.append([]) }
      groups[place].append(index)
    }
    self.all = all
    self.kinds = kinds
    attributes = groups
  }

  init(_ slices: [Slice]) {
    self.init(slices, kinds: slices.map { _ in [] })
  }

  /// Index of the slice of all rows, if as much is known of it as of those of a group.
  func whole(of group: [Int]) -> Int? {
    all.flatMap { kinds[$0] == kinds[group[0]] ? $0 : nil }
  }
}
