import Foundation
import History
import Testing

@testable import Broadsheet

@Suite("What is known of files")
struct FileMemoryTests {
  private static let path = "/predictions/1.csv"

  /// One run that asks for the files.
  ///
  /// - Returns: The digests, and how many files were read for them.
  private func run(
    _ space: Workspace, _ names: [String], where isLasting: (String) -> Bool = { _ in true }
  ) throws -> (digests: [String], readCount: Int) {
    let store = try HistoryStore(path: space.historyPath)
    var memory = try FileMemory(store)
    let found = try memory.digests(of: names.map { space.folder + $0 }, where: isLasting)
    try memory.keep(in: store)
    return (found.map(\.digest.hexadecimal), memory.readCount)
  }

  // SHA-256 of "abc" and of nothing: FIPS 180-4, examples of NIST.
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test("is believed when two runs have found the same")
  func twoRuns() throws {
    try Workspace.with { space in
      try space.write("predictions/1.csv", bytes: Array("abc".utf8))
      try space.write("predictions/2.csv", bytes: [])
      let names = ["/predictions/2.csv", Self.path]
      for expected in [2, 2, 0, 0] {
        let outcome = try run(space, names)
        #expect(outcome.digests == [Self.empty, Self.abc])
        #expect(outcome.readCount == expected)
      }
      // One that is asked for twice in a run is read once.
      let twice = try run(space, ["/predictions/2.csv", "/predictions/2.csv"])
      #expect(twice.digests == [Self.empty, Self.empty] && twice.readCount == 0)
    }
  }

  @Test("does not outlast a change that leaves size and time of writing as they were")
  func sameSizeAndTime() throws {
    try Workspace.with { space in
      let path = space.folder + Self.path
      try space.write("predictions/1.csv", bytes: Array("abd".utf8))
      let before = try run(space, [Self.path])
      for _ in 0..<2 { _ = try run(space, [Self.path]) }
      let manager = FileManager.default
      let time = try #require(manager.attributesOfItem(atPath: path)[.modificationDate] as? Date)
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.write(contentsOf: Data("abc".utf8))
      try handle.close()
      try manager.setAttributes([.modificationDate: time], ofItemAtPath: path)
      let after = try run(space, [Self.path])
      #expect(after.digests == [Self.abc] && after.digests != before.digests)
      #expect(after.readCount == 1)
    }
  }

  @Test("is not believed when the second run finds another content under the same stamp")
  func changeWithinATick() throws {
    try Workspace.with { space in
      try space.write("predictions/1.csv", bytes: Array("abc".utf8))
      let path = space.folder + Self.path
      let stamp = try #require(FileStamp(ofFileAt: path)).description
      let store = try HistoryStore(path: space.historyPath)
      // As if the file had held something else when it was read, within the tick of its last change.
      try store.write { history in
        try history.put(
          KnownFile(path: path, stamp: stamp, size: 3, digest: Self.empty, isConfirmed: false))
      }
      for expected in [1, 1, 0] {
        let outcome = try run(space, [Self.path])
        #expect(outcome.digests == [Self.abc] && outcome.readCount == expected)
      }
    }
  }

  @Test("is forgotten when nobody asks for the file, and not kept for files of one run")
  func forgets() throws {
    try Workspace.with { space in
      try space.write("predictions/1.csv", bytes: Array("abc".utf8))
      for _ in 0..<3 { _ = try run(space, [Self.path]) }
      _ = try run(space, [])
      #expect(try run(space, [Self.path]).readCount == 1)
      for _ in 0..<3 {
        #expect(try run(space, [Self.path], where: { _ in false }).readCount == 1)
      }
    }
  }

  @Test("says which file cannot be read, the first of several")
  func unreadable() throws {
    try Workspace.with { space in
      try space.write("predictions/1.csv", bytes: Array("abc".utf8))
      let error = #expect(throws: FileMemory.Failure.self) {
        _ = try run(space, [Self.path, "/predictions/2.csv", "/predictions/3.csv"])
      }
      #expect(error?.path == space.folder + "/predictions/2.csv")
    }
  }

  @Test("lets a run read what is new, and nothing else")
  func ingestion() throws {
    let rows = SampleRows(numbers: 0..<42)
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("labels/all.csv", rows.labels)
      try space.write("predictions/1.csv", rows.predictions)
      #expect(try space.ingest().filesRead == 2)
      let state = try space.state()
      for _ in 0..<3 {
        let summary = try space.ingest()
        #expect(summary.filesRead == 0 && summary.filesSkipped == 2)
      }
      #expect(try space.state() == state)
      // Another answer of as many bytes for one row, which had been read: that row is not counted twice.
      let lines = rows.predictions
      let changed = try #require(lines.last?.replacing("production", with: "validation"))
      try space.write("predictions/1.csv", lines.dropLast() + [changed])
      #expect(try space.ingest().filesRead == 1)
    }
  }
}
