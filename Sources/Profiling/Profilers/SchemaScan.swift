package import Ingestion
import Statistics

/// The first pass over a reference: finds the kind of every column, its anchors or vocabulary, and
/// where the reference is cut into chunks.
///
/// Holds the numbers of the reference in memory, eight bytes each; a reference is what somebody
/// accepted a model on, not a log. Of a log only the kinds of its columns are found, and no number is
/// held.
package struct SchemaScan: Sendable {
  /// Texts of a column beyond this number are not counted any more; only ever reached by
  /// identifiers, which make no useful feature.
  fileprivate static let categoryLimit = 50_000

  /// What to ask the file for.
  package let requests: ColumnRequests

  private let layout: ModelLayout
  private let isReference: Bool
  private let places: [Place]
  private let timePosition: Int
  private let versionPosition: Int?
  private var versions: [String: VersionScan] = [:]
  private var columns: [ColumnScan]

  private struct Place: Sendable {
    let name: String
    let subject: ColumnSubject
    let isAssumed: Bool
    let number: Int?
    let category: Int?
  }

  fileprivate struct ColumnScan: Sendable {
    var categories: [String: Int] = [:]
    var numbers = 0
    var textsThatAreNoNumbers = 0
  }

  private struct VersionScan: Sendable {
    var times: [Int64] = []
    var rowCount = 0
    /// By column.
    var numbers: [[Double]]
  }

  /// - Parameters:
  ///   - isReference: Whether the rows are a reference; a column that it lacks is no error.
  ///   - numeric: Columns that are taken as numeric without a look at their texts, see
  ///     ``refuted``. A scan over some rows tells which these may be, see ``numericColumns``.
  package init(layout: ModelLayout, isReference: Bool, assuming numeric: Set<String> = []) {
    self.layout = layout
    self.isReference = isReference
    let presence: ColumnRequest.Presence = isReference ? .optional : .required
    var requests = ColumnRequests()
    timePosition = requests.add(layout.timestamp, .timestamp, presence: presence)
    versionPosition = layout.version.map { requests.add($0, .category, presence: presence) }
    places = layout.profiledColumns.map { name, subject in
      // A label in a file of its own is not here, and its kind follows from the task.
      let optional: ColumnRequest.Presence =
        subject == .label && !layout.labelInPredictions ? .optional : presence
      let known = layout.kindIsNumeric(name, subject)
      let isAssumed = known == nil && numeric.contains(name)
      let isNumeric = isAssumed ? true : known
      return Place(
        name: name, subject: subject, isAssumed: isAssumed,
        number: isNumeric == false ? nil : requests.add(name, .number, presence: optional),
        category: isNumeric == true ? nil : requests.add(name, .category, presence: optional))
    }
    columns = places.map { _ in ColumnScan() }
    self.requests = requests
  }

  /// Columns of a kind that nobody declared whose texts so far are numbers.
  package var numericColumns: Set<String> {
    Set(
      zip(places, columns).filter { place, column in
        layout.kindIsNumeric(place.name, place.subject) == nil && column.looksNumeric
      }.map(\.0.name))
  }

  /// Columns that were taken as numeric and have texts that are no numbers: the rows must be scanned
  /// once more without assuming it.
  package var refuted: Set<String> {
    Set(
      zip(places, columns).filter { $0.isAssumed && $1.textsThatAreNoNumbers > 0 }.map(\.0.name))
  }

  package mutating func add(_ batch: Batch) {
    var rowsOfVersion: [String: [Int]] = [:]
    if versionPosition == nil {
      rowsOfVersion[""] = Array(0..<batch.rowCount)
    } else {
      let versionOfRow = versionNames(of: batch)
      for row in 0..<batch.rowCount { rowsOfVersion[versionOfRow(row), default: []].append(row) }
    }
    for (version, rows) in rowsOfVersion {
      var scan =
        versions.removeValue(forKey: version) ?? VersionScan(numbers: places.map { _ in [] })
      scan.rowCount += rows.count
      if isReference { addNumbers(of: rows, of: batch, to: &scan) }
      versions[version] = scan
    }
    for (index, place) in places.enumerated() {
      if let position = place.number, case .number(let column) = batch.columns[position] {
        columns[index].textsThatAreNoNumbers += column.malformedRows.count
        columns[index].numbers += column.values.count(where: \.isFinite)
      }
      if let position = place.category, case .category(let column) = batch.columns[position] {
        columns[index].count(column, canonical: place.subject != .feature)
      }
    }
  }

  private func addNumbers(of rows: [Int], of batch: Batch, to scan: inout VersionScan) {
    if case .timestamp(let column) = batch.columns[timePosition] {
      for row in rows { scan.times.append(column.values[row]) }
    }
    for (index, place) in places.enumerated() {
      guard let position = place.number, case .number(let column) = batch.columns[position] else {
        continue
      }
      scan.numbers[index].makeRoom(for: rows.count)
      for row in rows where column.values[row].isFinite {
        scan.numbers[index].append(column.values[row])
      }
    }
  }

  private func versionNames(of batch: Batch) -> (Int) -> String {
    guard let versionPosition, case .category(let column) = batch.columns[versionPosition] else {
      return { _ in "" }
    }
    return { row in column.codes[row] < 0 ? "" : column.values[Int(column.codes[row])] }
  }
}

extension [Double] {
  /// Grows by a quarter where an array would double: the numbers of all columns stay in memory.
  fileprivate mutating func makeRoom(for more: Int) {
    if count + more > capacity { reserveCapacity(count + Swift.max(more, count / 4)) }
  }
}

extension SchemaScan.ColumnScan {
  fileprivate mutating func count(_ column: CategoryColumn, canonical: Bool) {
    var counts = [Int](repeating: 0, count: column.values.count)
    for code in column.codes where code >= 0 { counts[Int(code)] += 1 }
    for (value, count) in zip(column.values, counts) where count > 0 {
      let name = canonical ? ClassName.canonical(value) : value
      if let known = categories[name] {
        categories[name] = known + count
      } else if categories.count < SchemaScan.categoryLimit {
        categories[name] = count
      }
    }
  }

  /// Numbers only, and not merely truth values, which the reader of numbers accepts as 0 and 1.
  fileprivate var looksNumeric: Bool {
    guard numbers > 0, textsThatAreNoNumbers == 0 else { return false }
    let truthValues = categories.filter { ["true", "false"].contains($0.key.lowercased()) }
    return truthValues.values.reduce(0, +) < numbers
  }
}

// MARK: - Results

extension SchemaScan {
  /// The schema that follows from everything added.
  ///
  /// Without a reference only the kinds of the columns are taken, so that nothing depends on which
  /// log happened to come first.
  package var schema: ModelSchema {
    let schemas = places.indices.map { index -> ColumnSchema in
      let (place, scan) = (places[index], columns[index])
      let isNumeric = layout.kindIsNumeric(place.name, place.subject) ?? scan.looksNumeric
      let kind: ColumnKind
      if isNumeric {
        kind = .numeric(isReference ? anchors(column: index) : .withoutReference)
      } else {
        kind = .categorical(isReference ? Vocabulary(reference: scan.categories) : .empty)
      }
      return ColumnSchema(name: place.name, subject: place.subject, kind: kind)
    }
    return ModelSchema(
      task: layout.task, positive: layout.positive.map(ClassName.canonical),
      scoreIsProbability: layout.scoreIsProbability,
      scoreClasses: layout.scoreClasses.map(ClassName.canonical), columns: schemas,
      sliceAttributes: layout.sliceAttributes, timezone: layout.timezone,
      missingTokens: layout.missingTokens, slicedColumns: layout.slicedColumns,
      scoredAttributes: layout.scoredAttributes)
  }

  /// How to cut each version's rows into chunks of about equal size.
  package func chunkPlan(count: Int) -> ChunkPlan {
    ChunkPlan(
      versions: versions.mapValues { scan in
        let times = scan.times.filter { $0 != TimestampColumn.missing }.sorted()
        guard times.count == scan.rowCount, let first = times.first, first != times.last else {
          return .byPosition(rowCount: scan.rowCount)
        }
        let last = times.count - 1
        return .byTime(starts: (1..<count).map { times[$0 * last / count] })
      }, count: count)
  }

  /// First and last time of all rows; `nil` when none has a time.
  package var timeRange: ClosedRange<Int64>? {
    let times = versions.values.flatMap(\.times).filter { $0 != TimestampColumn.missing }
    guard let first = times.min(), let last = times.max() else { return nil }
    return first...last
  }

  private func anchors(column: Int) -> NumericAnchors {
    // Sorted once: what is sorted again takes one look.
    let parts = versions.mapValues { KeySort.sorted($0.numbers[column]) }.filter {
      !$0.value.isEmpty
    }
    let all = parts.keys.sorted().flatMap { parts[$0] ?? [] }.sorted()
    guard !all.isEmpty else { return .withoutReference }
    var deciles = parts.mapValues(Self.deciles)
    deciles[NumericAnchors.pooled] = Self.deciles(of: all)
    return NumericAnchors(reference: all, deciles: deciles)
  }

  /// The nine deciles by linear interpolation, as NumPy's default.
  private static func deciles(of numbers: [Double]) -> [Double] {
    let sorted = SortedNumbers(numbers)
    return (1...9).compactMap { sorted.quantile(Double($0) / 10) }
  }
}

/// How the rows of a reference are divided for measuring its own spread.
package struct ChunkPlan: Sendable {
  fileprivate enum Rule: Sendable {
    /// A row belongs to the last chunk whose start is not after its time.
    case byTime(starts: [Int64])
    /// Rows without times are divided in the order of the file.
    case byPosition(rowCount: Int)
  }

  fileprivate let versions: [String: Rule]
  /// Number of chunks.
  package let count: Int

  /// The chunk of a row, from 0.
  ///
  /// - Parameters:
  ///   - time: Milliseconds since 1970, as in the row.
  ///   - position: How many rows of the same version came before.
  package func chunk(version: String, time: Int64, position: Int) -> Int {
    switch versions[version] {
    case .byTime(let starts)?:
      starts.count { $0 <= time }
    case .byPosition(let rowCount)?:
      min(count - 1, position * count / max(1, rowCount))
    case nil:
      0
    }
  }
}
