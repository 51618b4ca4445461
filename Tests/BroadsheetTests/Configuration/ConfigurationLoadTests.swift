import Foundation
import Testing

@testable import Broadsheet

@Suite("Files of a configuration")
struct ConfigurationLoadTests {
  @Test("takes the folder of the file as the base of paths")
  func load() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/broadsheet.yaml"
      try Data(("\u{FEFF}" + Sample.binary()).utf8).write(to: URL(fileURLWithPath: path))
      let configuration = try Configuration.load(path: path)
      #expect(configuration.directory == folder)
      #expect(configuration.history == folder + "/history.sqlite")
      #expect(configuration.path == path)
    }
  }

  @Test("tells a missing file from a wrong one")
  func missing() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/none.yaml"
      let error = try #require(throws: ConfigurationError.self) {
        try Configuration.load(path: path)
      }
      #expect(error.kind == .missing)
      #expect(
        error.description
          == "\(path): no such file; name another with '--config'")
    }
  }

  @Test("does not take a folder for a file")
  func folderForFile() throws {
    try withTemporaryFolder { folder in
      let error = try #require(throws: ConfigurationError.self) {
        try Configuration.load(path: folder)
      }
      #expect(error.kind == .unreadable)
      #expect(error.problems.first?.message == "this is a folder, not a file")
    }
  }

  @Test("refuses bytes that are not UTF-8")
  func notUTF8() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/broadsheet.yaml"
      try Data([0x61, 0x3A, 0x20, 0xE4]).write(to: URL(fileURLWithPath: path))
      let error = try #require(throws: ConfigurationError.self) {
        try Configuration.load(path: path)
      }
      #expect(error.kind == .invalid)
      #expect(error.problems.first?.advice == "save it again as UTF-8")
    }
  }
}
