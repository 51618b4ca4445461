/// What is known of one id while the rows that name it are gone through in their order.
///
/// All predictions with an id have the same label at any time, whichever version made them.
struct LabelFold {
  /// The label of the predictions; of the id alone as long as it has no prediction.
  private(set) var label: LedgerLabel
  /// How many predictions have the id.
  private(set) var predictionCount: Int
  /// Predictions that got their first label.
  private(set) var joinedCount = 0
  /// Predictions whose label was replaced by one with another answer.
  private(set) var correctedCount = 0

  init(label: LedgerLabel, predictionCount: Int) {
    self.label = label
    self.predictionCount = predictionCount
  }

  /// Takes note of a label for the id.
  mutating func observe(_ seen: LedgerLabel) {
    guard seen != .none else { return }
    if label == .none {
      joinedCount += predictionCount
      label = seen
    } else if seen.replaces(label) {
      if seen.answer != label.answer { correctedCount += predictionCount }
      label = seen
    }
  }

  /// Takes note of a prediction of a version that had none, with the label that stands in its row.
  mutating func enter(_ own: LedgerLabel) {
    observe(own)
    predictionCount += 1
    if label != .none { joinedCount += 1 }
  }
}
