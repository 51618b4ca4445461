/// One row of a prediction log as the join with its label needs it.
package struct PredictionRow: Sendable {
  /// `nil` when the log has no identifiers.
  package let id: String?
  package let arm: Arm
  /// Milliseconds since 1970-01-01 UTC.
  package let time: Int64
  package let day: Day
  package let prediction: Answer?
  package let score: Score?
  /// Number of its combination in the ``SegmentTable``.
  package let segmentKey: Int
  /// The label, if it stands in the same row.
  package let label: Answer?
  /// When that label was observed, in milliseconds since 1970-01-01 UTC.
  package let labelTime: Int64?

  package init(
    id: String?, arm: Arm, time: Int64, day: Day, prediction: Answer?, score: Score?,
    segmentKey: Int, label: Answer?, labelTime: Int64?
  ) {
    self.id = id
    self.arm = arm
    self.time = time
    self.day = day
    self.prediction = prediction
    self.score = score
    self.segmentKey = segmentKey
    self.label = label
    self.labelTime = labelTime
  }
}
