import Assessment
import Foundation
import History
import Ingestion
import Profiling

/// Reads one file of predictions or labels within one transaction.
struct FileIngestion {
  let plan: ModelPlan
  let model: PreparedModel
  let file: PlannedFile
  /// Told how many bytes of the file have been read.
  let progress: (Int) -> Void

  struct Result {
    let file: InputFile
    let problems: [String]
    let joinedCount: Int
    let correctedCount: Int
    /// Columns with more values than are counted by name, in order of their names.
    let crowdedColumns: [String]
  }

  func run(in history: HistoryTransaction) throws -> Result {
    switch file.role {
    case .labels: try readLabels(in: history)
    case .predictions, .reference: try readPredictions(in: history)
    }
  }

  private func readPredictions(in history: HistoryTransaction) throws -> Result {
    let log = PredictionLog(
      layout: plan.layout, schema: model.schema, zone: plan.zone, strictness: .complete)
    var ingestion = try PredictionFileIngestion(
      history: history, model: model.key, schema: model.schema)
    var counter: PredictionCounter
    var problems: [RowProblem]
    var malformedRowCount: Int
    repeat {
      let source = try plan.reading.sharedLog(path: file.path, requests: log.requests)
      counter = PredictionCounter(log: log)
      let pipeline = CountingPipeline(
        log: log, counter: counter, threadCount: Self.threadCount, left: ingestion.left)
      let contents = try read(source, through: pipeline, of: log, into: &ingestion)
      (problems, malformedRowCount) = try source.unreadable(
        rowCount: ingestion.rowCount, contents)
    } while try ingestion.needsAnotherPass()
    try ingestion.finish(counter, malformedRowCount: malformedRowCount)
    return try finish(
      in: history, problems: problems, malformedRowCount: malformedRowCount,
      rowCount: ingestion.rowCount, days: ingestion.days, verdict: ingestion.verdict,
      crowdedColumns: ingestion.crowdedColumns.sorted())
  }

  /// More threads than this wait for the one that reads.
  private static let threadCount = min(4, ProcessInfo.processInfo.activeProcessorCount)

  /// Reads the whole file once.
  ///
  /// - Returns: What was unreadable.
  private func read(
    _ source: SharedLog, through pipeline: CountingPipeline, of log: PredictionLog,
    into ingestion: inout PredictionFileIngestion
  ) throws -> SharedLog.Content {
    var contents = SharedLog.Content(batch: nil)
    do {
      try pipeline.run(source) { counted in
        contents.merge(counted.content)
        progress(contents.bytesRead)
        if let rows = counted.rows {
          try ingestion.add(rows)
          try ingestion.putAway(after: rows, pipeline.counter)
        }
      }
    } catch let failure as CountingPipeline.Failure {
      switch failure {
      case .reading(let error): throw error
      case .unknownStage(let line, let stage):
        throw StageCheck(log: log, layout: plan.layout, shown: file.shown)
          .error(stage, line: line, header: source.header)
      }
    }
    return contents
  }

  private func readLabels(in history: HistoryTransaction) throws -> Result {
    let log = try plan.labelLog()
    let reader = try plan.reading.reader(path: file.path, requests: log.requests)
    var ingestion = try LabelFileIngestion(
      history: history, model: model.key, schema: model.schema, reader: log)
    while let batch = try reader.nextBatch() { try ingestion.add(batch) }
    try ingestion.finish()
    return try finish(
      in: history, problems: reader.problems, malformedRowCount: reader.malformedRowCount,
      rowCount: ingestion.rowCount, days: nil,
      verdict: ingestion.verdict)
  }

  private func isUnchanged() throws -> Bool {
    if let before = file.stamp, let now = FileStamp(ofFileAt: file.path), now.isConclusive {
      return now == before
    }
    return try FileDigest(ofFileAt: file.path) == file.digest
  }

  private func finish(
    in history: HistoryTransaction, problems: [RowProblem], malformedRowCount: Int, rowCount: Int,
    days: ClosedRange<Day>?, verdict: LedgerVerdict, crowdedColumns: [String] = []
  ) throws -> Result {
    // A file that grew while it was read is not the file that its digest names.
    guard try isUnchanged() else {
      throw IngestError(
        .badData,
        ["\(file.shown): the file changed while it was read; run again when it is complete"])
    }
    let input = InputFile(
      role: file.role, path: file.shown, size: file.digest.size,
      digest: file.digest.hexadecimal, rowCount: rowCount,
      malformedRowCount: malformedRowCount, duplicateCount: verdict.repeats.count)
    try history.add(input, days: days, to: model.key)
    return Result(
      file: input,
      problems: problems.map { "\(file.shown):\($0)" },
      joinedCount: verdict.joinedCount, correctedCount: verdict.correctedCount,
      crowdedColumns: crowdedColumns)
  }
}

extension SharedLog.Content {
  /// How many malformed rows of a file are described.
  private static let problemLimit = 10

  /// Adds what the next piece of the file held.
  fileprivate mutating func merge(_ next: SharedLog.Content) {
    problems += next.problems.prefix(Self.problemLimit - problems.count)
    malformedRowCount += next.malformedRowCount
    bytesRead = next.bytesRead
  }
}
