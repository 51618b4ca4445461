package import Profiling

extension LedgerIntake {
  /// Adds the predictions of a block, which follows the one before it in the file.
  ///
  /// - Parameters:
  ///   - block: Rows with ids; a block without ids adds nothing.
  ///   - armKey: The record's number of one of the block's arms; called once for each that occurs.
  ///   - segmentKey: The record's number of one of its combinations of segment values, likewise.
  package mutating func add(
    _ block: PredictionBlock, armKey: (Arm) throws -> ArmKey,
    segmentKey: ([String]) throws -> Int
  ) throws {
    guard let ids = block.ids else { return }
    appendKeys(of: ids)
    let arms = try Self.map(block.armCodes, count: block.arms.count) { code in
      let key = try armKey(block.arms[code])
      ledger.note(key)
      return UInt64(key.raw)
    }
    rows[.arm].append(contentsOf: arms)
    rows[.segment].append(
      contentsOf: try Self.map(block.segmentCodes, count: block.segments.count) { code in
        UInt64(try segmentKey(block.segments[code]))
      })
    rows[.time].append(contentsOf: block.times.lazy.map(LedgerTime.code))
    rows[.dayShift].append(
      contentsOf: block.times.indices.lazy.map {
        LedgerTime.shift(ofDay: Int(block.days[$0]), time: block.times[$0])
      })
    rows[.answer].append(contentsOf: try codes(of: block.predictions, count: block.rowCount))
    rows[.label].append(contentsOf: try codes(of: block.labels, count: block.rowCount))
    appendLabelTimes(of: block)
    appendScores(of: block)
    ordinals.append(contentsOf: block.ordinals.lazy.map(UInt64.init))
  }

  /// Adds the labels of a block, each of which goes to every prediction with its id.
  ///
  /// - Parameter firstOrdinal: The ordinal of the first label; the others follow.
  /// - Returns: How many labels there are.
  package mutating func add(_ block: LabelBlock, firstOrdinal: Int) throws -> Int {
    let first = rows.count
    let answers = try codes(of: block.labels, count: block.ids.count)
    let bytes = block.ids.bytes.span
    for row in 0..<block.ids.count where answers[row] != 0 {
      let key = ledger.key(of: bytes.extracting(block.ids.range(of: row)))
      rows.high.append(key.high)
      rows[.low].append(key.low)
      rows[.label].append(answers[row])
      let time = block.times?[row] ?? PredictionBlock.noTime
      rows[.labelTime].append(time == PredictionBlock.noTime ? 0 : LedgerTime.code(of: time))
    }
    let added = rows.count - first
    for column in rows.columns.indices where rows.columns[column].count < rows.count {
      rows.columns[column].append(contentsOf: repeatElement(0, count: added))
    }
    ordinals.append(contentsOf: (firstOrdinal..<firstOrdinal + added).lazy.map(UInt64.init))
    return added
  }

  private mutating func appendKeys(of ids: TextBlock) {
    let bytes = ids.bytes.span
    for row in 0..<ids.count {
      let key = ledger.key(of: bytes.extracting(ids.range(of: row)))
      rows.high.append(key.high)
      rows[.low].append(key.low)
    }
  }

  /// The number of the record for each number of the block, asked for once.
  private static func map(
    _ codes: [Int32], count: Int, _ key: (Int) throws -> UInt64
  ) rethrows -> [UInt64] {
    var keys = [UInt64?](repeating: nil, count: count)
    return try codes.map { code in
      if let known = keys[Int(code)] { return known }
      let found = try key(Int(code))
      keys[Int(code)] = found
      return found
    }
  }

  /// The codes of answers, 0 for none.
  private mutating func codes(of answers: AnswerBlock, count: Int) throws -> [UInt64] {
    switch answers {
    case .none: return [UInt64](repeating: 0, count: count)
    case .numbers(let numbers):
      return numbers.map { $0.isNaN ? 0 : LedgerAnswers.code(of: $0) }
    case .classes(let codes, let names):
      let stored = try names.map { try ledger.code(of: .category($0)) }
      return codes.map { $0 < 0 ? 0 : stored[Int($0)] }
    }
  }

  /// A time belongs to a label: where there is none, it means nothing.
  private mutating func appendLabelTimes(of block: PredictionBlock) {
    guard let times = block.labelTimes else {
      rows[.labelTime].append(contentsOf: repeatElement(0, count: block.rowCount))
      return
    }
    let first = rows[.label].count - block.rowCount
    let labels = rows[.label]
    rows[.labelTime].append(
      contentsOf: times.indices.lazy.map {
        labels[first + $0] == 0 ? 0 : LedgerTime.code(of: times[$0])
      })
  }

  private mutating func appendScores(of block: PredictionBlock) {
    let firstScore = LedgerEntries.Column.allCases.count
    for column in rows.columns.indices.dropFirst(firstScore) {
      let position = column - firstScore
      guard position < block.scoreWidth else {
        rows.columns[column].append(contentsOf: repeatElement(0, count: block.rowCount))
        continue
      }
      rows.columns[column].append(
        contentsOf: (0..<block.rowCount).lazy.map { row in
          let score = block.scores[row * block.scoreWidth + position]
          return score.isNaN ? 0 : LedgerAnswers.code(of: score)
        })
    }
  }
}
