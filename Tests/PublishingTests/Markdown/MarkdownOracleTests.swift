import Foundation
import Publishing
import Testing

/// Compares with cmark-gfm, see `Oracles/Markdown/render.sh`.
///
/// Our pages differ from its output on purpose in five ways, and only these are taken away before the
/// comparison: the scroll region around a table, the ids of headings, `scope` on header cells, the
/// alignment as a class instead of an attribute, and an empty header cell being a `<td>`. Line breaks
/// next to tags carry no meaning between blocks and are dropped on both sides.
@Suite("Rendered Markdown agrees with cmark-gfm")
struct MarkdownOracleTests {
  @Test("for every fixture", arguments: ["commonmark", "tables"])
  func agrees(name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Oracles/Markdown")
    let source = try String(
      contentsOf: folder.appendingPathComponent(name + ".md"), encoding: .utf8)
    let expected = try String(
      contentsOf: folder.appendingPathComponent(name + ".html"), encoding: .utf8)
    let ours = try MarkdownRenderer().render(source).html
    #expect(Self.normalised(ours) == Self.normalised(expected))
  }

  static func normalised(_ html: String) -> [Substring] {
    html
      .replacing(#/<div class="table-scroll"[^>]*>\n/#, with: "")
      .replacing("</table>\n</div>", with: "</table>")
      .replacing(#/<(h[1-6]) id="[^"]*">/#) { "<\($0.output.1)>" }
      .replacing(" scope=\"col\"", with: "")
      .replacing(#/<(t[hd]) class="([a-z]+)">/#.matchingSemantics(.unicodeScalar)) {
        "<\($0.output.1) align=\"\($0.output.2)\">"
      }
      .replacing(#/<(?:th|td)( align="[a-z]+")?><\/(?:th|td)>/#) {
        "<td\($0.output.1 ?? "")></td>"
      }
      .replacing(#/\n*(<\/?(?:p|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|h[1-6]|hr)\b)/#) {
        "\n\($0.output.1)"
      }
      .split(separator: "\n")
  }
}
