import Testing

@testable import Broadsheet

@Suite("Absolute paths")
struct AbsolutePathTests {
  @Test(
    "rewrites a path without looking it up",
    arguments: [
      ("a/b.csv", "/r/a/b.csv"), ("/a//b", "/a/b"), ("./a/./b", "/r/a/b"), ("../a", "/a"),
      ("../../../a", "/a"), ("a/..", "/r"), ("..", "/"), ("a/*/../b", "/r/a/*/../b"),
      ("a/*/../../b", "/r/a/*/../../b"), ("a b/ü?.csv", "/r/a b/ü?.csv"),
    ])
  func rewrites(path: String, expected: String) {
    #expect(absolutePath(path, in: "/r") == expected)
  }

  @Test("tells what lies inside a folder by whole components")
  func inside() {
    #expect(isPath("/a/b", inside: "/a") && isPath("/a", inside: "/a") && isPath("/a", inside: "/"))
    #expect(!isPath("/ab", inside: "/a") && !isPath("/", inside: "/a"))
  }

  @Test("finds the folder of a file", arguments: [("/a/b", "/a"), ("/a", "/"), ("/", "/")])
  func parent(path: String, folder: String) {
    #expect(parentFolder(of: path) == folder)
  }
}
