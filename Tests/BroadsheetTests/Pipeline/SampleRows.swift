import Profiling

/// Rows of a prediction log with their labels; every cell follows from the number of the row.
struct SampleRows {
  static let firstDay = Day(year: 2026, month: 3, day: 2)
  static let predictionHeader = "id,at,version,stage,churned,score,tenure,plan,region"
  static let labelHeader = "id,truth,seen_at"

  var version = "v1"
  var stage = "production"
  let numbers: Range<Int>
  /// How many rows fall on one day.
  var rowsPerDay = 6

  func predictionRow(_ number: Int) -> String {
    let score = Double(number * 53 % 97) / 97
    let tenure = Double(number * 37 % 101) / 10 + 0.1
    return "\(number),\(day(number))T08:00:00Z,\(version),\(stage),\(score > 0.5 ? 1 : 0),\(score),"
      + "\(tenure),\(["basic", "plus", "pro"][number % 3]),\(["north", "south"][number / 2 % 2])"
  }

  func labelRow(_ number: Int) -> String {
    "\(number),\(Self.truth(number)),\(day(number).advanced(by: 10))"
  }

  var predictionRows: [String] { numbers.map(predictionRow) }
  var labelRows: [String] { numbers.map(labelRow) }
  var predictions: [String] { [Self.predictionHeader] + predictionRows }
  var labels: [String] { [Self.labelHeader] + labelRows }

  /// A reference with the same columns and its own labels.
  static var reference: [String] {
    let rows = SampleRows(numbers: 1_000..<1_120)
    return [predictionHeader + ",truth"]
      + rows.numbers.map { rows.predictionRow($0) + ",\(truth($0))" }
  }

  static func truth(_ number: Int) -> Int { number * 29 % 7 < 3 ? 1 : 0 }

  private func day(_ number: Int) -> Day {
    Self.firstDay.advanced(by: number / rowsPerDay)
  }
}
