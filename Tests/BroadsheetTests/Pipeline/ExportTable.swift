/// The CSV export by column names.
struct ExportTable {
  struct Malformed: Error {
    let line: String
  }

  /// What a row is about.
  struct Key: Hashable {
    var version = "v1"
    var stage = "production"
    var period: String
    var slice = ""
    var feature = ""
    var metric: String
  }

  /// Cells of a row, by column.
  let rows: [Key: [String: String]]

  init(_ text: String) throws {
    var lines = text.split(separator: "\n").map(Self.cells)
    let header = lines.removeFirst()
    var rows: [Key: [String: String]] = [:]
    for cells in lines {
      guard cells.count == header.count else { throw Malformed(line: cells.joined(separator: ",")) }
      let row = Dictionary(zip(header, cells)) { first, _ in first }
      let key = Key(
        version: row["version", default: ""], stage: row["stage", default: ""],
        period: row["period", default: ""], slice: row["slice", default: ""],
        feature: row["feature", default: ""], metric: row["metric", default: ""])
      rows[key] = row
    }
    self.rows = rows
  }

  /// The text of a value; `nil` when the row is not there.
  subscript(
    _ metric: String, _ period: String, version version: String = "v1",
    stage stage: String = "production", slice slice: String = "", feature feature: String = ""
  ) -> String? {
    let key = Key(
      version: version, stage: stage, period: period, slice: slice, feature: feature,
      metric: metric)
    return rows[key]?["value"]
  }

  /// Names of the periods without the reference, ascending.
  var periods: [String] { Set(rows.keys.map(\.period)).subtracting(["reference"]).sorted() }

  /// The cells of a line after RFC 4180; no cell of the tests holds a line break.
  static func cells(of line: some StringProtocol) -> [String] {
    guard line.utf8.contains(UInt8(ascii: "\"")) else {
      return line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      default: cell.append(character)
      }
    }
    return cells + [cell]
  }
}
