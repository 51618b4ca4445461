package import Profiling

extension SettledBlock {
  /// The same predictions as columns to count.
  ///
  /// Arms have the number that ``armKey(of:)`` understands, segments their number in the record.
  ///
  /// - Parameter combinations: The combinations of segment values by their number.
  /// - Throws: A fault of the stored form when an entry cannot be understood.
  package func predictions(combinations: [[String]]) throws -> PredictionBlock {
    var block = PredictionBlock()
    block.ordinals = Array(0..<count)
    block.times = entries[.time].map(LedgerTime.time)
    block.days = try zip(entries[.dayShift], block.times).map { shift, time in
      guard let day = Int32(exactly: LedgerTime.day(ofShift: shift, time: time)) else {
        throw LedgerFault.invalid
      }
      return day
    }
    block.armCodes = try entries[.arm].map { code in
      guard arms[code] != nil, let number = Int32(exactly: code) else { throw LedgerFault.invalid }
      return number
    }
    block.segments = combinations
    block.segmentCodes = try entries[.segment].map { code in
      guard code < UInt64(combinations.count) else { throw LedgerFault.invalid }
      return Int32(code)
    }
    block.predictions = try answers.block(of: entries[.answer])
    block.labels = try answers.block(of: entries[.label])
    block.labelTimes = entries[.labelTime].map {
      $0 == 0 ? PredictionBlock.noTime : LedgerTime.time(of: $0)
    }
    answers.addScores(of: entries, to: &block)
    return block
  }

  /// The arm that a block of ``predictions(combinations:)`` gives a number.
  package func armKey(of number: Int32) throws -> ArmKey {
    guard let key = UInt64(exactly: number).flatMap({ arms[$0] }) else {
      throw LedgerFault.invalid
    }
    return key
  }
}

extension LedgerAnswers {
  /// Codes of answers as a column.
  fileprivate func block(of codes: [UInt64]) throws -> AnswerBlock {
    if areNumbers { return .numbers(codes.map { $0 == 0 ? .nan : Self.number(of: $0) }) }
    return .classes(
      codes: try codes.map { code in
        guard code <= UInt64(names.count) else { throw LedgerFault.invalid }
        return Int32(code) - 1
      }, names: names)
  }

  /// The scores row by row; all of a row are NaN when one is absent.
  fileprivate func addScores(of entries: LedgerEntries, to block: inout PredictionBlock) {
    let width = scoresArePerClass ? entries.scoreCount : 1
    let first = LedgerEntries.Column.allCases.count
    let columns = Array(entries.columns[first..<first + width])
    block.scoreWidth = width
    block.scoresArePerClass = scoresArePerClass
    block.scores.reserveCapacity(entries.count * width)
    for row in 0..<entries.count {
      let isComplete = columns.allSatisfy { $0[row] != 0 }
      for column in columns {
        block.scores.append(isComplete ? Self.number(of: column[row]) : .nan)
      }
    }
  }
}
