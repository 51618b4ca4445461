import Testing

@testable import Publishing

@Suite struct OwnerTextTests {
  @Test("moves headings below the given level without gaps")
  func headings() {
    let text = "# A\n\nB\n-\n\n##### C\n\n# D"
    #expect(OwnerText.fitted(text, below: 2) == "### A\n\n#### B\n\n##### C\n\n### D")
  }

  @Test("leaves fenced code alone")
  func code() {
    let text = "```\n# not a heading <b>\n```"
    #expect(OwnerText.fitted(text, below: 2) == text)
  }

  @Test("makes raw HTML plain, but keeps code and links")
  func tags() {
    #expect(OwnerText.fitted("a <b>x</b>", below: 2) == "a \\<b>x\\</b>")
    #expect(
      OwnerText.fitted("`<b>` <https://example.org>", below: 2) == "`<b>` <https://example.org>")
    #expect(OwnerText.fitted("one ` tick <script>", below: 2) == "one ` tick \\<script>")
    #expect(OwnerText.fitted("\\<b>", below: 2) == "\\<b>")
  }
}
