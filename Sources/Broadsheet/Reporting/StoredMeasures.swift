import Assessment
import Crypto
import Foundation
import History
import Profiling

/// The measures of one model that the history keeps, each with the digest of what it was measured
/// from.
final class StoredMeasures: MeasureMemory {
  /// A period that was measured just now.
  struct New {
    let period: String
    let measure: StoredMeasure
    let record: [UInt8]
  }

  private let history: HistoryTransaction
  private let model: String
  let settings: String
  private let stamps: [Arm: [Day: [UInt8]]]
  private let stored: [String: StoredMeasure]
  private let recalling: Bool
  /// What the history does not have yet.
  private(set) var new: [New] = []
  /// What was measured of the reference; `nil` when the history has it.
  private(set) var newReference: StoredReference?
  /// The digest of each period, in their order, and whether its figures were noted.
  private(set) var known: [(digest: String, isNoted: Bool)] = []

  /// - Parameters:
  ///   - settings: Digest of everything that the measures of all periods rest on.
  ///   - stamps: Digests of the stored profiles.
  ///   - recalling: False to measure everything again.
  init(
    history: HistoryTransaction, model: String, settings: String,
    stamps: [Arm: [Day: [UInt8]]], recalling: Bool
  ) throws {
    self.history = history
    self.model = model
    self.settings = settings
    self.stamps = stamps
    self.recalling = recalling
    stored = recalling ? try history.measures(of: model) : [:]
  }

  var hasNew: Bool { !new.isEmpty || newReference != nil }

  /// What was measured of the reference, if everything is as it was then; else what `measure` gives.
  ///
  /// - Parameters:
  ///   - versions: Those that answered.
  ///   - days: First and last day of the reference.
  func reference(
    versions: Set<String>, of days: ClosedRange<Day>?, _ measure: () -> ReferenceMeasures
  ) throws -> ReferenceMeasures {
    let days = days.map { "\($0.lowerBound) \($0.upperBound)" } ?? ""
    let text = RecordStamps.digest([settings, days] + versions.sorted())
    let fingerprint = Array(SHA256.hash(data: Data(text.utf8)).prefix(16))
    if recalling, let known = try history.measuredReference(of: model),
      known.fingerprint == fingerprint
    {
      var reader = try RecordReader(known.record)
      return try reader.referenceMeasures()
    }
    let measured = measure()
    var writer = RecordWriter()
    writer.write(measured)
    newReference = StoredReference(fingerprint: fingerprint, record: writer.bytes)
    return measured
  }

  func recall(
    _ dependencies: MeasureDependencies
  ) throws -> (measured: MeasuredPeriod, streaks: Streaks)? {
    let period = dependencies.plan.period.description
    guard let known = stored[period], known.fingerprint == fingerprint(dependencies),
      let bytes = try history.measuredRecord(of: model, period: period)
    else { return nil }
    var reader = try RecordReader(bytes)
    let measured = try reader.measuredPeriod()
    var streakReader = try RecordReader(known.streaks)
    let streaks = try Streaks(from: &streakReader)
    self.known.append((ContentDigest.text(ofBytes: known.digest), known.isNoted))
    return (measured, streaks)
  }

  func keep(
    _ measured: MeasuredPeriod, streaks: Streaks, for dependencies: MeasureDependencies
  ) {
    var writer = RecordWriter()
    writer.write(measured)
    let record = writer.bytes
    let digest = Array(SHA256.hash(data: record).prefix(16))
    known.append((ContentDigest.text(ofBytes: digest), false))
    new.append(
      New(
        period: dependencies.plan.period.description,
        measure: StoredMeasure(
          fingerprint: fingerprint(dependencies), digest: digest, streaks: Self.bytes(of: streaks)),
        record: record))
  }

  private static func bytes(of streaks: Streaks) -> [UInt8] {
    var writer = RecordWriter()
    streaks.write(to: &writer)
    return writer.bytes
  }

  private func fingerprint(_ dependencies: MeasureDependencies) -> [UInt8] {
    let plan = dependencies.plan
    var parts = [
      "form 3", settings, plan.period.description, dependencies.today?.description ?? "",
    ]
    parts.append(dependencies.armBefore.map { "\($0.stage.rawValue) \($0.version)" } ?? "")
    for (arm, days) in (plan.days.sorted { $0.key < $1.key }) {
      parts.append(text(of: arm, days, dependencies.malformedRowCounts[arm] ?? [:]))
    }
    for start in plan.promotions {
      parts.append("promotion \(start.day) \(start.version)")
    }
    for (arm, days) in (plan.earlierDays.sorted { $0.key < $1.key }) {
      parts.append(text(of: arm, days, [:]))
    }
    parts.append(ContentDigest.text(ofBytes: Self.bytes(of: dependencies.streaks)))
    let text = parts.map { "\($0.utf8.count) \($0)\n" }.joined()
    return Array(SHA256.hash(data: Data(text.utf8)).prefix(16))
  }

  private func text(of arm: Arm, _ days: [Day], _ malformed: [Day: Int]) -> String {
    let known = stamps[arm] ?? [:]
    return "\(arm.stage.rawValue) \(arm.version)"
      + days.map { day in
        " \(day.number):\(malformed[day] ?? 0):"
          + ContentDigest.text(ofBytes: known[day] ?? [])
      }.joined()
  }
}
