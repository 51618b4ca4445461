import Ingestion

/// What the first rows of a file show of one column.
struct ColumnSurvey {
  /// Values beyond this many are no longer told apart.
  static let valueLimit = 100_000

  let name: String
  let words: ColumnName
  private(set) var rowCount = 0
  private(set) var missingCount = 0
  /// Values that are neither numbers nor missing.
  private(set) var nonNumberCount = 0
  /// Values that are neither times nor missing.
  private(set) var nonTimeCount = 0
  private(set) var range: ClosedRange<Double>?
  private(set) var isWhole = true
  /// First and last time, in milliseconds since 1970, when all values are times.
  private(set) var times: ClosedRange<Int64>?
  /// Rows by value, by the text in the file.
  private(set) var values: [String: Int] = [:]
  private(set) var holdsNestedValues = false

  init(name: String) {
    self.name = name
    words = ColumnName(name)
  }

  /// - Parameters:
  ///   - texts, numbers, times: The same column in three readings, absent for none.
  mutating func add(texts: Column, numbers: Column, times: Column, rowCount added: Int) {
    rowCount += added
    if case .category(let column) = texts {
      for code in column.codes {
        guard code >= 0 else { continue }
        let value = column.values[Int(code)]
        if values[value] != nil || values.count < Self.valueLimit { values[value, default: 0] += 1 }
        if value.first == "{" || value.first == "[" { holdsNestedValues = true }
      }
    }
    if case .number(let column) = numbers {
      nonNumberCount += column.malformedRows.count
      missingCount += column.values.count { $0.isNaN } - column.malformedRows.count
      for value in column.values where value.isFinite {
        range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
        if value != value.rounded() { isWhole = false }
      }
    }
    if case .timestamp(let column) = times {
      nonTimeCount += column.malformedRows.count
      for value in column.values where value != TimestampColumn.missing {
        self.times =
          self.times.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
      }
    }
  }

  // MARK: - What it looks like

  var presentCount: Int { rowCount - missingCount }
  var missingShare: Double { rowCount == 0 ? 0 : Double(missingCount) / Double(rowCount) }
  var distinctCount: Int { values.count }
  var isEmpty: Bool { presentCount == 0 }

  var isNumeric: Bool { presentCount > 0 && nonNumberCount == 0 && !isTruthValue }

  var isTruthValue: Bool {
    !values.isEmpty && values.keys.allSatisfy { ["true", "false"].contains($0.lowercased()) }
  }

  /// Texts such as `2026-01-05`, of which nearly all can be read.
  var isDate: Bool {
    presentCount > 0 && !isNumeric && nonTimeCount * 100 <= presentCount
  }

  /// Numbers that are Unix times between 1990 and 2100, whatever their unit.
  var mayBeUnixTime: Bool {
    guard isNumeric, let times, let range, range.lowerBound >= 100_000_000 else { return false }
    return times.lowerBound >= 631_152_000_000 && times.upperBound < 4_102_444_800_000
  }

  /// Every row has a value of its own.
  var isUnique: Bool {
    missingCount == 0 && rowCount > 1
      && distinctCount == min(rowCount, Self.valueLimit)
  }

  /// Few values for many rows.
  func isCategory(atMost limit: Int) -> Bool {
    presentCount > 0 && distinctCount <= limit && (distinctCount * 2 <= presentCount || limit <= 2)
      && !holdsNestedValues && !isDate
  }

  /// Whether all numbers lie in [0, 1] and are not merely the two ends.
  var looksLikeProbability: Bool {
    guard isNumeric, let range else { return false }
    return range.lowerBound >= 0 && range.upperBound <= 1 && !isWhole
  }

  /// The values, most frequent first; of equal counts in order of their text.
  var valuesByCount: [String] {
    values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
