import Ingestion
import Profiling

/// Looks at the first rows of every new file before anything is written, so that a renamed column
/// or a file of another kind stops the run while history and site are still what they were.
struct HeaderCheck {
  private static let fullBatch = CSVOptions().maximumBatchRows

  private(set) var problems: [String] = []

  /// Opens a file as it will be read and reads its first rows.
  mutating func check(_ path: String, requests: ColumnRequests, reading: FileReading) {
    do {
      let reader = try reading.reader(
        path: path, requests: requests.withoutNames, extent: .firstRows)
      let first = try reader.nextBatch()
      // A short file is read to its end, where its malformed rows are weighed.
      if let first, first.rowCount < Self.fullBatch { _ = try reader.nextBatch() }
    } catch {
      problems.append(error.description)
    }
  }
}

extension ColumnRequests {
  /// The same columns, those of categories as texts: to number the names of so many rows takes longer than
  /// everything else, and nobody asks for them here.
  fileprivate var withoutNames: ColumnRequests {
    var result = ColumnRequests()
    for request in list {
      let isName = request.type == .category && request.onInvalid == .markCell
      _ = result.add(
        request.name, isName ? .text : request.type, presence: request.presence,
        onInvalid: request.onInvalid)
    }
    return result
  }
}
