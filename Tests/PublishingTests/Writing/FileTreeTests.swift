import Foundation
import Testing

@testable import Publishing

@Suite("System calls of the site writer")
struct FileTreeTests {
  @Test("exchanges two folders in one step, or says that it cannot and leaves them")
  func exchange() throws {
    let folder = try TemporaryFolder()
    try folder.write("1", to: "a/x")
    try folder.write("2", to: "b/x")
    let done = try FileTree.exchange(folder.path + "/a", with: folder.path + "/b")
    #expect(try folder.read("a/x") == (done ? "2" : "1"))
    #expect(try folder.read("b/x") == (done ? "1" : "2"))
  }

  @Test("gives the system's reason, the operation and the place")
  func reason() throws {
    let folder = try TemporaryFolder()
    try folder.write("1", to: "a")
    let path = folder.path + "/a"
    let error = try #require(throws: SiteError.self) { try FileTree.create(path, bytes: []) }
    #expect(error.problem == .inputOutput(operation: "creating", reason: "File exists"))
    #expect(error.path == path)
  }
}
