import Statistics

/// Counts the scores of groups column by column; the profiles are those of ``GroupScoreRule``.
struct GroupScoreCounter: Sendable {
  private let rule: GroupScoreRule
  private let slices: SliceRule
  private let places = PlaceStore<GroupScoreTally>()

  /// - Returns: `nil` when nothing is to be counted.
  init?(schema: ModelSchema) {
    guard let rule = GroupScoreRule(schema: schema) else { return nil }
    self.rule = rule
    slices = SliceRule(schema: schema)
  }

  func add(_ block: PredictionBlock, groups: PlaceGroups) {
    let scores = rule.scores(of: block)
    guard !scores.isEmpty else { return }
    places.update { places in
      for group in groups.list {
        places[group.place, default: GroupScoreTally()].add(
          scores, combinations: block.segmentCodes, groups: groups, group: group)
      }
    }
  }

  /// What was counted at a place, which is forgotten.
  func take(place: Int, directory: PlaceDirectory) -> [Slice: ValueCounts] {
    var result: [Slice: ValueCounts] = [:]
    for (combination, tally) in (places.take(place)?.scores ?? []).enumerated() {
      let counts = tally.counts
      guard counts.total > 0 else { continue }
      let values = directory.segments(ofCombination: combination)
      for slice in rule.groups(of: slices.slices(ofValues: values)) {
        result[slice, default: ValueCounts()].merge(counts)
      }
    }
    return result
  }
}

/// The scores of each combination of segment values at one place while a file is counted.
private struct GroupScoreTally: Sendable {
  /// By number of the combination.
  var scores: [ValueTally] = []

  mutating func add(
    _ numbers: [Double], combinations: [Int32], groups: PlaceGroups, group: PlaceGroups.Group
  ) {
    groups.forEachRow(of: group) { row in
      let number = numbers[row]
      guard number.isFinite else { return }
      let combination = Int(combinations[row])
      if combination >= scores.count {
        scores.append(
          contentsOf: repeatElement(ValueTally(), count: combination + 1 - scores.count))
      }
      scores[combination].add(number)
    }
  }
}
