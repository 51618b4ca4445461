import Assessment
import Broadsheet
import Testing

@Suite("The order and division of files")
struct ReadingOrderTests {
  /// Ways in which the same rows may arrive.
  enum Arrival: CaseIterable {
    case underOtherNames, labelsFirst, labelsInManyFiles, oneFilePerRun, newestFirst, rowsScattered
    case rowsBackwards, inOneFile
  }

  private static let rows = SampleRows(numbers: 0..<126)
  private static let parts = [0..<42, 42..<84, 84..<126]

  private func reference(in space: Workspace) throws {
    try space.write("reference.csv", SampleRows.reference)
  }

  private func writePredictions(_ part: Range<Int>, _ name: String, in space: Workspace) throws {
    try space.write("predictions/\(name).csv", SampleRows(numbers: part).predictions)
  }

  private func writeLabels(_ part: Range<Int>, _ name: String, in space: Workspace) throws {
    try space.write("labels/\(name).csv", SampleRows(numbers: part).labels)
  }

  private func readAtOnce() throws -> String {
    var export = ""
    try Workspace.with { space in
      try reference(in: space)
      for (index, part) in Self.parts.enumerated() {
        try writePredictions(part, "\(index)", in: space)
        try writeLabels(part, "\(index)", in: space)
      }
      try space.ingest()
      export = try space.export()
    }
    return export
  }

  private func write(_ name: String, header: String, _ rows: [String], in space: Workspace) throws {
    try space.write(name, [header] + rows)
  }

  private func read(_ arrival: Arrival, in space: Workspace) throws {
    let (rows, parts) = (Self.rows, Self.parts)
    switch arrival {
    case .underOtherNames:
      for (name, part) in zip(["z", "m", "a"], parts) {
        try writePredictions(part, name, in: space)
        try writeLabels(part, "other-\(name)", in: space)
      }
    case .labelsFirst:
      try space.write("predictions/0.csv", [SampleRows.predictionHeader])
      try writeLabels(rows.numbers, "all", in: space)
      try space.ingest()
      try writePredictions(rows.numbers, "1", in: space)
    case .labelsInManyFiles:
      try writePredictions(rows.numbers, "all", in: space)
      for index in 0..<9 {
        let picked = rows.numbers.filter { $0 % 9 == index }.map(rows.labelRow)
        try write("labels/\(index).csv", header: SampleRows.labelHeader, picked, in: space)
      }
    case .oneFilePerRun, .newestFirst:
      let order = arrival == .newestFirst ? Array(parts.reversed()) : parts
      for part in order {
        try writePredictions(part, "\(part.lowerBound)", in: space)
        try space.ingest()
        try writeLabels(part, "\(part.lowerBound)", in: space)
        try space.ingest()
      }
    case .rowsScattered:
      for index in 0..<4 {
        let picked = rows.numbers.filter { $0 % 4 == index }.map(rows.predictionRow)
        try write(
          "predictions/\(index).csv", header: SampleRows.predictionHeader, picked, in: space)
        try space.ingest()
      }
      try writeLabels(rows.numbers, "all", in: space)
    case .rowsBackwards:
      try space.write(
        "predictions/all.csv", [SampleRows.predictionHeader] + rows.predictionRows.reversed())
      try space.write("labels/all.csv", [SampleRows.labelHeader] + rows.labelRows.reversed())
    case .inOneFile:
      try writePredictions(rows.numbers, "all", in: space)
      try writeLabels(rows.numbers, "all", in: space)
    }
    try space.ingest()
  }

  @Test("do not change a byte of the export", arguments: Arrival.allCases)
  func givesTheSameExport(_ arrival: Arrival) throws {
    let expected = try readAtOnce()
    try Workspace.with { space in
      try reference(in: space)
      try read(arrival, in: space)
      #expect(try space.export() == expected)
    }
  }

  @Test("count every row and label once")
  func countsEveryRow() throws {
    let table = try ExportTable(try readAtOnce())
    #expect(table.periods == ["2026-W10", "2026-W11", "2026-W12"])
    for period in table.periods {
      #expect(table["row_count", period] == "42")
      #expect(table["label_count", period] == "42")
      #expect(table["label_delay_days_p50", period] == "9.666666666666666")
    }
  }

  @Test("matter not when nothing is new: a second run changes nothing and says so")
  func secondRunChangesNothing() throws {
    try Workspace.with { space in
      try reference(in: space)
      try writePredictions(Self.rows.numbers, "all", in: space)
      try writeLabels(Self.rows.numbers, "all", in: space)
      let first = try space.ingest()
      let before = try space.state()
      let second = try space.ingest()
      #expect(first.rowsRead == 252)
      #expect(first.labelsJoined == 126)
      #expect(second.filesRead == 0)
      #expect(second.filesSkipped == 2)
      #expect(second.rowsRead == 0)
      #expect(try space.state() == before)
    }
  }

  @Test("matter not when a known file comes back under another name")
  func copyOfAKnownFile() throws {
    try Workspace.with { space in
      try reference(in: space)
      try writePredictions(Self.rows.numbers, "all", in: space)
      try space.ingest()
      let before = try space.export()
      try writePredictions(Self.rows.numbers, "copy", in: space)
      let summary = try space.ingest()
      #expect(summary.filesSkipped == 2)
      #expect(summary.duplicates == 0)
      #expect(try space.export() == before)
    }
  }

  @Test("are skipped aloud, each known file by its path")
  func announcesSkippedFiles() throws {
    try Workspace.with { space in
      try reference(in: space)
      try writePredictions(Self.rows.numbers, "all", in: space)
      try space.ingest()
      var skipped: [String] = []
      try space.ingest { event in
        if case .skipped(_, _, let path) = event { skipped.append(path) }
      }
      #expect(skipped == ["predictions/all.csv"])
    }
  }
}
