package import Ingestion
import Statistics

/// The first pass over a reference: finds the kind of every column, its anchors or vocabulary, and
/// where the reference is cut into chunks.
///
/// Holds the numbers of the reference in memory, eight bytes each; a reference is what somebody
/// accepted a model on, not a log.
package struct SchemaScan: Sendable {
  /// Texts of a column beyond this number are not counted any more; only ever reached by
  /// identifiers, which make no useful feature.
  fileprivate static let categoryLimit = 50_000

  /// What to ask the file for.
  package let requests: ColumnRequests

  private let layout: ModelLayout
  private let places: [Place]
  private let timePosition: Int
  private let versionPosition: Int?
  private var versions: [String: VersionScan] = [:]
  private var columns: [ColumnScan]

  private struct Place: Sendable {
    let name: String
    let subject: ColumnSubject
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
    var numbers: [String: [Double]] = [:]
  }

  /// - Parameter strictness: Whether a column that the file lacks is an error.
  package init(layout: ModelLayout, strictness: PredictionLog.Strictness) {
    self.layout = layout
    let presence: ColumnRequest.Presence = strictness == .complete ? .required : .optional
    var requests = ColumnRequests()
    timePosition = requests.add(layout.timestamp, .timestamp, presence: presence)
    versionPosition = layout.version.map { requests.add($0, .category, presence: presence) }
    places = layout.profiledColumns.map { name, subject in
      // A label in a file of its own is not here, and its kind follows from the task.
      let optional: ColumnRequest.Presence =
        subject == .label && !layout.labelInPredictions ? .optional : presence
      let isNumeric = layout.kindIsNumeric(name, subject)
      return Place(
        name: name, subject: subject,
        number: isNumeric == false ? nil : requests.add(name, .number, presence: optional),
        category: isNumeric == true ? nil : requests.add(name, .category, presence: optional))
    }
    columns = places.map { _ in ColumnScan() }
    self.requests = requests
  }

  package mutating func add(_ batch: Batch) {
    let versionOfRow = versionNames(of: batch)
    var rowsOfVersion: [String: [Int]] = [:]
    for row in 0..<batch.rowCount { rowsOfVersion[versionOfRow(row), default: []].append(row) }
    for (version, rows) in rowsOfVersion {
      versions[version, default: VersionScan()].rowCount += rows.count
      if case .timestamp(let column) = batch.columns[timePosition] {
        versions[version, default: VersionScan()].times += rows.map { column.values[$0] }
      }
    }
    for (index, place) in places.enumerated() {
      if let position = place.number, case .number(let column) = batch.columns[position] {
        columns[index].textsThatAreNoNumbers += column.malformedRows.count
        for (version, rows) in rowsOfVersion {
          let finite = rows.map { column.values[$0] }.filter(\.isFinite)
          columns[index].numbers += finite.count
          versions[version, default: VersionScan()].numbers[place.name, default: []] += finite
        }
      }
      if let position = place.category, case .category(let column) = batch.columns[position] {
        for code in column.codes where code >= 0 {
          columns[index].count(column.values[Int(code)], canonical: place.subject != .feature)
        }
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

extension SchemaScan.ColumnScan {
  fileprivate mutating func count(_ category: String, canonical: Bool) {
    let name = canonical ? ClassName.canonical(category) : category
    if let known = categories[name] {
      categories[name] = known + 1
    } else if categories.count < SchemaScan.categoryLimit {
      categories[name] = 1
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
  /// - Parameter isReference: Whether the rows were a reference. Without one only the kinds of the
  ///   columns are taken, so that nothing depends on which log happened to come first.
  package func schema(isReference: Bool) -> ModelSchema {
    let schemas = zip(places, columns).map { place, scan -> ColumnSchema in
      let isNumeric = layout.kindIsNumeric(place.name, place.subject) ?? scan.looksNumeric
      let kind: ColumnKind
      if isNumeric {
        kind = .numeric(isReference ? anchors(place.name) : .withoutReference)
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
      missingTokens: layout.missingTokens, slicedColumns: layout.slicedColumns)
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

  private func anchors(_ name: String) -> NumericAnchors {
    let parts = versions.compactMapValues { $0.numbers[name] }.filter { !$0.value.isEmpty }
    let all = parts.keys.sorted().flatMap { parts[$0] ?? [] }
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
