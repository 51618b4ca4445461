import Assessment
import History
import Ingestion
import Profiling

/// Reads one file of predictions or labels within one transaction.
struct FileIngestion {
  let plan: ModelPlan
  let model: PreparedModel
  let file: PlannedFile

  struct Result {
    let file: InputFile
    let problems: [String]
    let joinedCount: Int
    let correctedCount: Int
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
      history: history, model: model.key, schema: model.schema, log: log)
    let stages = StageCheck(log: log, layout: plan.layout, shown: file.shown)
    var reader: any BatchReader
    repeat {
      reader = try plan.reading.reader(path: file.path, requests: log.requests)
      while let batch = try reader.nextBatch() {
        try stages.check(batch, of: reader)
        try ingestion.add(batch)
      }
    } while try ingestion.needsAnotherPass()
    try ingestion.finish(malformedRowCount: reader.malformedRowCount)
    return try finish(
      in: history, reader: reader, rowCount: ingestion.rowCount, days: ingestion.days,
      verdict: ingestion.verdict)
  }

  private func readLabels(in history: HistoryTransaction) throws -> Result {
    let log = try plan.labelLog()
    let reader = try plan.reading.reader(path: file.path, requests: log.requests)
    var ingestion = try LabelFileIngestion(
      history: history, model: model.key, schema: model.schema, reader: log)
    while let batch = try reader.nextBatch() { try ingestion.add(batch) }
    try ingestion.finish()
    return try finish(
      in: history, reader: reader, rowCount: ingestion.rowCount, days: nil,
      verdict: ingestion.verdict)
  }

  private func finish(
    in history: HistoryTransaction, reader: any BatchReader, rowCount: Int,
    days: ClosedRange<Day>?, verdict: LedgerVerdict
  ) throws -> Result {
    // A file that grew while it was read is not the file that its digest names.
    guard try FileDigest(ofFileAt: file.path) == file.digest else {
      throw IngestError(
        .badData,
        ["\(file.shown): the file changed while it was read; run again when it is complete"])
    }
    let input = InputFile(
      role: file.role, path: file.shown, size: file.digest.size,
      digest: file.digest.hexadecimal, rowCount: rowCount,
      malformedRowCount: reader.malformedRowCount, duplicateCount: verdict.repeats.count)
    try history.add(input, days: days, to: model.key)
    return Result(
      file: input,
      problems: reader.problems.map { "\(file.shown):\($0)" },
      joinedCount: verdict.joinedCount, correctedCount: verdict.correctedCount)
  }
}
