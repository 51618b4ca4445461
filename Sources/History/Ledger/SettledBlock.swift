package import Profiling

/// A prediction with its label, as the ledger keeps it.
package struct SettledPrediction: Sendable {
  package let place: LedgerVerdict.Place
  /// Milliseconds since 1970-01-01 UTC.
  package let time: Int64
  package let prediction: Answer?
  package let score: Score?
  package let segmentKey: Int
  package let label: StoredLabel
}

/// Predictions with their labels, column by column.
package struct SettledBlock {
  let entries: LedgerEntries
  let answers: LedgerAnswers
  let arms: [UInt64: ArmKey]

  package var count: Int { entries.count }

  /// - Throws: ``HistoryError`` or a fault of the stored form when the entry cannot be understood.
  package func prediction(at index: Int) throws -> SettledPrediction {
    let time = LedgerTime.time(of: entries[.time][index])
    let label = entries.label(at: index)
    guard let arm = arms[entries[.arm][index]], let answer = try answers.answer(of: label.answer),
      let segmentKey = Int(exactly: entries[.segment][index])
    else { throw LedgerFault.invalid }
    return SettledPrediction(
      place: LedgerVerdict.Place(
        arm: arm,
        day: Day(number: LedgerTime.day(ofShift: entries[.dayShift][index], time: time))),
      time: time, prediction: try answers.answer(of: entries[.answer][index]),
      score: answers.score(of: entries, at: index), segmentKey: segmentKey,
      label: StoredLabel(
        answer: answer, time: label.time == 0 ? nil : LedgerTime.time(of: label.time)))
  }
}
