import Foundation
import Ingestion
import Profiling
import Testing

/// The batches of a CSV text, which is written to a folder of its own and removed again.
func batches(
  ofCSV text: String, _ requests: ColumnRequests, batchSize: Int = 4_096
) throws -> [Batch] {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "profiling-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
  let file = folder.appending(path: "rows.csv")
  try Data(text.utf8).write(to: file)
  let reader = try CSVReader(
    path: file.path, requests: requests.list,
    options: CSVOptions(maximumMalformedShare: 1, maximumBatchRows: batchSize))
  var batches: [Batch] = []
  while let batch = try reader.nextBatch() { batches.append(batch) }
  return batches
}
