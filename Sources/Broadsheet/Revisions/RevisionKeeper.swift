import Assessment
import Foundation
import History
import Profiling
import Publishing

/// Decides for every report whether it is a new revision, and keeps what was replaced.
///
/// - A report of a running period is replaced in place.
/// - The first publication after the end of the period is revision 1.
/// - When a figure of its period changes, the report becomes a further revision, and what readers
///   saw before is kept. While labels are waited for, only the first revision is kept that way: the
///   second one is updated in place as labels arrive, and becomes the third when they are complete.
/// - A change that touches no figure of the period (words, figures of other periods) is made in
///   place.
///
/// Every change is listed in the report with its reasons.
struct RevisionKeeper {
  /// What a publication does to the record of revisions.
  struct Outcome {
    /// By report, as the pages show it.
    var reports: [ReportKey: ReportRevisions] = [:]
    /// Rows that are new or changed.
    var stored: [StoredRevision] = []
    /// Content of replaced reports, by digest.
    var contents: [String: [UInt8]] = [:]
  }

  let day: Day
  let program: String
  let configuration: String
  let former: FormerSite
  /// Reads the revisions of a report that are on record, the first one first.
  let record: (ReportKey) throws -> [RevisionFacts]
  /// Reads content that was kept earlier.
  let content: (String) throws -> [UInt8]?

  /// When a report was changed after it had been published first; `nil` when it was not.
  func lastChange(of key: ReportKey) throws -> Day? {
    let facts = try record(key)
    guard let last = facts.last, facts.count > 1 || last.updates > 0 else { return nil }
    return last.updated
  }

  func revise(_ contents: [ReportKey: ReportContent], of models: [ModelRecord]) throws -> Outcome {
    var outcome = Outcome()
    for model in models {
      for period in model.periods {
        var comparison: Comparison?
        for role in Role.allCases {
          let key = ReportKey(
            role: role, model: model.identity.id, period: period.period.description)
          guard let content = contents[key] else { continue }
          try revise(
            key, content, Subject(model: model, period: period), &comparison, &outcome)
        }
      }
    }
    return outcome
  }

  struct Subject {
    let model: ModelRecord
    let period: PeriodRecord

    var isProvisional: Bool { period.leading?.maturity?.state == .provisional }
  }

  /// The figures of one period against those that were published before; `figures` is `nil` when
  /// these cannot be read.
  private struct Comparison {
    let changes: [FigureChange]?
    let causes: [RevisionCause]
    let isCorrected: Bool
  }

  private func revise(
    _ key: ReportKey, _ content: ReportContent, _ subject: Subject,
    _ comparison: inout Comparison?, _ outcome: inout Outcome
  ) throws {
    var facts = try record(key)
    let digest = Self.digest(of: content)
    let isClosed = day > subject.period.period.end
    let fresh = first(digest, isClosed: isClosed, subject)
    guard var last = facts.last else {
      outcome.stored.append(try stored(key, 1, fresh))
      outcome.reports[key] = try shown([fresh], subject, outcome.contents)
      return
    }
    if last.content != digest {
      let compared = try comparison ?? compare(subject)
      comparison = compared
      let causes = causes(compared, since: last)
      if !last.isClosed {
        facts[facts.count - 1] = fresh
      } else if isInPlace(last, number: facts.count, compared, causes, subject) {
        last.update(on: day, causes: causes, changes: compared.changes ?? [])
        note(&last, digest, subject)
        facts[facts.count - 1] = last
      } else {
        facts[facts.count - 1].archive = try archive(key, &outcome)
        outcome.stored.append(try stored(key, facts.count, facts[facts.count - 1]))
        facts.append(fresh.following(causes, compared.changes ?? []))
      }
      outcome.stored.append(try stored(key, facts.count, facts[facts.count - 1]))
    } else if isClosed && !last.isClosed {
      // Confirmed after the end of the period: from now on it stands.
      facts[facts.count - 1].isClosed = true
      outcome.stored.append(try stored(key, facts.count, facts[facts.count - 1]))
    }
    outcome.reports[key] = try shown(facts, subject, outcome.contents)
  }

  // MARK: - Decisions

  private func first(_ digest: String, isClosed: Bool, _ subject: Subject) -> RevisionFacts {
    RevisionFacts(
      published: day, updated: day, updates: 0, isClosed: isClosed,
      isProvisional: subject.isProvisional, content: digest, program: program,
      configuration: configuration, causes: [], changes: [], changeCount: 0, archive: nil)
  }

  private func note(_ facts: inout RevisionFacts, _ digest: String, _ subject: Subject) {
    facts.content = digest
    facts.isProvisional = subject.isProvisional
    facts.program = program
    facts.configuration = configuration
  }

  /// Whether a report of a period that is over is changed without a new revision.
  private func isInPlace(
    _ last: RevisionFacts, number: Int, _ compared: Comparison, _ causes: [RevisionCause],
    _ subject: Subject
  ) -> Bool {
    if let changes = compared.changes, changes.isEmpty { return true }
    guard number > 1, last.isProvisional, subject.isProvisional else { return false }
    return causes.allSatisfy { if case .labels = $0 { true } else { false } }
  }

  private func causes(_ compared: Comparison, since last: RevisionFacts) -> [RevisionCause] {
    var causes = compared.causes
    let isOtherProgram = last.program != program
    let isOtherConfiguration = last.configuration != configuration
    if isOtherProgram { causes.append(.program(before: last.program, after: program)) }
    if isOtherConfiguration { causes.append(.configuration) }
    if compared.isCorrected && !isOtherProgram && !isOtherConfiguration {
      causes.append(.correctedLabels)
    }
    guard let changes = compared.changes else { return causes + [.unknown] }
    if causes.isEmpty { causes.append(changes.isEmpty ? .elsewhere : .otherInput) }
    return causes
  }

  private func compare(_ subject: Subject) throws -> Comparison {
    let path = "data/\(subject.model.identity.id)/\(subject.period.period)/metrics.json"
    guard let file = try former.file(path), let before = PeriodFigures(json: file.bytes) else {
      return Comparison(changes: nil, causes: [], isCorrected: false)
    }
    let now = PeriodFigures(subject.model, subject.period)
    return Comparison(
      changes: now.changes(since: before), causes: now.causes(since: before),
      isCorrected: now.hasCorrectedLabels(since: before))
  }
}
