/// How the values of one column are spread, now and in the reference.
package struct Distribution: Hashable, Sendable {
  /// What the column is to the model.
  package enum Subject: String, Hashable, Sendable {
    case feature, prediction, score, label
  }

  /// One bar: a range of numbers or a category.
  package struct Bin: Hashable, Sendable {
    /// Edges of a numeric bin, right-closed; `nil` on an open side and for categories.
    package let lower: Double?
    package let upper: Double?
    /// The category; `nil` for a numeric bin.
    package let category: String?
    /// Share of the current values, in [0, 1].
    package let current: Double
    /// Share of the reference values; `nil` without a reference.
    package let reference: Double?

    package init(
      lower: Double?, upper: Double?, category: String?, current: Double, reference: Double?
    ) {
      self.lower = lower
      self.upper = upper
      self.category = category
      self.current = current
      self.reference = reference
    }
  }

  package let column: String
  package let subject: Subject
  package let bins: [Bin]
  /// Values that are not missing.
  package let currentCount: Int
  package let referenceCount: Int

  package init(
    column: String, subject: Subject, bins: [Bin], currentCount: Int, referenceCount: Int
  ) {
    self.column = column
    self.subject = subject
    self.bins = bins
    self.currentCount = currentCount
    self.referenceCount = referenceCount
  }

  package var isNumeric: Bool { bins.first.map { $0.category == nil } ?? false }
}
