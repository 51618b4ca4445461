import Publishing
import Testing

@Suite("Escaping text from data")
struct EscaperTests {
  @Test("shows exactly the text, in every place where text may stand")
  func law() throws {
    let renderer = MarkdownRenderer()
    // Each with the HTML around the text, written down from the CommonMark and GFM specifications.
    let places: [(before: String, after: String, opening: String, closing: String)] = [
      ("", "\n", "<p>", "</p>\n"),
      ("x\n", "\n", "<p>x\n", "</p>\n"),
      ("- ", "\n", "<ul>\n<li>", "</li>\n</ul>\n"),
      ("> ", "\n", "<blockquote>\n<p>", "</p>\n</blockquote>\n"),
      ("[", "](y)\n", "<p><a href=\"y\">", "</a></p>\n"),
      ("x ", "[z](y);\n", "<p>x ", "<a href=\"y\">z</a>;</p>\n"),
      ("| h | i |\n|---|---|\n| ", " | x |\n", "<tbody>\n<tr>\n<td>", "</td>\n<td>x</td>\n"),
      ("| ", " |\n|---|\n| x |\n", "<th scope=\"col\">", "</th>\n"),
    ]
    var texts = HostileText(seed: 1)
    for _ in 0..<4_000 {
      let text = texts.next()
      let escaped = MarkdownEscaper.text(text)
      let shown = Self.shown(text)
      if shown.isEmpty { continue }
      for place in places {
        let html = try renderer.render(place.before + escaped + place.after).html
        #expect(
          html.contains(place.opening + shown + place.closing),
          "\(text.debugDescription) → \(place.before)\(escaped) → \(html)")
      }
      let heading = try renderer.render("## " + escaped).html
      #expect(heading.hasSuffix(">" + shown + "</h2>\n"), "\(text.debugDescription) → \(heading)")
    }
  }

  @Test(
    "leaves alone what means nothing",
    arguments: [
      "days_in_jail", "a__b", "-0.5", "+3 %", "R&D costs", "3 > 2", "50 %", "2.5", "C#", "a = b",
      "12:30", "x-y", "(a, b)", "Bob's \"x\"", "1.5 rows", "Ünïcode_name",
    ])
  func pleasant(text: String) {
    #expect(MarkdownEscaper.text(text) == text)
  }

  @Test(
    "escapes what means something",
    arguments: [
      ("<10", "\\<10"), ("_x", "\\_x"), ("a|b", "a\\|b"), ("1. x", "1\\. x"), ("- x", "\\- x"),
      ("&amp;", "\\&amp;"), ("http://x", "http\\://x"), ("www.x", "www\\.x"), ("a\nb", "a b"),
      ("# x", "\\# x"), ("x #", "x \\#"), ("wow!", "wow\\!"), ("  x  ", "x"), ("---", "\\---"),
    ])
  func necessary(text: String, expected: String) {
    #expect(MarkdownEscaper.text(text) == expected)
  }

  @Test("makes visible what could hide or reorder a name")
  func visible() {
    #expect(VisibleText.of("a\u{202E}b\u{2069}") == "a⟨U+202E⟩b⟨U+2069⟩")
    #expect(VisibleText.of("\u{0}\u{1B}[31m\u{7F}\u{9B}\u{FFFE}") == "␀␛[31m␡\u{FFFD}\u{FFFD}")
    #expect(VisibleText.of("\t a \r\n\u{2028} b\u{85}") == "a b")
    #expect(VisibleText.of("👩\u{200D}🔬\u{A0}x") == "👩\u{200D}🔬\u{A0}x")
    #expect(HTMLEscaper.attribute("\u{202E}\"'<&>") == "⟨U+202E⟩&quot;&#39;&lt;&amp;&gt;")
  }

  @Test("keeps a title in its quotes and a destination in its brackets")
  func titleAndDestination() throws {
    let renderer = MarkdownRenderer()
    var texts = HostileText(seed: 3)
    for _ in 0..<2_000 {
      let title = texts.next()
      let destination = "d/" + texts.next()
      let markdown =
        "[x](\(MarkdownEscaper.destination(destination)) \"\(MarkdownEscaper.title(title))\")"
      let html = try renderer.render(markdown).html
      let shown = Self.shown(title)
      let end = shown.isEmpty ? "\">x</a></p>\n" : "\" title=\"\(shown)\">x</a></p>\n"
      #expect(html.hasPrefix("<p><a href=\"d/") && html.hasSuffix(end), "\(markdown) → \(html)")
    }
  }

  /// The text as libcmark writes it, which unlike us also escapes double quotes in text.
  private static func shown(_ text: String) -> String {
    String(
      decoding: HTMLEscaper.text(text).utf8.flatMap { byte in
        byte == UInt8(ascii: "\"") ? Array("&quot;".utf8) : [byte]
      }, as: UTF8.self)
  }
}
