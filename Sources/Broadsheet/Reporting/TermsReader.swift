import Assessment
import Crypto
import Foundation
import Profiling

/// What is in force for a model by its configuration, schema and reference.
struct TermsReader {
  let model: Configuration.Model
  let schema: ModelSchema
  /// SHA-256 of the reference; `nil` without one.
  let reference: String?
  let programVersion: String
  let expectations: (String) -> [Expectation]

  /// The terms of one period.
  func terms(of record: PeriodRecord) -> Terms? {
    guard let leading = record.leading else { return nil }
    let production = record.arms.map(\.arm).filter { $0.stage == .production }
    return Terms(
      versions: production.isEmpty ? record.arms.map(\.arm).sorted() : production.sorted(),
      columns: schema.termColumns, expectations: expectations(leading.arm.version),
      settings: settings, reference: reference, program: programVersion)
  }

  private var settings: [Terms.Setting] {
    let named: [(String, String?)] = [
      ("title", model.title), ("task", model.task.rawValue), ("owner", model.owner),
      ("about", model.about.map(Self.digest)), ("positive", model.positive),
      ("favourable", model.favourable),
      ("score_is_probability", String(model.scoreIsProbability)),
      ("calendar.period", model.calendar.period.rawValue),
      ("calendar.timezone", model.calendar.timezone),
      ("segments", Self.list(model.segments)),
      ("protected", Self.list(model.protected.map(Self.text))),
      ("minimum_rows", String(model.minimumRows)),
      ("suppress_below", String(model.suppressBelow)),
      ("malformed_share", String(model.malformedShare)),
      ("evidence", model.evidence.rawValue),
      ("maturity.coverage", String(model.maturity.coverage)),
      ("maturity.after_days", model.maturity.afterDays.map { String($0) }),
      ("missing_values", model.missingTokens.map(Self.list)),
      ("drift_policy", model.driftPolicy?.rawValue), ("packs", Self.list(model.packs)),
      ("compatibility", compatibility),
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

  private var compatibility: String? {
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
