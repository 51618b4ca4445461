import Foundation

/// Rows of numbers computed elsewhere, from a CSV file in `Oracles`; the script beside it says how.
struct OracleTable {
  let columns: [String]
  let rows: [[Double]]

  struct Malformed: Error {
    let file: String
    let line: Int
  }

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracles")
    let text = try String(contentsOf: folder.appending(path: name + ".csv"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    var rows: [[Double]] = []
    var columns: [String] = []
    for (index, line) in lines.enumerated() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if index == 0 {
        columns = fields.map(String.init)
        continue
      }
      let numbers = fields.compactMap { Double($0) }
      guard numbers.count == columns.count else { throw Malformed(file: name, line: index + 1) }
      rows.append(numbers)
    }
    guard !rows.isEmpty else { throw Malformed(file: name, line: 1) }
    self.columns = columns
    self.rows = rows
  }

  /// The largest deviation over all rows, with the row it occurred in.
  func worst(_ deviation: ([Double]) throws -> Double) rethrows -> Worst {
    var worst = Worst(deviation: 0, row: [])
    for row in rows {
      let found = try deviation(row)
      // A deviation that is not a number counts as the worst of all.
      if !(found <= worst.deviation) { worst = Worst(deviation: found, row: row) }
    }
    if let report = ProcessInfo.processInfo.environment["REPORT_ACCURACY"], report == "1" {
      FileHandle.standardError.write(Data("accuracy \(columns) \(worst)\n".utf8))
    }
    return worst
  }

  struct Worst: CustomStringConvertible {
    let deviation: Double
    let row: [Double]
    var description: String { "\(deviation) at \(row)" }
  }
}

/// |found / expected − 1|, and |found| where the expected value is 0.
func relativeError(_ found: Double, _ expected: Double) -> Double {
  if found == expected { return 0 }
  return expected == 0 ? abs(found) : abs(found / expected - 1)
}
