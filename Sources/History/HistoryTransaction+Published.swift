package import Assessment
import Foundation
import GRDB
package import Profiling

/// The first published value of one figure, with all that says which figure it is.
package struct PublishedFigure: Hashable, Sendable {
  /// Id of the model.
  package let model: String
  package let arm: Arm
  /// Name of the period, such as `2026-W14`.
  package let period: String
  package let key: MetricKey
  package let first: FirstPublished

  package init(model: String, arm: Arm, period: String, key: MetricKey, first: FirstPublished) {
    self.model = model
    self.arm = arm
    self.period = period
    self.key = key
    self.first = first
  }
}

extension HistoryTransaction {
  /// The first published values of one model, or of all models, in the order of their names.
  package func publishedFigures(of model: String? = nil) throws -> [PublishedFigure] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT * FROM publishedValue WHERE ? IS NULL OR model = ?
        ORDER BY model, version, stage, period, slice, feature, metric
        """, arguments: [model, model])
    var slices = SliceNames()
    var figures: [PublishedFigure] = []
    while let row = try rows.next() {
      guard let stage = Stage(rawValue: row["stage"]), let key = try slices.key(of: row) else {
        continue
      }
      figures.append(
        PublishedFigure(
          model: row["model"], arm: Arm(version: row["version"], stage: stage),
          period: row["period"], key: key,
          first: FirstPublished(row)))
    }
    return figures
  }

  /// The first published values of one arm and period.
  package func publishedFigures(
    of model: String, arm: Arm, period: String
  ) throws -> [MetricKey: FirstPublished] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT slice, feature, metric, value, day FROM publishedValue
        WHERE model = ? AND version = ? AND stage = ? AND period = ?
        """, arguments: [model, arm.version, arm.stage.rawValue, period])
    var slices = SliceNames()
    var first: [MetricKey: FirstPublished] = [:]
    while let row = try rows.next() {
      guard let key = try slices.key(of: row) else { continue }
      first[key] = FirstPublished(row)
    }
    return first
  }

  /// Enters figures that were published for the first time. One that is on record already stays
  /// as it is: a first value is never overwritten.
  package func add(_ figures: [PublishedFigure]) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO publishedValue
          (model, version, stage, period, slice, feature, metric, value, day)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var slices = SliceNames()
    var added: [ModelPeriod: Int] = [:]
    for figure in figures {
      try statement.execute(arguments: [
        figure.model, figure.arm.version, figure.arm.stage.rawValue, figure.period,
        try slices.name(of: figure.key.slice), figure.key.feature ?? "",
        figure.key.metric.rawValue, figure.first.value, figure.first.day.number,
      ])
      added[ModelPeriod(model: figure.model, period: figure.period), default: 0] +=
        database.changesCount
    }
    for (place, number) in added where number > 0 {
      try database.cachedStatement(
        sql: """
          INSERT INTO publishedValueCount (model, period, number) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET number = number + excluded.number
          """
      ).execute(arguments: [place.model, place.period, number])
    }
  }

  private struct ModelPeriod: Hashable {
    let model: String
    let period: String
  }

  /// How many first values there are of each period of a model, by name of the period.
  package func publishedFigureCounts(of model: String) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT period, number FROM publishedValueCount WHERE model = ?",
      arguments: [model])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["period"], $0["number"]) })
  }

  /// The latest day on which a model has rows.
  package func latestDay(of model: ModelKey) throws -> Day? {
    try Int.fetchOne(
      database,
      sql: """
        SELECT MAX(inputProfile.day) FROM inputProfile
        JOIN arm ON arm.key = inputProfile.armKey JOIN version ON version.key = arm.versionKey
        WHERE version.modelKey = ?
        """, arguments: [model.raw]
    ).map(Day.init(number:))
  }
}

/// Slices as text and back; JSON, as a value may hold whatever would separate the parts otherwise.
private struct SliceNames {
  private var names: [Slice: String] = [:]
  private var slices: [String: Slice] = [:]

  mutating func name(of slice: Slice) throws -> String {
    if let name = names[slice] { return name }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let name = String(decoding: try encoder.encode(slice.parts), as: UTF8.self)
    names[slice] = name
    return name
  }

  /// Which figure a row is about; `nil` for a metric of another version of the program.
  mutating func key(of row: Row) throws -> MetricKey? {
    guard let metric = Metric(rawValue: row["metric"]) else { return nil }
    let feature: String = row["feature"]
    return MetricKey(
      metric, slice: try slice(of: row["slice"]), feature: feature.isEmpty ? nil : feature)
  }

  private mutating func slice(of name: String) throws -> Slice {
    if let slice = slices[name] { return slice }
    let slice = Slice(
      parts: try JSONDecoder().decode([Slice.Part].self, from: Data(name.utf8)))
    slices[name] = slice
    return slice
  }
}

extension FirstPublished {
  fileprivate init(_ row: Row) {
    self.init(value: row["value"], day: Day(number: row["day"]))
  }
}
