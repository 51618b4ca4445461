package import Profiling

/// One model in one period: the arms that answered, and how they compare.
package struct PeriodRecord: Sendable {
  package let period: Period
  /// The arms with rows, production first, of several in production the one with most rows first.
  /// A period without any row has one arm, that which led before, with every metric unavailable.
  package internal(set) var arms: [ArmRecord]
  /// Every shadow or candidate arm against the production arm that it shares most days with.
  package let comparisons: [ArmComparison]
  /// Versions that entered production for the first time in this period, in order of their day.
  package let promotions: [Promotion]
  /// Input files with rows of this period, by name.
  package let inputs: [InputFile]
  /// First and last day of the rows of each of these files, by digest.
  package let inputDays: [String: ClosedRange<Day>]
  /// What is in force for the period; `nil` where nobody noted it.
  package internal(set) var terms: Terms?
  /// What was in force when its report was published first; `nil` before that.
  package internal(set) var firstTerms: PublishedTerms?

  package init(
    period: Period, arms: [ArmRecord], comparisons: [ArmComparison], promotions: [Promotion],
    inputs: [InputFile], inputDays: [String: ClosedRange<Day>] = [:]
  ) {
    self.inputDays = inputDays
    self.period = period
    self.arms = arms
    self.comparisons = comparisons
    self.promotions = promotions
    self.inputs = inputs
  }

  /// The arm that the report is about.
  package var leading: ArmRecord? { arms.first }

  /// The status of the leading arm; `missing` for an empty period.
  package var status: Status { leading?.status ?? .missing }
}

/// A version that began to serve, and what was known of it before.
package struct Promotion: Sendable {
  package let version: String
  /// The version that was in production on the last day before; `nil` when there was none.
  package let replaced: String?
  /// First day in production.
  package let day: Day
  /// The new version in shadow or as a candidate against the one it replaced, one comparison for
  /// each calendar month, oldest first; empty when it never ran beside it.
  package let months: [ArmComparison]
  /// The same over all those days at once.
  package let overall: ArmComparison?

  package init(
    version: String, replaced: String?, day: Day, months: [ArmComparison], overall: ArmComparison?
  ) {
    self.version = version
    self.replaced = replaced
    self.day = day
    self.months = months
    self.overall = overall
  }
}

/// A file that was read, as the record keeps it.
package struct InputFile: Hashable, Sendable {
  package enum Role: String, Sendable, CaseIterable, Codable {
    case reference, predictions, labels
  }

  package let role: Role
  /// Path relative to the configuration file.
  package let path: String
  /// Bytes as they lie on disk.
  package let size: Int
  /// SHA-256, 64 hexadecimal digits.
  package let digest: String
  package let rowCount: Int
  package let malformedRowCount: Int
  package let duplicateCount: Int

  package init(
    role: Role, path: String, size: Int, digest: String, rowCount: Int, malformedRowCount: Int,
    duplicateCount: Int
  ) {
    self.role = role
    self.path = path
    self.size = size
    self.digest = digest
    self.rowCount = rowCount
    self.malformedRowCount = malformedRowCount
    self.duplicateCount = duplicateCount
  }

  /// The same file under another name.
  package func named(_ path: String) -> InputFile {
    InputFile(
      role: role, path: path, size: size, digest: digest, rowCount: rowCount,
      malformedRowCount: malformedRowCount, duplicateCount: duplicateCount)
  }
}
