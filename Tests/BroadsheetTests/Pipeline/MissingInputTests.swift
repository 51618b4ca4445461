import Assessment
import Broadsheet
import Foundation
import Testing

@Suite("Input that is not there")
struct MissingInputTests {
  private func error(_ space: Workspace) throws -> IngestError {
    try #require(throws: IngestError.self) { try space.ingest() }
  }

  @Test("an empty folder of predictions names the key and the pattern")
  func emptyFolder() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      let error = try error(space)
      #expect(error.kind == .missingInput)
      #expect(error.messages.count == 1)
      let message = error.messages.first ?? ""
      #expect(message.hasPrefix("broadsheet.yaml:7:5: models[0].predictions: no file matches "))
      #expect(message.contains("'predictions/*'"))
    }
  }

  @Test("every missing pattern is named at once")
  func everyPattern() throws {
    try Workspace.with { space in
      let error = try error(space)
      #expect(error.kind == .missingInput)
      #expect(error.messages.count == 2)
    }
  }

  @Test("but wildcards in the name of the configuration's own folder are no wildcards")
  func oddFolder() throws {
    try Workspace.with { space in
      let odd = Workspace(folder: space.folder + "/odd [1]", settings: space.settings)
      for name in ["predictions", "labels"] {
        try FileManager.default.createDirectory(
          atPath: odd.folder + "/" + name, withIntermediateDirectories: true)
      }
      try odd.write("reference.csv", SampleRows.reference)
      try odd.write("predictions/a.csv", SampleRows(numbers: 0..<42).predictions)
      #expect(try odd.ingest().rowsRead == 42)
    }
  }

  @Test("labels may come later")
  func noLabels() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", SampleRows(numbers: 0..<42).predictions)
      #expect(try space.ingest().rowsRead == 42)
    }
  }

  @Test("files that were read may be archived: their figures stay")
  func archived() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", SampleRows(numbers: 0..<42).predictions)
      try space.ingest()
      let before = try space.export()
      try space.remove("predictions/a.csv")
      try space.write("predictions/b.csv", [SampleRows.predictionHeader])
      try space.ingest()
      #expect(try space.export() == before)
    }
  }
}
