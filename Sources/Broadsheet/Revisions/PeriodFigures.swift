import Assessment
import Foundation
import Profiling
import Publishing

/// The published figures of one model and period, for comparing one publication with the next.
struct PeriodFigures {
  /// Which figure is meant.
  struct Key: Hashable {
    let version: String
    let stage: Stage
    let slice: String
    let feature: String
    let metric: Metric
  }

  /// What is published of it.
  struct Figure: Hashable {
    let value: Double?
    let lower: Double?
    let upper: Double?
    let count: Double?
    let status: String
    let reason: String
    let labelsArrived: Double?
  }

  private(set) var figures: [Key: Figure] = [:]
  /// Slices by their text, as far as they are known.
  private var slices: [String: Slice] = [:]

  /// The figures that a record publishes.
  init(_ record: ModelRecord, _ period: PeriodRecord) {
    for arm in period.arms {
      for row in record.publishedRows(of: arm, period: period.period) {
        let key = row.value.key
        slices[key.slice.description] = key.slice
        let isShown = row.withheldBecause == nil
        figures[
          Key(
            version: arm.arm.version, stage: arm.arm.stage, slice: key.slice.description,
            feature: key.feature ?? "", metric: key.metric)
        ] = Figure(
          value: isShown ? row.value.estimate.value : nil,
          lower: isShown ? row.value.estimate.interval?.lower : nil,
          upper: isShown ? row.value.estimate.interval?.upper : nil,
          count: isShown ? Double(row.value.count) : nil, status: row.status?.rawValue ?? "",
          reason: row.withheldBecause ?? row.value.estimate.reason?.description ?? "",
          labelsArrived: isShown ? row.maturity.map { Double($0.labelsArrived) } : nil)
      }
    }
  }

  /// The figures of a published `metrics.json`; `nil` for a file that is none.
  init?(json: [UInt8]) {
    let rows: [Row]
    do {
      rows = try JSONDecoder().decode([Row].self, from: Data(json))
    } catch {
      // Written by a version with other columns: nothing to compare with.
      return nil
    }
    for row in rows {
      guard let metric = Metric(rawValue: row.metric), let stage = Stage(rawValue: row.stage) else {
        continue
      }
      figures[
        Key(
          version: row.version, stage: stage, slice: row.slice, feature: row.feature,
          metric: metric)
      ] = Figure(
        value: row.value, lower: row.lower, upper: row.upper, count: row.count,
        status: row.status, reason: row.reason, labelsArrived: row.labels_arrived)
    }
  }

  /// A row of the file; the names are those of its columns.
  private struct Row: Decodable {
    let version: String
    let stage: String
    let slice: String
    let feature: String
    let metric: String
    let value: Double?
    let lower: Double?
    let upper: Double?
    let count: Double?
    let status: String
    let reason: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let labels_arrived: Double?
  }

  // MARK: - Comparison

  /// What is different from `former`: all rows before groups, figures of the model before those of
  /// columns, then in the order of the catalogue.
  func changes(since former: PeriodFigures) -> [FigureChange] {
    Set(figures.keys).union(former.figures.keys).filter { figures[$0] != former.figures[$0] }
      .sorted(by: Self.isWeightier).map { key in
        FigureChange(
          metric: key.metric, slice: slices[key.slice] ?? Slice(words: key.slice),
          feature: key.feature.isEmpty ? nil : key.feature, version: key.version, stage: key.stage,
          before: former.figures[key]?.value, after: figures[key]?.value)
      }
  }

  private static func isWeightier(_ one: Key, _ other: Key) -> Bool {
    if one.slice.isEmpty != other.slice.isEmpty { return one.slice.isEmpty }
    if one.feature.isEmpty != other.feature.isEmpty { return one.feature.isEmpty }
    if one.stage != other.stage { return one.stage < other.stage }
    if one.metric != other.metric { return one.metric < other.metric }
    return (one.slice, one.feature, one.version) < (other.slice, other.feature, other.version)
  }

  /// Why the figures differ, as far as they tell.
  func causes(since former: PeriodFigures) -> [RevisionCause] {
    var causes: [RevisionCause] = []
    let rows = (former.total(.rowCount), total(.rowCount))
    if rows.0 != rows.1 { causes.append(.predictions(before: rows.0, after: rows.1)) }
    let labels = (former.total(.labelCount), total(.labelCount))
    if labels.0 != labels.1 { causes.append(.labels(before: labels.0, after: labels.1)) }
    return causes
  }

  /// Whether a figure that rests on labels moved although its labels stayed as many as they were.
  func hasCorrectedLabels(since former: PeriodFigures) -> Bool {
    figures.contains { key, figure in
      guard key.metric.restsOnLabels, let before = former.figures[key] else { return false }
      return figure.value != before.value && figure.count == before.count
        && figure.labelsArrived != nil && figure.labelsArrived == before.labelsArrived
    }
  }

  /// A count over all rows of all arms.
  private func total(_ metric: Metric) -> Int {
    figures.reduce(0) { sum, entry in
      let (key, figure) = entry
      return key.metric == metric && key.slice.isEmpty && key.feature.isEmpty
        ? sum + Int(figure.value ?? 0) : sum
    }
  }
}

extension Slice {
  /// A slice that is only known by its text, for naming it.
  fileprivate init(words: String) {
    self.init(parts: words.isEmpty ? [] : [Part(attribute: words, value: nil)])
  }
}
