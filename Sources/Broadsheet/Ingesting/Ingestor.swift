import Assessment
import Foundation
package import History
import Ingestion
import Profiling
import Statistics

/// Reads everything new that the configuration names into the record.
///
/// First every new file is looked at; if one of them cannot be what the configuration says, nothing
/// is read at all. Then each file is read in a transaction of its own: a file that turns out to be
/// bad further down is refused whole, and the others are read.
package struct Ingestor {
  private let configuration: Configuration
  private let store: HistoryStore
  private let observe: (IngestEvent) -> Void

  package init(
    configuration: Configuration, store: HistoryStore,
    observe: @escaping (IngestEvent) -> Void = { _ in }
  ) {
    self.configuration = configuration
    self.store = store
    self.observe = observe
  }

  /// Reads what is new.
  ///
  /// - Throws: ``IngestError`` when a model's inputs are missing or do not fit; nothing was read then.
  ///   Files refused later are listed in the summary.
  package func run() throws -> IngestSummary {
    let spool = try InputSpool(besideHistory: configuration.history)
    let outcome = Result { try run(with: spool) }
    try spool.remove()
    return try outcome.get()
  }

  private func run(with spool: InputSpool) throws -> IngestSummary {
    var memory = try FileMemory(store)
    let plans = try plans(with: spool, &memory)
    try refuseUnfit(plans)
    var summary = IngestSummary()
    var progress = Progress(observe: observe)
    let files = plans.flatMap(\.newFiles)
    observe(
      .planned(
        fileCount: files.count, byteCount: files.reduce(0) { $0 + $1.digest.size }))
    for plan in plans {
      let model = try prepare(plan)
      for file in plan.known {
        summary.filesSkipped += 1
        observe(
          .skipped(
            model: plan.model.id, role: file.role, path: file.shown))
      }
      for file in plan.newFiles where file.role != .reference {
        let done = progress.done
        try read(file, plan: plan, model: model, summary: &summary) { bytes in
          observe(.progressed(byteCount: done + bytes))
        }
        progress.advance(by: file.digest.size)
      }
    }
    try memory.keep(in: store)
    try store.settle()
    return summary
  }

  /// The plans of all models; problems of all of them are reported together.
  private func plans(
    with spool: InputSpool, _ memory: inout FileMemory
  ) throws -> [ModelPlan] {
    var messages: [String] = []
    var kind = IngestError.Kind.missingInput
    var plans: [ModelPlan] = []
    for model in configuration.models {
      do {
        plans.append(
          try ModelPlan(
            model, configuration: configuration, store: store, spool: spool, memory: &memory))
      } catch let error as IngestError {
        messages += error.messages
        kind = error.kind
      } catch let error as IngestionError {
        messages.append(error.description)
        kind = .badData
      }
    }
    guard messages.isEmpty else { throw IngestError(kind, messages) }
    return plans
  }

  private func refuseUnfit(_ plans: [ModelPlan]) throws {
    var check = HeaderCheck()
    for plan in plans {
      for file in plan.newFiles {
        check.check(
          file.path, requests: try plan.headerRequests(for: file.role), reading: plan.reading)
      }
    }
    guard check.problems.isEmpty else { throw IngestError(.badData, check.problems) }
  }
}

// MARK: - One model

extension Ingestor {
  /// Enters a model that is new, with its schema and reference.
  private func prepare(_ plan: ModelPlan) throws -> PreparedModel {
    if let stored = plan.stored {
      return try SliceFollowing(plan: plan, stored: stored, store: store, observe: observe).run()
    }
    guard let reference = plan.referenceFile else {
      let schema = try plan.schemaWithoutReference()
      let key = try store.write { history in
        try history.addModel(named: plan.model.id, schema: schema, referenceDigest: nil)
      }
      return PreparedModel(key: key, schema: schema)
    }
    let ingestion = ReferenceIngestion(
      layout: plan.layout, paths: plan.inputs.reference, zone: plan.zone, reading: plan.reading)
    let outcome = try ingestion.run()
    let file = InputFile(
      role: .reference, path: reference.shown, size: reference.digest.size,
      digest: reference.digest.hexadecimal, rowCount: outcome.rowCount,
      malformedRowCount: outcome.malformedRowCount, duplicateCount: 0)
    let key = try store.write { history in
      let key = try history.addModel(
        named: plan.model.id, schema: outcome.schema,
        referenceDigest: reference.digest.hexadecimal)
      try history.saveReference(outcome.chunks, stages: outcome.stages, of: key)
      try history.add(file, days: outcome.days, to: key)
      return key
    }
    observe(.read(model: plan.model.id, file: file, problems: []))
    if !outcome.absent.isEmpty {
      observe(
        .note(
          "\(plan.model.id): the reference has no column "
            + outcome.absent.map { "'\($0)'" }.joined(separator: ", ")
            + "; drift of it is not measured"))
    }
    return PreparedModel(key: key, schema: outcome.schema)
  }

  private func read(
    _ file: PlannedFile, plan: ModelPlan, model: PreparedModel, summary: inout IngestSummary,
    progress: @escaping (Int) -> Void
  ) throws {
    do {
      let reading = FileIngestion(plan: plan, model: model, file: file, progress: progress)
      let result = try store.write { history in try reading.run(in: history) }
      summary.filesRead += 1
      summary.rowsRead += result.file.rowCount
      summary.duplicates += result.file.duplicateCount
      summary.malformed += result.file.malformedRowCount
      summary.labelsJoined += result.joinedCount
      summary.labelsCorrected += result.correctedCount
      observe(.read(model: plan.model.id, file: result.file, problems: result.problems))
      for column in result.crowdedColumns {
        observe(
          .note(
            "\(plan.model.id): \(file.shown): '\(column)' has more than "
              + "\(BoundedCategoryCounts.capacity) values on a day that the reference does not have; "
              + "those beyond are counted together. Leave it out of 'features' if it is an identifier"
          ))
      }
    } catch let error as HistoryError {
      // Not the fault of the file, and no better with the next one.
      throw error
    } catch {
      summary.refusals.append("\(error)")
      observe(
        .refused(
          model: plan.model.id, role: file.role, path: file.shown,
          reason: "\(error)"))
    }
  }
}

/// A model that is in the record.
struct PreparedModel {
  let key: ModelKey
  let schema: ModelSchema
}

/// Adds up the bytes that are done.
private struct Progress {
  let observe: (IngestEvent) -> Void
  private(set) var done = 0

  init(observe: @escaping (IngestEvent) -> Void) {
    self.observe = observe
  }

  mutating func advance(by bytes: Int) {
    done += bytes
    observe(.progressed(byteCount: done))
  }
}
