/// Whether a row has an answer, and whether it is the class that is asked about.
enum AnswerMark: UInt8, Sendable {
  case none, other, same
}

extension AnswerBlock {
  /// For each row how its answer relates to a class; empty when no row has an answer.
  func marks(of name: String?) -> [AnswerMark] {
    switch self {
    case .none: return []
    case .numbers(let numbers): return numbers.map { $0.isNaN ? .none : .other }
    case .classes(let codes, let names):
      let marks = names.map { $0 == name ? AnswerMark.same : .other }
      return codes.map { $0 < 0 ? .none : marks[Int($0)] }
    }
  }
}

extension AnsweredTally {
  mutating func add(
    _ scores: [Double], marks: [AnswerMark], groups: PlaceGroups, group: PlaceGroups.Group
  ) {
    guard !marks.isEmpty else { return }
    groups.forEachRow(of: group) { row in
      let score = scores[row]
      guard !score.isNaN else { return }
      switch marks[row] {
      case .none: break
      case .same: predicted.add(score)
      case .other: others.add(score)
      }
    }
  }
}

extension OperationsTally {
  mutating func add(
    latencies: [Double]?, errors: [Int32]?, groups: PlaceGroups, group: PlaceGroups.Group
  ) {
    if let latencies {
      groups.forEachRow(of: group) { row in
        if latencies[row] >= 0 { latency.add(latencies[row]) }
      }
    }
    if let errors {
      groups.forEachRow(of: group) { row in
        if errors[row] >= 0 { errorCount += 1 }
      }
    }
  }
}

extension SliceTally {
  mutating func add(
    _ combinations: [Int32], marks: [AnswerMark], groups: PlaceGroups, group: PlaceGroups.Group
  ) {
    groups.forEachRow(of: group) { row in
      let mark = marks.isEmpty ? AnswerMark.none : marks[row]
      add(
        combination: Int(combinations[row]), isAnswered: mark != .none, isPositive: mark == .same)
    }
  }
}

extension PredictionBlock {
  /// One score of each row, NaN for none.
  func scoreColumn(_ position: Int) -> [Double] {
    if scoreWidth == 1, position == 0 { return scores }
    guard position < scoreWidth else { return [Double](repeating: .nan, count: rowCount) }
    return stride(from: position, to: scores.count, by: scoreWidth).map { scores[$0] }
  }
}
