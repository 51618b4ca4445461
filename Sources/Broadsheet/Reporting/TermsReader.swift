import Assessment
import Crypto
import Foundation
import Profiling

/// What is in force for a model by its configuration, schema and reference.
struct TermsReader {
  private let columns: [Terms.Column]
  private let settings: [Terms.Setting]
  private let reference: String?
  private let programVersion: String
  private let expectations: (String) -> [Expectation]

  /// - Parameters:
  ///   - reference: SHA-256 of the reference; `nil` without one.
  ///   - expectations: What is expected of a version.
  init(
    model: Configuration.Model, schema: ModelSchema, reference: String?, programVersion: String,
    expectations: @escaping (String) -> [Expectation]
  ) {
    columns = schema.termColumns
    settings = Self.settings(of: model)
    self.reference = reference
    self.programVersion = programVersion
    self.expectations = expectations
  }

  /// The terms of one period.
  func terms(of record: PeriodRecord) -> Terms? {
    guard let leading = record.leading else { return nil }
    let production = record.arms.map(\.arm).filter { $0.stage == .production }
    return Terms(
      versions: production.isEmpty ? record.arms.map(\.arm).sorted() : production.sorted(),
      columns: columns, expectations: expectations(leading.arm.version),
      settings: settings, reference: reference, program: programVersion)
  }

  private static func settings(of model: Configuration.Model) -> [Terms.Setting] {
    let named: [(String, String?)] = [
      ("title", model.title), ("task", model.task.rawValue), ("owner", model.owner),
      ("about", model.about.map(digest)), ("positive", model.positive),
      ("favourable", model.favourable),
      ("score_is_probability", String(model.scoreIsProbability)),
      ("calendar.period", model.calendar.period.rawValue),
      ("calendar.timezone", model.calendar.timezone),
      ("segments", list(model.segments)),
      ("protected", list(model.protected.map(text))),
      ("minimum_rows", String(model.minimumRows)),
      ("suppress_below", String(model.suppressBelow)),
      ("malformed_share", String(model.malformedShare)),
      ("evidence", model.evidence.rawValue),
      ("maturity.coverage", String(model.maturity.coverage)),
      ("maturity.after_days", model.maturity.afterDays.map { String($0) }),
      ("missing_values", model.missingTokens.map(list)),
      ("drift_policy", model.driftPolicy?.rawValue), ("packs", list(model.packs)),
      ("compatibility", compatibility(of: model)), ("label_unit", model.labelUnit),
    ]
    let columns: [(String, String?)] = [
      ("columns.id", model.columns.id), ("columns.timestamp", model.columns.timestamp),
      ("columns.version", model.columns.version), ("columns.stage", model.columns.stage),
      ("columns.label_timestamp", model.columns.labelTimestamp),
      ("columns.latency_ms", model.columns.latency), ("columns.error", model.columns.error),
    ]
    return (named + columns).compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : Terms.Setting(name: name, value: $0) }
    }
  }

  private static func compatibility(of model: Configuration.Model) -> String? {
    let definitions = model.compatibility.definitions.map { "\($0.metric.rawValue): \($0.words)" }
    return definitions.isEmpty ? nil : definitions.joined(separator: "; ")
  }

  private static func text(_ group: Configuration.Protected) -> String {
    group.name + (group.privileged.map { " (privileged: \($0))" } ?? "")
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// Whether a text changed can be seen from its digest; the text itself stands in the report.
  private static func digest(_ text: String) -> String {
    let digits = Array("0123456789abcdef")
    return String(
      SHA256.hash(data: Data(text.utf8)).prefix(6).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
      })
  }
}
