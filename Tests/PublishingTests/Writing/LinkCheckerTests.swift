import Publishing
import Testing

@Suite("Checking the links of a site")
struct LinkCheckerTests {
  private func problems(_ files: [String: String]) throws -> [LinkProblem] {
    var plan = SitePlan()
    for (path, text) in files { try plan.add(text, at: SitePath(path), from: "test") }
    return LinkChecker().problems(in: plan)
  }

  @Test("finds nothing wrong with a sound site")
  func sound() throws {
    let found = try problems([
      "index.html": """
      <!DOCTYPE html><html><head><link rel="stylesheet" href="assets/s.css?v=1">
      <link rel=canonical href=https://example.org/><script src='assets/a.js'></script></head>
      <body id="top-1"><!-- <img src="gone.png"> --><script>x = '<img src="gone.png">'</script>
      <a href="https://example.org/?a=1&amp;b=2">out</a> <a href="mailto:a@b.org">mail</a>
      <a href="reports/">r</a> <a href="reports/#s&amp;t">r</a> <A HREF = reports/index.html#s&amp;t>
      <a href="#top-1">a</a> <a href="#">a</a> <a href="#top">a</a> <a href="./">a</a> <a href="">x</a>
      <img alt="a > b" src="a%2Db.svg" srcset="a-b.svg 1x, a-b.svg 2x"></body></html>
      """,
      "reports/index.html":
        "<h1 id='s&amp;t'><a href=../index.html>up</a> <a href='..'>up</a></h1>",
      "assets/s.css": "/* url(gone.png) */ a { background: url('../a-b.svg') }",
      "assets/a.js": "location = '/x'",
      "a-b.svg": "<svg xmlns='http://www.w3.org/2000/svg'><g id='g'/><use href='#g'/></svg>",
      "feed.xml": "<link href='https://example.org/gone'/>",
    ])
    #expect(found == [])
  }

  @Test(
    "finds each kind of fault",
    arguments: [
      ("<a href='gone.html'>", "gone.html", LinkProblem.Reason.missingFile),
      ("<a href='a/'>", "a/", .missingFile),
      ("<a href='é.html'>", "é.html", .missingFile),
      ("<a href='#gone'>", "#gone", .missingAnchor),
      ("<a href='../index.html#gone'>", "../index.html#gone", .missingAnchor),
      ("<img src='https://e.org/x.png'>", "https://e.org/x.png", .outsideRequest),
      ("<img src=//e.org/x.png>", "//e.org/x.png", .outsideRequest),
      ("<script src=\"http://e.org/x.js\">", "http://e.org/x.js", .outsideRequest),
      ("<link rel=stylesheet href=https://e.org>", "https://e.org", .outsideRequest),
      ("<link rel=preconnect href=https://e.org>", "https://e.org", .outsideRequest),
      ("<img srcset='../index.html 1x, https://e.org/x 2x'>", "https://e.org/x", .outsideRequest),
      ("<p style='background: url(https://e.org)'>", "https://e.org", .outsideRequest),
      ("<svg><image xlink:href='https://e.org'/>", "https://e.org", .outsideRequest),
      ("<form action='https://e.org'>", "https://e.org", .outsideRequest),
      ("<a href='/index.html'>", "/index.html", .absolutePath),
      ("<a href='//e.org/'>", "//e.org/", .absolutePath),
      ("<a href='../../x.html'>", "../../x.html", .leavesSite),
      ("<a href=' JavaScript:x'>", " JavaScript:x", .forbiddenScheme),
      ("<img src='data:image/png;base64,AA'>", "data:image/png;base64,AA", .forbiddenScheme),
      ("<p id='x'><p id='x'>", "#x", .repeatedAnchor),
    ])
  func faults(markup: String, link: String, reason: LinkProblem.Reason) throws {
    let found = try problems(["index.html": "<p>", "sub/page.html": "<p>x</p>\n" + markup])
    #expect(found.map(\.link) == [link])
    #expect(found.map(\.reason) == [reason])
    #expect(found.map(\.page.description) == ["sub/page.html"])
  }

  @Test("finds what a style sheet would load")
  func styleSheet() throws {
    let found = try problems([
      "s.css": "@import \"https://e.org/a.css\"; @font-face { src: url( 'f.woff2' ) }"
    ])
    #expect(
      found.map(\.description) == [
        "s.css: https://e.org/a.css: would be loaded from outside the site",
        "s.css: f.woff2: no such file in the site",
      ])
  }

  @Test("ends for markup that is cut off anywhere")
  func cutOff() throws {
    let markup = "<a href='x' b=\"y\" c=z d><!-- x --><script>y</script><img src=q/></a x"
    for length in 0...markup.count {
      let found = try problems(["index.html": String(markup.prefix(length))])
      #expect(found.count <= 2)
    }
  }
}
