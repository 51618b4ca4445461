package import Profiling

/// One model in one period: the arms that answered, and how they compare.
///
/// A copy shares what was measured; histories of many periods are handed on often.
package struct PeriodRecord: Sendable {
  private let body: Body
  /// The arms with rows, production first, of several in production the one with most rows first.
  /// A period without any row has one arm, that which led before, with every metric unavailable.
  package internal(set) var arms: [ArmRecord]
  private var inForce: InForce

  package init(
    period: Period, arms: [ArmRecord], comparisons: [ArmComparison], promotions: [Promotion],
    inputs: [InputFile], inputDays: [String: ClosedRange<Day>] = [:]
  ) {
    body = Body(
      period: period, comparisons: comparisons, promotions: promotions, inputs: inputs,
      inputDays: inputDays)
    self.arms = arms
    inForce = .unknown
  }

  package var period: Period { body.period }
  /// Every shadow or candidate arm against the production arm that it shares most days with.
  package var comparisons: [ArmComparison] { body.comparisons }
  /// Versions that entered production for the first time in this period, in order of their day.
  package var promotions: [Promotion] { body.promotions }
  /// Input files with rows of this period, by name.
  package var inputs: [InputFile] { body.inputs }
  /// First and last day of the rows of each of these files, by digest.
  package var inputDays: [String: ClosedRange<Day>] { body.inputDays }
  /// What is in force for the period; `nil` where nobody noted it.
  package var terms: Terms? { inForce.terms }
  /// What was in force when its report was published first; `nil` before that.
  package var firstTerms: PublishedTerms? { inForce.first }

  /// The arm that the report is about.
  package var leading: ArmRecord? { arms.first }

  /// The status of the leading arm; `missing` for an empty period.
  package var status: Status { leading?.status ?? .missing }

  /// Notes what is in force for the period, and what was when its report was published first.
  mutating func note(terms: Terms?, first: PublishedTerms?) {
    inForce = InForce(terms: terms, first: first)
  }
}

extension PeriodRecord {
  /// What was measured, which nothing changes any more.
  fileprivate final class Body: Sendable {
    let period: Period
    let comparisons: [ArmComparison]
    let promotions: [Promotion]
    let inputs: [InputFile]
    let inputDays: [String: ClosedRange<Day>]

    init(
      period: Period, comparisons: [ArmComparison], promotions: [Promotion], inputs: [InputFile],
      inputDays: [String: ClosedRange<Day>]
    ) {
      self.period = period
      self.comparisons = comparisons
      self.promotions = promotions
      self.inputs = inputs
      self.inputDays = inputDays
    }
  }

  fileprivate final class InForce: Sendable {
    static let unknown = InForce(terms: nil, first: nil)

    let terms: Terms?
    let first: PublishedTerms?

    init(terms: Terms?, first: PublishedTerms?) {
      self.terms = terms
      self.first = first
    }
  }
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
