import Publishing
import Testing

@Suite("Planning a site")
struct SitePlanTests {
  @Test("lists files by path, whatever the order of adding")
  func order() throws {
    var plan = SitePlan()
    for name in ["b.html", "a/z.html", "a.html", "B-2/x.html"] {
      try plan.add(name, at: SitePath(name), from: "test")
    }
    #expect(
      plan.entries.map(\.path.description) == ["B-2/x.html", "a.html", "a/z.html", "b.html"])
    #expect(plan[try SitePath("a/z.html")] == Array("a/z.html".utf8))
    #expect(plan[try SitePath("a/y.html")] == nil)
  }

  @Test(
    "refuses a path that leaves the site or is not portable",
    arguments: [
      ("", "it is empty"), ("/etc/passwd", "it is absolute"), ("a/../b", "it has a component '..'"),
      ("./a", "it has a component '.'"), ("a//b", "it has an empty component"),
      ("a/", "it has an empty component"), ("a b", "it has a character that is not portable"),
      ("a\\b", "it has a character that is not portable"), ("a.", "a component ends with a dot"),
      ("é", "it has a character that is not portable"),
      ("a\u{0}", "it has a character that is not portable"),
      (".broadsheet-site", "that name is kept for the writer's own mark"),
    ])
  func invalidPath(path: String, rule: String) throws {
    let error = try #require(throws: SiteError.self) { try SitePath(path) }
    #expect(error.problem == .invalidPath(rule: rule))
    #expect(error.path == path)
    #expect(error.description.hasSuffix("Use letters, digits, '.', '_', '-' and '/' only."))
  }

  @Test(
    "names both who want one place",
    arguments: [
      ("a/b.html", "a/b.html", "a/b.html"), ("a/b.html", "a/B.html", "a/b.html"),
      ("a/b.html", "A/c.html", "a"), ("a", "a/b", "a"), ("a/b", "a", "a"),
    ])
  func taken(first: String, second: String, where place: String) throws {
    var plan = SitePlan()
    try plan.add("1", at: SitePath(first), from: "the report")
    let path = try SitePath(second)
    let error = try #require(throws: SiteError.self) {
      try plan.add("2", at: path, from: "a chart")
    }
    #expect(error.problem == .taken(first: "the report", second: "a chart", otherPath: place))
    #expect(error.path == second)
    #expect(plan.count == 1)
    #expect(plan.entries.first?.bytes == Array("1".utf8))
  }
}
